"""The status report for the authority: a draft gathered from goals, contacts and notes, on paper.

The worker edits the draft before it is saved; nothing is sent by the program.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from bostoette.models.citizen_contact import CitizenContact
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.development import Development, GoalCurve
from bostoette.models.ffb import Recommendation
from bostoette.models.follow_up_fields import StoredFollowUp
from bostoette.models.goal_fields import StoredGoal, StoredWish
from bostoette.models.goal_kinds import GoalStatus
from bostoette.models.key import Key
from bostoette.models.printed_document import Block, Heading, Paragraph, PrintedDocument
from bostoette.models.wording import MONTHS, listed
from bostoette.services import citizens
from bostoette.services.development import development_of
from bostoette.services.goals import goals_of
from bostoette.services.printed import on_paper
from bostoette.store.citizen_contacts import contacts_with
from bostoette.store.report_rows import SaidInNote, said_in_notes

MONTHS_BACK = timedelta(weeks=26)
_AUTHORITY = "Selve afgørelsen er myndighedens."
_JUDGED = "Vurdering"
_HEADINGS = ("Borgerens ønsker og mål", "Fra notaterne", "Kontakter", "Trivsel", _JUDGED)
_ONCE_ASKED = "Skriv jeres faglige vurdering her."
"""Stood below the last heading in drafts until 0.3.1, so kept reports may hold it still."""
_NOTES_A_GOAL = 2
_NOTES_BESIDE = 4
_LETTERS = 220
"""Of what a note says; the worker takes more along, or less."""


def draft(session: Session, citizen_id: Key, today: date) -> str:
    """Gather a draft of the last half year, in plain sentences, for the worker to edit."""
    shown = development_of(session, citizen_id, today)
    wishes = goals_of(session, citizen_id)
    contacts = contacts_with(session, citizen_id)
    first = today - MONTHS_BACK
    recent = [one for one in contacts if first < one.day <= today]
    said = said_in_notes(session, citizen_id, first, today)
    parts = (
        _goals_part(wishes, {curve.goal_id: curve for curve in shown.goals}, said),
        _notes_part(said),
        _contacts_part(recent, shown, first, today),
        _wellbeing_part(shown, first),
    )
    gathered = [
        f"{heading}\n{text}" for heading, text in zip(_HEADINGS, parts, strict=False) if text
    ]
    return "\n\n".join([*gathered, f"{_JUDGED}\n"])


def what_is_missing(report: str) -> str:
    """Say what nobody has written yet, for whoever is about to print; empty where nothing is."""
    blocks = _blocks(report)
    if not blocks:
        return "Statusrapporten er tom: der er ikke skrevet noget endnu."
    asked = any(line.strip() == _JUDGED for line in report.splitlines())
    if asked and Heading(_JUDGED, 2) not in blocks:
        return "Vurderingen er tom og kommer ikke med: jeres faglige vurdering er ikke skrevet."
    return ""


def report_document(
    session: Session,
    citizen_id: Key,
    follow_up: StoredFollowUp,
    now: datetime,
    *,
    discreet: bool = False,
) -> PrintedDocument:
    """Put a saved report on paper; in discretion initials only, and none of the typed text."""
    fields = citizens.details(session, citizen_id).fields
    name = fields.initials if discreet else fields.name
    report = follow_up.fields.report
    blocks: list[Block] = [Paragraph(f"Opfølgning {_day(follow_up.fields.due)}", quiet=True)]
    if follow_up.fields.recommendation is not None:
        said = recommendation_words(follow_up.fields.recommendation)
        blocks.append(Paragraph(f"{said} {_AUTHORITY}", bold=True))
    if discreet:
        blocks.append(Paragraph("Teksten er skjult under diskretion (F8 viser den)."))
    else:
        blocks += _blocks(report)
    return on_paper(
        session,
        "Statusrapport",
        tuple(blocks),
        now,
        lead=name,
        discreet=discreet,
        names=not discreet,
    )


def recommendation_words(recommendation: Recommendation) -> str:
    """Say the provider's recommendation."""
    return f"Indstilling: {recommendation.danish}."


