"""What a citizen's card tells: groups of facts in plain Danish, made of the values alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bostoette.models.citizen_fields import (
    AgreementFields,
    AgreementLineFields,
    CitizenChoices,
    CitizenDetails,
    GrantFields,
    ProfileFields,
    StoredAgreement,
    WorkerName,
)
from bostoette.models.citizen_kinds import CitizenStatus, VideoAbility
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.loan_fields import StoredLoan
from bostoette.models.wording import MONTHS_SHORT, duration, listed, week_title
from bostoette.planning.grant_balance import GrantBalance, agreed_weekly
from bostoette.planning.lent_equipment import with_loans
from bostoette.planning.paragraph_clock import ParagraphClock
from bostoette.services.citizen_page import CitizenPageValues
from bostoette.ui.citizens.profile_questions import EQUIPMENT, EVERYDAY, TALKING, WISHES, Question
from bostoette.ui.naming import Naming

NOT_ASKED = "Ikke spurgt endnu"


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands beside it; with a key there is something to correct."""

    label: str
    value: str
    key: Key | None = None
    correct: str = ""
    """What a button says that corrects it, for who hears it."""
    button: str = "Ret"
    """What the button says."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything the page tells of a citizen, and how people are named on it."""

    page: CitizenPageValues
    naming: Naming

    @property
    def details(self) -> CitizenDetails:
        """The citizen."""
        return self.page.details

    @property
    def choices(self) -> CitizenChoices:
        """The workers and lists that her fields name."""
        return self.page.choices

    @property
    def today(self) -> date:
        """The day all is seen from."""
        return self.page.today

    def worker(self, key: Key | None) -> WorkerName | None:
        """Return a worker by key."""
        return next((one for one in self.choices.workers if one.id == key), None)

    def worker_words(self, key: Key | None) -> str:
        """Name a worker."""
        found = self.worker(key)
        return self.naming.name_of(found.name, found.initials) if found else ""


def brief_day(day: date) -> str:
    """Say a day with its year: ``1. mar. 2026``."""
    return f"{day.day}. {MONTHS_SHORT[day.month - 1]} {day.year}"


def headline(shown: Shown) -> str:
    """Say in a line who supports her and what is granted."""
    details = shown.details
    worker = shown.worker(details.fields.primary_worker_id)
    parts = [f"Kontaktperson {worker.initials}" if worker else "Ingen kontaktperson endnu"]
    parts += [
        " ".join(part for part in (one.paragraph, granted(one.fields)) if part)
        for one in details.grants_on(shown.today)
    ]
    return " · ".join(parts)


def status_words(details: CitizenDetails) -> str:
    """Say where support stands; nothing where it simply goes on."""
    if details.status is CitizenStatus.ACTIVE:
        return ""
    since = f" fra {brief_day(details.status_since)}" if details.status_since else ""
    return f"{details.status.danish}{since}"


def contact_facts(shown: Shown) -> list[Fact]:
    """Say where she is found and who supports her."""
    fields = shown.details.fields
    town = " ".join(part for part in (fields.postal_code, fields.town) if part)
    facts = [
        Fact("Telefon", shown.naming.hidden(fields.phone)),
        Fact("Nødkontakt", shown.naming.hidden(fields.emergency_contact)),
        Fact(
            "Adresse",
            shown.naming.hidden(", ".join(part for part in (fields.address, town) if part)),
        ),
        Fact("Andet mødested", shown.naming.hidden(fields.meeting_point)),
        Fact("Sprog", fields.language or "Dansk"),
        Fact("Primær medarbejder", shown.worker_words(fields.primary_worker_id) or "Ingen"),
        Fact("Sekundær medarbejder", shown.worker_words(fields.secondary_worker_id)),
        Fact("Kode i kalenderfiler", shown.details.code),
    ]
    return [fact for fact in facts if fact.value]


def agreed_facts(shown: Shown) -> list[Fact]:
    """Say line for line what is agreed now; how often stands where it is not per week."""
    stored = shown.details.agreement_on(shown.today)
    if stored is None:
        return []
    facts = [Fact(line_words(line), _how_many(line)) for line in stored.fields.lines]
    if stored.fields.on_demand:
        facts.append(Fact("Efter behov", "henvender sig selv"))
    if len(stored.fields.lines) > 1:
        minutes = round(agreed_weekly(stored.fields.lines))
        facts.append(Fact("I alt", f"ca. {duration(minutes)} pr. uge"))
    return facts


def history_facts(shown: Shown) -> list[Fact]:
    """Say each agreement with its days: what comes, what holds, what was."""
    return [_agreement(stored, shown) for stored in shown.details.agreements]


