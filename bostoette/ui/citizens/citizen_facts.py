"""What a citizen's card tells: groups of facts in plain Danish, made of the values alone."""

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
from bostoette.models.wording import MONTHS_SHORT, duration, listed, week_title
from bostoette.planning.grant_balance import GrantBalance, agreed_weekly
from bostoette.ui.citizens.profile_questions import EQUIPMENT, EVERYDAY, TALKING, WISHES, Question
from bostoette.ui.naming import Naming


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands beside it; with a key there is something to correct."""

    label: str
    value: str
    key: Key | None = None
    correct: str = ""
    """What a button says that corrects it, for who hears it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything the card is made of."""

    details: CitizenDetails
    choices: CitizenChoices
    balance: GrantBalance
    """Of the week that holds today."""
    today: date
    naming: Naming

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


def agreement_facts(shown: Shown) -> list[Fact]:
    """Say what is agreed now, what will be, and what was."""
    facts: list[Fact] = []
    for stored in shown.details.agreements:
        facts += _agreement(stored, shown.today)
    return facts


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
    weighed = shown.balance
    if facts or weighed.planned:
        week = week_title(IsoWeek.of(shown.today)).capitalize()
        facts.append(Fact(f"{week}: planlagt", _of_granted(weighed)))
        facts.append(Fact(f"{week}: brugt", duration(weighed.used)))
    return facts


def profile_facts(shown: Shown) -> list[Fact]:
    """Say the wishes and what goes beyond the ordinary; the rest is in the form."""
    profile = shown.details.profile
    facts = [Fact(question.asked, _danish(profile, question)) for question in WISHES]
    if profile.wishes_asked_on:
        by = shown.worker(profile.wishes_asked_by)
        said = f"{brief_day(profile.wishes_asked_on)}{f' af {by.initials}' if by else ''}"
        facts.append(Fact("Talt om ønskerne", said))
    facts.append(Fact("Udstyr", _equipment(profile)))
    platform = next(
        (one.title for one in shown.choices.platforms if one.id == profile.platform_id), ""
    )
    facts.append(Fact("Platform til video", platform))
    facts.append(Fact("Bruger video", profile.video_ability.danish if _has_video(profile) else ""))
    facts.append(Fact("Hverdag", _sentence(_told(profile, EVERYDAY.questions))))
    facts.append(Fact("Netværk og behov", _needs(profile)))
    facts.append(Fact("Når I taler sammen", _sentence(_told(profile, TALKING.questions))))
    facts.append(Fact("Rejsetid den ene vej", duration(profile.travel_minutes_one_way)))
    return [fact for fact in facts if fact.value]


def profile_note(profile: ProfileFields) -> str:
    """Say when the profile was last gone through."""
    if profile.filled_on is None:
        return "Ingen har spurgt endnu. Svarene er programmets udgangspunkt."
    return f"Gennemgået {brief_day(profile.filled_on)}."


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


def _agreement(stored: StoredAgreement, today: date) -> list[Fact]:
    fields = stored.fields
    correct = f"Ret aftalen fra {brief_day(fields.valid_from)}"
    if fields.valid_to is not None and fields.valid_to < today:
        return [Fact(f"Før: {_period(fields)}", _in_one_line(fields), stored.id, correct)]
    title = "Gælder" if fields.valid_from <= today else "Kommer"
    facts = [Fact(title, _period(fields), stored.id, correct)]
    facts += [Fact(line_words(line), line.said()) for line in fields.lines]
    if fields.on_demand:
        facts.append(Fact("Efter behov", "Borgeren henvender sig selv"))
    minutes = round(agreed_weekly(fields.lines))
    if len(fields.lines) > 1:
        facts.append(Fact("I alt", f"ca. {duration(minutes)} pr. uge"))
    return facts


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
    return f"{said} – {duration(weighed.over)} over bevillingen" if weighed.over else said


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


def _equipment(profile: ProfileFields) -> str:
    told = _told(profile, EQUIPMENT.questions)
    if profile.equipment_checked_on:
        told.append(f"set efter {brief_day(profile.equipment_checked_on)}")
    return _sentence(told)


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
