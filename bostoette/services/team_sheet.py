"""What a team leader changes on the team's sheet (teamets rammer, P09): it counts at once.

A change is taken back by undo, and by going back to what is delivered.
"""

from sqlalchemy.orm import Session

from bostoette.models.conditions import LineAbout
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key, new_key
from bostoette.models.plan_error import PlanError
from bostoette.models.practice_rule import NumberName
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
    refuse_length,
    refuse_number,
    refuse_switching,
)
from bostoette.services.practice_in_force import Practice, practice_in_force, practice_with
from bostoette.services.team_rights import refuse_unless_leader
from bostoette.store.journal import describe

_GONE = "Det findes ikke længere i teamets rammer. Andet er ikke ændret; se siden efter igen."


def switch_rule(session: Session, actor_id: Key, rule_id: str, *, on: bool) -> None:
    """Switch a rule on or off; raises PlanError where that cannot be, or is not hers to do."""
    refuse_unless_leader(session, actor_id)
    rule = practice_with(()).rules.rules.get(rule_id)
    if rule is None:
        raise PlanError(_GONE)
    if not on:
        refuse_switching(rule)
    _keep(session, switch_name(rule_id), on, delivered=rule.on)
    describe(session, f"{rule_id} slået {'til' if on else 'fra'}")


def change_number(session: Session, actor_id: Key, name: NumberName, value: int) -> None:
    """Give one of a rule's numbers another value; raises PlanError where it cannot be meant."""
    refuse_unless_leader(session, actor_id)
    practice = practice_in_force(session)
    refuse_number(practice.rules, name, value)
    delivered = practice_with(()).rules.number(name)
    _keep(session, number_name(name), value, delivered=delivered.value)
    describe(session, f"{name.rule}: {delivered.unit.said(value)}")


def change_length(
    session: Session, actor_id: Key, form: ContactForm, part: LengthPart, minutes: int
) -> None:
    """Say how long a form's contact is, or may be at most; raises PlanError as the others do."""
    refuse_unless_leader(session, actor_id)
    refuse_length(practice_in_force(session).conditions, form, part, minutes)
    delivered = getattr(practice_with(()).conditions.lengths[form], part.value)
    _keep(session, length_name(form, part), minutes, delivered=delivered)
    describe(session, f"{form.short_name.capitalize()}: {part.danish.lower()} {minutes} minutter")


def add_line(
    session: Session, actor_id: Key, form: ContactForm, about: LineAbout, text: str
) -> str:
    """Add a line of the team's own to a form's card; return its name."""
    refuse_unless_leader(session, actor_id)
    name = own_line_name(form, about, new_key().hex())
    session.add(SheetChangeRow(id=name, value=checked_line(text)))
    describe(session, f"{form.short_name.capitalize()}: ny linje under {about.danish.lower()}")
    return name


def write_line(session: Session, actor_id: Key, line_id: str, text: str) -> None:
    """Write a line of a form's card anew, delivered or own."""
    refuse_unless_leader(session, actor_id)
    form = _form_of(practice_in_force(session), line_id)
    _keep(session, line_name(line_id), checked_line(text), delivered=_delivered_text(line_id))
    describe(session, f"{form.short_name.capitalize()}: ret linje")


def put_line_away(session: Session, actor_id: Key, line_id: str) -> None:
    """Take a line off a form's card; a delivered one can be taken back later."""
    refuse_unless_leader(session, actor_id)
    form = _form_of(practice_in_force(session), line_id)
    if line_id.startswith(f"{OWN}."):
        session.delete(session.get_one(SheetChangeRow, line_id))
    else:
        _keep(session, line_name(line_id), "", delivered=_delivered_text(line_id))
    describe(session, f"{form.short_name.capitalize()}: fjern linje")


def go_back(session: Session, actor_id: Key, name: str) -> None:
    """Use what is delivered again in one thing that the team had changed."""
    refuse_unless_leader(session, actor_id)
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


def _form_of(practice: Practice, line_id: str) -> ContactForm:
    known = (*practice.conditions.lines, *practice_with(()).conditions.lines)
    line = next((one for one in known if one.id == line_id), None)
    if line is None:
        raise PlanError(_GONE)
    return line.form


def _delivered_text(line_id: str) -> str | None:
    lines = practice_with(()).conditions.lines
    return next((one.text for one in lines if one.id == line_id), None)
