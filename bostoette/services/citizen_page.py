"""Everything a citizen's page shows, read in one go."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from bostoette.models.citizen_contact import CitizenContact
from bostoette.models.citizen_fields import (
    MOST_WEEKS_APART,
    AgreementFields,
    CitizenChoices,
    CitizenDetails,
)
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.citizen_life import CitizenLife
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.counted_contact import CountedContact
from bostoette.models.inquiry_fields import ListedInquiry
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.loan_fields import StoredLoan
from bostoette.models.material_fields import SentMaterial
from bostoette.models.practice_rule import NumberName, RuleNumber
from bostoette.models.remote_contact import FormWishes, StartupPackage
from bostoette.models.satisfaction import FormSatisfaction
from bostoette.models.voice_fields import VoiceFields
from bostoette.planning.agreed_mix import WeekMix, mix_of_weeks
from bostoette.planning.asking_again import ask_again_on
from bostoette.planning.grant_balance import GrantBalance, balance
from bostoette.planning.paragraph_clock import ParagraphClock, clock_of
from bostoette.services import (
    citizen_life,
    citizen_voice,
    citizens,
    equipment,
    form_wishes,
    inquiries,
    materials,
    satisfaction,
    video_startup,
)
from bostoette.services.practice_in_force import practice_in_force
from bostoette.store.citizen_contacts import any_before, completed, contacts_with
from bostoette.store.paragraph_limits import paragraph_limits
from bostoette.store.plain_reader import PlainReader

WEEKS_BACK = 4
A_YEAR = timedelta(days=365)
_LONGEST_PERIOD = MOST_WEEKS_APART + 6
_ASK_AGAIN = NumberName("P04", "ask_again_months")
_CHECK_AGAIN = NumberName("P62", "check_months")


@dataclass(frozen=True, slots=True)
class CitizenPageValues:
    """One citizen as her page shows her on a day."""

    details: CitizenDetails
    choices: CitizenChoices
    contacts: tuple[CitizenContact, ...]
    """Those of the last year and to come, in order of time; all where nobody met her in that year.

    `in_full` adds who takes part in some of them.
    """
    older: bool
    """Whether there are contacts before those; `all_contacts` gives them too."""
    mix: tuple[WeekMix, ...]
    """The last weeks and this one, the oldest first."""
    balance: GrantBalance
    """Of this week."""
    clocks: tuple[ParagraphClock, ...]
    loans: tuple[StoredLoan, ...]
    ask_again: date | None
    """When to ask about the wishes again (P04); None where nobody has asked yet."""
    check_again: date | None
    """When to look after the equipment again (P62); None where nobody has yet."""
    today: date
    package: StartupPackage
    """How far she is on the way to video (P63)."""
    inquiries: tuple[ListedInquiry, ...]
    """Who turned to us about her, the newest first (P79)."""
    sent: tuple[SentMaterial, ...]
    """What was sent to her, the newest first (P76)."""
    wishes: tuple[FormWishes, ...]
    """What she wishes per form, and who asked when (P04)."""
    life: CitizenLife
    """What is judged, tried, phased out and on demand, and who knows her."""
    voice: VoiceFields
    """What she says of being met; empty where nobody has asked (P30, P53, P84)."""
    satisfaction: tuple[FormSatisfaction, ...]
    """How she found contacts of the last year, by form (P91)."""

    @property
    def week(self) -> IsoWeek:
        """This week."""
        return IsoWeek.of(self.today)

    @property
    def last_met(self) -> date | None:
        """The day anybody last met her face to face; None where nobody has."""
        return last_met(self.contacts, self.today)


def page_of(
    session: Session,
    citizen_id: Key,
    today: date,
    weeks_back: int = WEEKS_BACK,
    *,
    from_minute: int = 0,
) -> CitizenPageValues:
    """Return what a citizen's page shows; raises PlanError where she is not there any more.

    What is over today by ``from_minute``, in minutes after midnight, is not still to come.
    """
    details = citizens.details(session, citizen_id)
    contacts, older = _contacts_at_first(session, citizen_id, today)
    week = IsoWeek.of(today)
    rules = practice_in_force(session).rules
    grants = [one.fields for one in details.grants]
    clocks = (clock_of(grants, limit, today) for limit in paragraph_limits())
    return CitizenPageValues(
        details=details,
        choices=citizens.choices(session),
        contacts=contacts,
        older=older,
        mix=_mix(
            [one.fields for one in details.agreements],
            contacts,
            [week.plus(-back) for back in range(weeks_back, -1, -1)],
            _stops_on(details),
        ),
        balance=balance(grants, _counted(contacts), week.monday, week.sunday),
        clocks=tuple(clock for clock in clocks if clock is not None),
        loans=equipment.loans_of(session, citizen_id),
        ask_again=_again(details.profile.wishes_asked_on, rules.number(_ASK_AGAIN)),
        check_again=_again(details.profile.equipment_checked_on, rules.number(_CHECK_AGAIN)),
        today=today,
        package=video_startup.package_of(session, citizen_id, today, from_minute),
        inquiries=inquiries.of_citizen(session, citizen_id),
        sent=materials.sent_to_citizen(session, citizen_id),
        wishes=form_wishes.wishes_of(session, citizen_id),
        life=citizen_life.life_of(session, citizen_id, today),
        voice=citizen_voice.voice_of(session, citizen_id),
        satisfaction=satisfaction.by_form(session, today - A_YEAR, today, citizen_id),
    )


def _counted(contacts: Iterable[CitizenContact]) -> list[CountedContact]:
    return [
        CountedContact(one.day, one.minutes, one.status, one.actual_minutes) for one in contacts
    ]


def _contacts_at_first(
    session: Session, citizen_id: Key, today: date
) -> tuple[tuple[CitizenContact, ...], bool]:
    """Return the contacts that a page shows at first, and whether there are earlier ones.

    Years of them lie far apart in a large file, and reading them takes longer than all the rest.
    """
    lately = contacts_with(session, citizen_id, today - A_YEAR)
    if not any_before(session, citizen_id, today - A_YEAR):
        return lately, False
    if last_met(lately, today) is None:
        return contacts_with(session, citizen_id), False
    return lately, True


def all_contacts(session: Session, citizen_id: Key) -> tuple[CitizenContact, ...]:
    """Return all contacts with a citizen in order of time, those of earlier years too."""
    return contacts_with(session, citizen_id)


def in_full(
    session: Session | PlainReader, citizen_id: Key, contacts: Sequence[CitizenContact]
) -> tuple[CitizenContact, ...]:
    """Return contacts of a citizen's page with who holds them, who joins in, and the agenda.

    For those that are in sight: some hundred contacts lie far apart in a large file.
    """
    return completed(session, citizen_id, contacts)


def _mix(
    agreements: Sequence[AgreementFields],
    contacts: Iterable[CitizenContact],
    weeks: Sequence[IsoWeek],
    stops_on: date,
) -> tuple[WeekMix, ...]:
    """Count the weeks, leaving out what lies beyond the longest period on either side."""
    first, last = weeks[0].plus(-_LONGEST_PERIOD).monday, weeks[-1].plus(_LONGEST_PERIOD).sunday
    near = [one for one in contacts if first <= one.day <= last]
    return mix_of_weeks(agreements, near, weeks, stops_on)


def _stops_on(details: CitizenDetails) -> date:
    """Return the day from which she gets no support, as the tray has it; far off where none is."""
    if details.status is CitizenStatus.ACTIVE:
        return date.max
    return details.status_since or date.min


def _again(asked: date | None, after: RuleNumber) -> date | None:
    return None if asked is None else ask_again_on(asked, after.value)


def last_met(contacts: Sequence[CitizenContact], today: date) -> date | None:
    """Return the last day of a held contact face to face, up to today (P01); given in time."""
    days = (
        one.day
        for one in reversed(contacts)
        if one.day <= today and one.status is ContactStatus.HELD and one.meets
    )
    return next(days, None)
