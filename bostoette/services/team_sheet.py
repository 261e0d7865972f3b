"""What a team leader changes on the team's sheet (teamets rammer, P09): it counts at once.

A change is taken back by undo, and by going back to what is delivered.
"""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from bostoette.models.conditions import LineAbout
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key, new_key
from bostoette.models.plan_error import PlanError
from bostoette.models.practice_rule import NumberName
from bostoette.models.right import Right
from bostoette.models.sheet_card import SheetCard
from bostoette.models.sheet_change import (
    OWN,
    LengthPart,
    Pending,
    SheetValue,
    length_name,
    line_name,
    number_name,
    own_line_name,
    switch_name,
)
from bostoette.models.team_sheet import SheetChangeRow
from bostoette.planning.sheet_bounds import (
    checked_line,
    refuse_lengths,
    refuse_number,
    refuse_switching,
)
from bostoette.services.practice_in_force import practice_in_force, practice_with
from bostoette.services.team_rights import refuse_unless
from bostoette.store.journal import describe

_GONE = "Det findes ikke længere i teamets rammer. Andet er ikke ændret; se siden efter igen."


def switch_rule(session: Session, actor_id: Key, rule_id: str, *, on: bool) -> None:
    """Switch a rule on or off; raises PlanError where that cannot be, or is not hers to do."""
    refuse_unless(session, actor_id, Right.CONDITIONS)
    rule = practice_with(()).rules.rules.get(rule_id)
    if rule is None:
        raise PlanError(_GONE)
    if not on:
        refuse_switching(rule)
    _keep(session, switch_name(rule_id), on, delivered=rule.on)
    describe(session, f"{rule_id} slået {'til' if on else 'fra'}")


def change_number(session: Session, actor_id: Key, name: NumberName, value: int) -> None:
    """Give one of a rule's numbers another value; raises PlanError where it cannot be meant."""
    refuse_unless(session, actor_id, Right.CONDITIONS)
    practice = practice_in_force(session)
    refuse_number(practice.rules, name, value)
    delivered = practice_with(()).rules.number(name)
    _keep(session, number_name(name), value, delivered=delivered.value)
    describe(session, f"{name.rule}: {delivered.unit.said(value)}")


def change_lengths(
    session: Session, actor_id: Key, form: ContactForm, default_minutes: int, cap_minutes: int
) -> None:
    """Say how long a form's contact is, and may be at most; raises PlanError as the others do."""
    refuse_unless(session, actor_id, Right.CONDITIONS)
    _keep_lengths(session, form, default_minutes, cap_minutes)
    describe(session, f"{form.short_name.capitalize()}: {default_minutes} minutter")


def write_card(session: Session, actor_id: Key, form: ContactForm, card: SheetCard) -> None:
    """Say what a form is good for, what not, and what it takes, and how long its contacts are.

    A delivered line that is not written any more is put away, and can be written again.
    """
    refuse_unless(session, actor_id, Right.CONDITIONS)
    _keep_lengths(session, form, card.default_minutes, card.cap_minutes)
    for about, texts in card.lines.items():
        _write_part(session, form, about, [checked_line(text) for text in texts])
    describe(session, f"Ret kortet om {form.short_name}")


def go_back(session: Session, actor_id: Key, name: str) -> None:
    """Use what is delivered again in one thing that the team had changed."""
    refuse_unless(session, actor_id, Right.CONDITIONS)
    kept = session.get(SheetChangeRow, name)
    if kept is None:
        raise PlanError(_GONE)
    session.delete(kept)
    describe(session, "Tilbage til det, programmet leverer")


def apply_pending(session: Session, actor_id: Key, pending: Pending) -> None:
    """Keep a change of a rule that was tried out."""
    rule_id, _, part = pending.name.partition(".")
    if isinstance(pending.value, bool):
        switch_rule(session, actor_id, rule_id, on=pending.value)
    elif isinstance(pending.value, int):
        change_number(session, actor_id, NumberName(rule_id, part), pending.value)


def _keep(session: Session, name: str, value: SheetValue, *, delivered: SheetValue | None) -> None:
    """Keep a change, or none where it is what is delivered anyway."""
    kept = session.get(SheetChangeRow, name)
    if value == delivered:
        if kept is not None:
            session.delete(kept)
    elif kept is None:
        session.add(SheetChangeRow(id=name, value=value))
    else:
        kept.value = value


def _keep_lengths(session: Session, form: ContactForm, usual: int, cap: int) -> None:
    refuse_lengths(usual, cap)
    delivered = practice_with(()).conditions.lengths[form]
    for part, minutes in ((LengthPart.DEFAULT, usual), (LengthPart.CAP, cap)):
        _keep(session, length_name(form, part), minutes, delivered=getattr(delivered, part.value))


def _write_part(
    session: Session, form: ContactForm, about: LineAbout, wanted: Sequence[str]
) -> None:
    delivered = practice_with(()).conditions.lines_of(form, about)
    for line in delivered:
        kept = line.text if line.text in wanted else ""
        _keep(session, line_name(line.id), kept, delivered=line.text)
    known = {line.text for line in delivered}
    for line in practice_in_force(session).conditions.lines_of(form, about):
        if line.id.startswith(f"{OWN}."):
            known.add(line.text)
            if line.text not in wanted:
                session.delete(session.get_one(SheetChangeRow, line.id))
    for text in dict.fromkeys(wanted):
        if text not in known:
            name = own_line_name(form, about, new_key().hex())
            session.add(SheetChangeRow(id=name, value=text))