def grant_facts(shown: Shown) -> list[Fact]:
    """Say what is granted, and how much of this week's time is planned and used."""
    facts = [
        Fact(
            one.paragraph or "Paragraf mangler",
            ", ".join(part for part in (granted(one.fields), _period(one.fields)) if part),
            one.id,
            f"Ret bevilling {one.paragraph}",
        )
        for one in shown.details.grants
    ]
    weighed = shown.page.balance
    if facts or weighed.planned:
        week = week_title(IsoWeek.of(shown.today))
        facts.append(Fact("Planlagt", f"{_of_granted(weighed)} i {week}"))
        facts.append(Fact("Brugt", f"{duration(weighed.used)} i {week}"))
    return facts


def grant_note(shown: Shown) -> str:
    """Say where the clocks stand, and what counts in the balance."""
    said = [clock_words(one, shown) for one in shown.page.clocks]
    if shown.details.grants:
        said.append("Kun tid med borgeren tæller; transport og dokumentation tæller ikke med.")
    return "\n".join(said)


def clock_words(clock: ParagraphClock, shown: Shown) -> str:
    """Say how long support by a paragraph may still run."""
    name = next(
        (
            one.paragraph
            for one in shown.details.grants
            if one.fields.paragraph_id == clock.paragraph_id
        ),
        f"§{clock.paragraph_id}",
    )
    last = brief_day(clock.last_day)
    if clock.days_left < 0:
        return f"{name} skulle være slut {last}. Tal med lederen om, hvad der så skal ske."
    left = "i dag er sidste dag" if clock.days_left == 0 else f"{_days(clock.days_left)} tilbage"
    said = f"{name} slutter senest {last}: {left}."
    if clock.granted_to is not None and clock.granted_too_long:
        return f"{said} Bevillingen står til {brief_day(clock.granted_to)}; ret den."
    return f"{said} Aftal nu, hvad der skal ske bagefter." if clock.warns else said


def digital_facts(shown: Shown) -> list[Fact]:
    """Say what decides about contact at a distance, and when she was last met."""
    profile = shown.details.profile
    facts = []
    if equipment_asked(profile):
        facts = [
            Fact("Udstyr", _devices(profile, shown.page.loans)),
            Fact("Internet", "Ja" if profile.has_internet else "Nej"),
            Fact("Øvet i video", "Ja" if profile.video_startup_done else "Nej"),
            Fact("Bruger video", profile.video_ability.danish if _has_video(profile) else ""),
        ]
    else:
        facts = [Fact("Udstyr og video", NOT_ASKED)]
    if profile.filled_on is not None:
        shy = profile.dislikes_own_face_on_screen
        facts.append(Fact("Viser ansigt", "Helst ikke" if shy else "Ja"))
        steady = profile.needs_predictability
        facts.append(Fact("Forudsigelighed", "Høj – faste tider" if steady else "Almindelig"))
    facts.append(Fact("Sidst set fysisk", last_met_words(shown.page.last_met, shown.today)))
    return [fact for fact in facts if fact.value]


def last_met_words(day: date | None, today: date) -> str:
    """Say how long ago somebody met her face to face: ``for 14 dage siden``."""
    if day is None:
        return "Ikke endnu"
    ago = (today - day).days
    if ago == 0:
        return "i dag"
    return "i går" if ago == 1 else f"for {ago} dage siden"


def loan_facts(shown: Shown) -> list[Fact]:
    """Say what she has borrowed, and what came back."""
    return [
        Fact(
            one.fields.what,
            _loan(one, shown.today),
            one.id if one.returned_on is None else None,
            f"Ret eller aflever {one.fields.what}",
        )
        for one in shown.page.loans
    ]


def equipment_asked(profile: ProfileFields) -> bool:
    """Tell whether somebody has asked about equipment and video."""
    return profile.equipment_checked_on is not None


def wish_facts(shown: Shown) -> list[Fact]:
    """Say what she thinks of each form (P04)."""
    return [Fact(one.asked, _danish(shown.details.profile, one)) for one in WISHES]


def everyday_facts(shown: Shown) -> list[Fact]:
    """Say what her everyday is like."""
    profile = shown.details.profile
    return _filled(
        Fact("Hverdag", _sentence(_told(profile, EVERYDAY.questions))),
        Fact("Netværk og behov", _needs(profile)),
    )


def equipment_facts(shown: Shown) -> list[Fact]:
    """Say what she has to be reached with, and how video goes."""
    profile = shown.details.profile
    platform = next(
        (one.title for one in shown.choices.platforms if one.id == profile.platform_id), ""
    )
    return _filled(
        Fact("Udstyr", _sentence(_told(profile, EQUIPMENT.questions))),
        Fact("Platform til video", platform),
        Fact("Bruger video", profile.video_ability.danish if _has_video(profile) else ""),
    )