def _blocks(report: str) -> list[Block]:
    """Make headings of the draft's own heading lines where words follow, paragraphs of the rest."""
    report = "\n".join(line for line in report.split("\n") if line.strip() != _ONCE_ASKED)
    found: list[Block] = []
    for part in filter(None, (part.strip() for part in report.split("\n\n"))):
        head, _break, rest = part.partition("\n")
        if head in _HEADINGS:
            found.append(Heading(head, 2))
            found += [Paragraph(rest)] if rest else []
        else:
            found.append(Paragraph(part))
    pairs = zip(found, [*found[1:], Heading("")], strict=False)
    return [
        one for one, after in pairs if not isinstance(one, Heading) or isinstance(after, Paragraph)
    ]


def _goals_part(
    wishes: tuple[StoredWish, ...], curves: dict[Key, GoalCurve], said: Sequence[SaidInNote]
) -> str:
    lines = []
    for wish in wishes:
        lines.append(f"Ønske: »{wish.words}«")
        for aim in wish.aims:
            lines.append(f"Indsatsmål: {aim.title}")
            for goal in aim.goals:
                told = [one for one in said if goal.id in one.goals][:_NOTES_A_GOAL]
                lines += [_goal_line(goal, curves.get(goal.id)), *map(_note_line, told)]
    return "\n".join(lines) or "Der er ikke skrevet ønsker og mål endnu."


def _notes_part(said: Sequence[SaidInNote]) -> str:
    """Give what the latest notes say beside the goals; what tells of a goal stands with it."""
    return "\n".join(map(_note_line, [one for one in said if not one.goals][:_NOTES_BESIDE]))


def _note_line(one: SaidInNote) -> str:
    text = one.text
    if len(text) > _LETTERS:
        text = f"{text[:_LETTERS].rpartition(' ')[0]} …"
    return f"- {_day(one.day)}: {text}"


def _goal_line(goal: StoredGoal, curve: GoalCurve | None) -> str:
    fields = goal.fields
    about = (fields.sub_theme or fields.theme).danish
    levels = ", ".join(
        level.danish.lower()
        for level in (fields.functioning, fields.support)
        if level is not type(level).NOT_ASSESSED
    )
    about = "; ".join(filter(None, (about, levels)))
    said = f"Delmål: »{fields.words}« ({about}). {goal.status.danish.capitalize()}."
    if goal.status is not GoalStatus.ACTIVE and goal.turns and goal.turns[-1].said:
        said += f" Grund: {goal.turns[-1].said.lower()}."
    if curve is not None and curve.marks:
        said += f" {_steps(curve)}."
    return said


def _steps(curve: GoalCurve) -> str:
    """Tell where a goal stood first and last."""
    first, last = curve.marks[0].independence, curve.marks[-1].independence
    if len(curve.marks) == 1:
        return f"{last.danish.capitalize()} (1 mærke)"
    way = f"Fra {first.danish} til {last.danish}" if first is not last else f"Fortsat {last.danish}"
    return f"{way} ({len(curve.marks)} mærker)"


def _contacts_part(
    recent: list[CitizenContact], shown: Development, first: date, today: date
) -> str:
    held = [one for one in recent if one.status is ContactStatus.HELD]
    forms = Counter(one.form for one in held)
    by_form = [f"{form.full_name} {forms[form]}" for form in ContactForm if forms[form]]
    missed = sum(one.status is ContactStatus.NO_SHOW for one in recent)
    called_off = sum(one.status is ContactStatus.CANCELLED_BY_CITIZEN for one in recent)
    met = shown.periods[-1].workers if shown.periods else ()
    return (
        f"Fra {_day(first)} til {_day(today)} er der holdt {len(held)} kontakter"
        f"{': ' + listed(by_form) if by_form else ''}. "
        f"Udeblevet {missed} gange, aflyst af borgeren {called_off} gange. "
        f"De seneste fire uger har borgeren mødt {_workers(len(met))}."
    )


def _workers(number: int) -> str:
    return "1 medarbejder" if number == 1 else f"{number} forskellige medarbejdere"


def _wellbeing_part(shown: Development, first: date) -> str:
    scores = [one for one in shown.wellbeing if one.day > first]
    if not scores:
        return ""
    return (
        f"Trivslen er mærket {len(scores)} gange på en skala fra 1 til 5: først "
        f"{scores[0].score}, senest {scores[-1].score}."
    )


def _day(day: date) -> str:
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
