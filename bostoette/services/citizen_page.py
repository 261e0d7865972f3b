"""Everything a citizen's page shows, read in one go."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from bostoette.models.citizen_contact import CitizenContact
from bostoette.models.citizen_fields import CitizenChoices, CitizenDetails
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.counted_contact import CountedContact
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.planning.agreed_mix import WeekMix, mix_of_weeks
from bostoette.planning.grant_balance import GrantBalance, balance
from bostoette.planning.paragraph_clock import ParagraphClock, clock_of
from bostoette.services import citizens, paragraph_limits
from bostoette.store.citizen_contacts import contacts_with

WEEKS_BACK = 4


@dataclass(frozen=True, slots=True)
class CitizenPageValues:
    """One citizen as her page shows her on a day."""

    details: CitizenDetails
    choices: CitizenChoices
    contacts: tuple[CitizenContact, ...]
    """All of them, in order of time."""
    mix: tuple[WeekMix, ...]
    """The last weeks and this one, the oldest first."""
    balance: GrantBalance
    """Of this week."""
    clocks: tuple[ParagraphClock, ...]
    today: date

    @property
    def week(self) -> IsoWeek:
        """This week."""
        return IsoWeek.of(self.today)

    @property
    def last_met(self) -> date | None:
        """The day anybody last met her face to face; None where nobody has."""
        return last_met(self.contacts, self.today)


def page_of(
    session: Session, citizen_id: Key, today: date, weeks_back: int = WEEKS_BACK
) -> CitizenPageValues:
    """Return what a citizen's page shows; raises PlanError where she is not there any more."""
    details = citizens.details(session, citizen_id)
    contacts = contacts_with(session, citizen_id)
    week = IsoWeek.of(today)
    grants = [one.fields for one in details.grants]
    clocks = (clock_of(grants, limit, today) for limit in paragraph_limits.limits(session))
    return CitizenPageValues(
        details=details,
        choices=citizens.choices(session),
        contacts=contacts,
        mix=mix_of_weeks(
            [one.fields for one in details.agreements],
            contacts,
            [week.plus(-back) for back in range(weeks_back, -1, -1)],
        ),
        balance=balance(
            grants,
            [
                CountedContact(one.day, one.minutes, one.status, one.actual_minutes)
                for one in contacts
            ],
            week.monday,
            week.sunday,
        ),
        clocks=tuple(clock for clock in clocks if clock is not None),
        today=today,
    )


def last_met(contacts: Iterable[CitizenContact], today: date) -> date | None:
    """Return the last day of a held contact face to face, up to today (P01)."""
    days = (
        one.day
        for one in contacts
        if one.status is ContactStatus.HELD and one.form.face_to_face and one.day <= today
    )
    return max(days, default=None)