def talking_facts(shown: Shown) -> list[Fact]:
    """Say what matters when one talks with her."""
    profile = shown.details.profile
    told = _sentence(_told(profile, TALKING.questions)) or "Intet særligt"
    travel = duration(profile.travel_minutes_one_way)
    return [Fact("Når I taler sammen", told), Fact("Rejsetid den ene vej", travel)]


def _filled(*facts: Fact) -> list[Fact]:
    return [fact for fact in facts if fact.value]


def granted(grant: GrantFields) -> str:
    """Say granted time: ``2 t pr. uge``, ``2 t–3 t pr. uge``; nothing where left open."""
    if grant.minutes_from is None or grant.minutes_to is None:
        return ""
    low, high = duration(grant.minutes_from), duration(grant.minutes_to)
    return f"{low if low == high else f'{low}–{high}'} {grant.period.danish}"


def line_words(line: AgreementLineFields) -> str:
    """Name the form of a line, or the forms to choose from."""
    if line.flexible:
        return f"Fleksibel: {' eller '.join(form.short_name for form in line.forms)}"
    name = line.forms[0].full_name if line.forms else "ingen form"
    return name[0].upper() + name[1:]


def _agreement(stored: StoredAgreement, shown: Shown) -> Fact:
    fields, today = stored.fields, shown.today
    if fields.valid_to is not None and fields.valid_to < today:
        title = "Før"
    else:
        title = "Gælder" if fields.valid_from <= today else "Kommer"
    correct = f"Ret aftalen fra {brief_day(fields.valid_from)}"
    note = shown.naming.hidden(stored.note) if stored.note else ""
    said = "\n".join(filter(None, (_in_one_line(fields), note)))
    return Fact(f"{title}: {_period(fields)}", said, stored.id, correct)


def _how_many(line: AgreementLineFields) -> str:
    return line.said().removesuffix(" pr. uge")


def _days(count: int) -> str:
    return "1 dag" if count == 1 else f"{count} dage"


def _devices(profile: ProfileFields, loans: Iterable[StoredLoan]) -> str:
    profile = with_loans(profile, [one.fields.what for one in loans if one.returned_on is None])
    told = ["telefon"] if profile.has_phone else []
    if profile.has_video_device:
        told.append("tablet eller computer")
    elif profile.loan_device_planned:
        told.append("lån er planlagt")
    return (listed(told) or "intet").capitalize()


def _loan(loan: StoredLoan, today: date) -> str:
    if loan.returned_on is not None:
        return f"afleveret {brief_day(loan.returned_on)}"
    said = f"udlånt {brief_day(loan.fields.lent_on)}"
    due = loan.fields.due_back
    if due is not None:
        over = " – skulle være afleveret" if loan.overdue(today) else " – tilbage"
        said = f"{said}{over} {brief_day(due)}"
    return f"{said}. {loan.fields.note}" if loan.fields.note else said


def _in_one_line(fields: AgreementFields) -> str:
    parts = [f"{line.said()} {line_words(line).lower()}" for line in fields.lines]
    return "; ".join([*parts, *(["efter behov"] if fields.on_demand else [])])


def _period(fields: AgreementFields | GrantFields) -> str:
    last = "indtil videre" if fields.valid_to is None else f"til {brief_day(fields.valid_to)}"
    return f"fra {brief_day(fields.valid_from)} {last}"


def _of_granted(weighed: GrantBalance) -> str:
    planned = duration(weighed.planned)
    if weighed.granted_to is None:
        return planned
    said = f"{planned} af {duration(weighed.granted_to)}"
    return f"{said} ({duration(weighed.over)} over bevillingen)" if weighed.over else said


def _danish(profile: ProfileFields, question: Question) -> str:
    return str(getattr(profile, question.field).danish)


def _told(profile: ProfileFields, questions: tuple[Question, ...]) -> list[str]:
    """Tell the yes-or-no answers that say something."""
    told = [
        question.yes if getattr(profile, question.field) else question.no
        for question in questions
        if question.words is None
    ]
    return [words for words in told if words]


def _has_video(profile: ProfileFields) -> bool:
    return profile.has_video_device or profile.video_ability is not VideoAbility.ALONE


def _needs(profile: ProfileFields) -> str:
    return _sentence(
        [
            f"{profile.private_network.danish} netværk",
            f"{profile.support_need.danish} støttebehov",
            f"risiko {profile.risk_level.danish.lower()}",
            f"skift: {profile.tolerates_shifts.danish.lower()}",
        ]
    )


def _sentence(words: list[str]) -> str:
    """Join answers; only the first begins with a capital letter."""
    return listed(
        [word if not place else word[0].lower() + word[1:] for place, word in enumerate(words)]
    )
