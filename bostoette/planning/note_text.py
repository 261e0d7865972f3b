"""A signed note as plain text: for the municipality's case system, and for the citizen (P70)."""

from collections.abc import Iterable

from bostoette.models.note_fields import NewAgreement
from bostoette.models.note_kinds import AgreementDoer
from bostoette.models.signed_note import SignedNote
from bostoette.models.wording import MONTHS, WEEKDAYS, clock, duration, long_day, short_day


def case_text(note: SignedNote, *, headings: bool) -> str:
    """Say all of a note for the case system: date, form, minutes, text, goals, additions."""
    name = note.form.full_name
    first = (
        f"{long_day(note.span.day).capitalize()} kl. {clock(note.span.start)}, "
        f"{name}, {duration(note.span.minutes)}, {note.author_name}"
    )
    blocks = [first]
    for heading, text in note.sections:
        blocks.append(f"{heading}: {text}" if headings and heading else text)
    blocks.extend(_listed("Mål", note.goals, headings=headings))
    blocks.extend(_listed("Aftaler, der blev fulgt op", note.answered, headings=headings))
    blocks.extend(_listed("Nye aftaler", map(_said, note.agreed), headings=headings))
    blocks.extend(_listed("Indtryk", note.answers, headings=headings))
    blocks.extend(
        f"Tilføjet {short_day(one.at.astimezone().date())} af {one.by}: {one.text}"
        for one in note.additions
    )
    return "\n".join(blocks) + "\n"


def summary_text(note: SignedNote, worker: str, citizen: str) -> str:
    """Say what was agreed in plain words, and nothing else; names are first names."""
    held = note.span.day
    day = f"{WEEKDAYS[held.weekday()]} den {held.day}. {MONTHS[held.month - 1]}"
    if not note.agreed:
        agreed = ["Vi lavede ingen nye aftaler denne gang."]
    else:
        agreed = ["Det aftalte vi:", *(f"- {_plainly(one, worker)}" for one in note.agreed)]
    return "\n".join(
        [f"Kære {citizen}", f"Tak for vores kontakt {day}.", *agreed, f"Venlig hilsen {worker}"]
    )


def _plainly(one: NewAgreement, worker: str) -> str:
    who = {
        AgreementDoer.CITIZEN: "Du",
        AgreementDoer.WORKER: worker,
        AgreementDoer.BOTH: "Vi sammen",
    }[one.doer]
    due = f", senest {short_day(one.due)}" if one.due else ""
    return f"{who}: {one.text.rstrip('.')}{due}"


def _said(one: NewAgreement) -> str:
    due = f", senest {short_day(one.due)}" if one.due else ""
    return f"{one.text} ({one.doer.danish.lower()}{due})"


def _listed(title: str, lines: Iterable[str], *, headings: bool) -> Iterable[str]:
    found = list(lines)
    if found:
        joined = "; ".join(found)
        yield f"{title}: {joined}" if headings else joined
