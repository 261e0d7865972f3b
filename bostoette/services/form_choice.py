"""Choosing a contact's form with the advice in sight: refused, with a reason, or just so (P07).

Whoever plans at the screen comes this way; a form that cannot be offered is never stored, and one
that is advised against only with a reason. A contact whose form, purpose, people and place stay
as they were is not asked about again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy.orm import Session

from bostoette.models.advice import Advice, MemberAdvice, Outcome
from bostoette.models.advised_contact import AdvisedContact
from bostoette.models.citizen_fields import AgreementLineFields
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.cover import Cover
from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.form_question import FormProposal, FormQuestion, OfferedCode
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.practice_rules import PracticeRules
from bostoette.models.timespan import TimeSpan
from bostoette.planning.form_question import (
    agreed_form,
    form_question,
    group_question,
    joined,
    proposed_form,
    proposed_minutes,
)
from bostoette.planning.group_advice import HELD_AS, member_advice
from bostoette.services import contacts, tray
from bostoette.services.advice import advice_for_many, advice_with_codes
from bostoette.services.agreements import lines_on
from bostoette.services.conditions import conditions_in_force
from bostoette.services.cover import known_and_free
from bostoette.services.drafts import DraftOf
from bostoette.store.series_rows import citizens_initials

UNKNOWN = "P13"
"""What speaks against a colleague whom the citizen does not know."""


@dataclass(frozen=True, slots=True)
class PlacedForm:
    """A contact from the tray in one of its forms, at a time and in somebody's day."""

    citizen_id: Key
    form: ContactForm
    span: TimeSpan
    worker_id: Key


@dataclass(frozen=True, slots=True)
class ContactAdvice:
    """The advice on one contact, with the rules behind it and what was answered to it."""

    advice: Advice
    rules: PracticeRules
    purpose: str
    """Its title, as it reads."""
    form: ContactForm
    override_reason: str = ""
    code_titles: tuple[str, ...] = ()
    citizen_id: Key | None = None
    """Whose profile it stands on; None where there are several."""
    good_for: Mapping[ContactForm, tuple[str, ...]] = field(default_factory=dict)
    """What each form is good for by the team's own sheet (P09)."""
    known: tuple[Cover, ...] = ()
    """Who knows the citizen and has the time, where whoever is to hold it does not (P13)."""
    members: tuple[MemberAdvice, ...] = ()
    """How its form fits each member, where the contact is a group (P61, P73)."""


def advice_on(
    session: Session, fields: ContactFields, contact_id: Key | None = None
) -> ContactAdvice | None:
    """Return the advice on a contact as filled in; None where it is with nobody."""
    advices = advice_for_many(session, AdvisedContact.of_fields(fields, contact_id))
    names = _initials(session, fields)
    advice = joined(advices, names if len(names) > 1 else ())
    if advice is None:
        return None
    in_force = conditions_in_force(session)
    titles = in_force.words.reason_codes
    citizen = fields.citizens[0] if len(fields.citizens) == 1 else None
    return ContactAdvice(
        advice,
        in_force.rules,
        in_force.words.purposes.get(fields.purpose_id, ""),
        fields.form,
        fields.override_reason,
        tuple(titles[code] for code in fields.reason_codes if code in titles),
        citizen,
        in_force.conditions.good_for,
        _known(session, citizen, fields, advice),
        member_advice(fields.form, advices, names),
    )


def advice_on_contact(session: Session, contact_id: Key) -> ContactAdvice | None:
    """Return the advice on a planned contact; None for others and where it is with nobody."""
    contact = contacts.open_contact(session, contact_id)
    if contact.status is not ContactStatus.PLANNED:
        return None
    return advice_on(session, contacts.fields_of(contact), contact_id)


def question_about(
    session: Session, fields: ContactFields, contact_id: Key | None = None
) -> FormQuestion | None:
    """Return what the form as filled in asks for; None where nothing speaks against it."""
    held_as = HELD_AS.get(fields.form, fields.form)
    if held_as not in CORE_FORMS or not fields.citizens:
        return None
    in_force = conditions_in_force(session)
    given = fields.reason_codes
    codes = [
        OfferedCode(*one) for one in in_force.words.reason_codes.items() if one[0] not in given
    ]
    advised = AdvisedContact.of_fields(fields, contact_id)
    sets = [given, *((*given, code.id) for code in codes)]
    names = _initials(session, fields)
    advice, *others = (joined(one, names) for one in advice_with_codes(session, advised, sets))
    if held_as is not fields.form:
        return group_question(advice, fields.form, held_as, in_force.rules)
    with_code = dict(zip(codes, others, strict=True))
    return form_question(advice, fields.form, in_force.rules, with_code)


def question_about_form(
    session: Session, contact_id: Key, form: ContactForm, codes: tuple[str, ...] = ()
) -> FormQuestion | None:
    """Return what holding a contact in another form asks for; None where it asks for nothing."""
    contact = contacts.open_contact(session, contact_id)
    contacts.refuse_if_held(contact)
    if form is contact.form:
        return None
    wanted = _anew(contacts.fields_of(contact), form, codes=codes)
    return question_about(session, wanted, contact_id)


def reason_codes(session: Session) -> tuple[OfferedCode, ...]:
    """Return the reasons for beginning at a distance that the conditions know (P14)."""
    return tuple(
        OfferedCode(*one) for one in conditions_in_force(session).words.reason_codes.items()
    )


def proposal(
    session: Session, purpose_id: str, fields: ContactFields | None
) -> FormProposal | None:
    """Return the form and length that a purpose proposes (P08, P22, P71).

    ``fields`` is the contact as far as it is a whole one: then a form that is agreed with the one
    citizen is proposed, as long as agreed, where nothing speaks against it; else its best form.
    Without it the first in the purpose's order. None for a purpose that nobody knows.
    """
    in_force = conditions_in_force(session)
    purpose = in_force.compiled.purposes.get(purpose_id)
    if purpose is None:
        return None
    found = advice_on(session, fields) if fields is not None else None
    advice = found.advice if found else None
    lines: tuple[AgreementLineFields, ...] = ()
    if fields is not None and len(fields.citizens) == 1:
        lines = lines_on(session, fields.citizens[0], fields.span.day)
    form = agreed_form(purpose, lines, advice) or proposed_form(purpose, advice)
    length = in_force.conditions.lengths[form].default_minutes
    usual = proposed_minutes(purpose, length, in_force.rules)
    agreed = next((line.minutes for line in lines if form in line.forms), usual)
    return FormProposal(form, agreed)


def open_question(
    session: Session,
    fields: ContactFields,
    contact_id: Key | None = None,
    before: ContactFields | None = None,
) -> FormQuestion | None:
    """Return what the form still asks for; None where the choice is as it was ``before``."""
    if before is not None and _choice(fields) == _choice(before):
        return None
    return question_about(session, fields, contact_id)


def settled(
    session: Session,
    fields: ContactFields,
    contact_id: Key | None = None,
    before: ContactFields | None = None,
) -> ContactFields:
    """Return the fields as they may be stored.

    Raises PlanError where the form is not offered, or is advised against without a reason of the
    length in P07. A reason that is not needed is left out; codes that clear nothing too.
    """
    if before is not None and _choice(fields) == _choice(before):
        return replace(
            fields, override_reason=before.override_reason, reason_codes=before.reason_codes
        )
    question = question_about(session, fields, contact_id)
    if question is not None and question.refused:
        raise PlanError(question.refusal)
    if question is not None and not question.answered_by(fields.override_reason):
        raise PlanError(question.asks)
    reason = "" if question is None else fields.override_reason.strip()
    codes = _clearing(session, fields, contact_id)
    return replace(fields, override_reason=reason, reason_codes=codes)


def create(session: Session, fields: ContactFields, draft: DraftOf | None = None) -> Key:
    """Plan a new contact in a form that may be chosen; see `settled` for what it raises."""
    return contacts.create(session, settled(session, fields), draft)


def change(
    session: Session,
    contact_id: Key,
    version: int,
    fields: ContactFields,
    draft: DraftOf | None = None,
) -> None:
    """Save what was changed in the form; see `settled` and `contacts.change` for what it raises."""
    before = contacts.details(session, contact_id).fields
    stored = settled(session, fields, contact_id, before)
    contacts.change(session, contact_id, version, stored, draft)


def change_form(
    session: Session,
    contact_id: Key,
    form: ContactForm,
    reason: str = "",
    codes: tuple[str, ...] = (),
) -> None:
    """Hold the contact in another form, with a reason where it is advised against (P07).

    Raises PlanError as `settled` does, and where the reason holds what looks like a CPR number.
    """
    refuse_cpr(reason)
    contact = contacts.open_contact(session, contact_id)
    contacts.refuse_if_held(contact)
    if form is contact.form:
        return
    wanted = _anew(contacts.fields_of(contact), form, reason, codes)
    stored = settled(session, wanted, contact_id)
    contacts.change_form(session, contact_id, form)
    contact.override_reason, contact.reason_codes = stored.override_reason, stored.reason_codes


def plan_from_tray(
    session: Session, placed: PlacedForm, reason: str = "", codes: tuple[str, ...] = ()
) -> Key:
    """Give a contact from the tray a time, with a reason where its form is advised against."""
    wanted = replace(_placed(session, placed), override_reason=reason, reason_codes=codes)
    return tray.plan_as(session, settled(session, wanted))


def question_about_placed(
    session: Session, placed: PlacedForm, codes: tuple[str, ...] = ()
) -> FormQuestion | None:
    """Return what giving a contact from the tray a time asks for."""
    return question_about(session, replace(_placed(session, placed), reason_codes=codes))


def best_form(session: Session, forms: tuple[ContactForm, ...], placed: PlacedForm) -> ContactForm:
    """Return the one of a flexible line's forms that fits best; the line's order where equal."""
    if len(forms) == 1:
        return forms[0]
    ranks = {form: _rank(session, replace(placed, form=form)) for form in forms}
    return min(forms, key=lambda form: ranks[form])


def _initials(session: Session, fields: ContactFields) -> list[str]:
    """Return whom to name in the advice, in their order; nobody where one alone is advised on."""
    if len(fields.citizens) <= 1 and fields.form not in HELD_AS:
        return []
    found = citizens_initials(session, fields.citizens)
    return [found.get(key, "") for key in fields.citizens]


def _known(
    session: Session, citizen: Key | None, fields: ContactFields, advice: Advice
) -> tuple[Cover, ...]:
    found = advice.of(fields.form)
    if citizen is None or found is None or UNKNOWN not in found.rules:
        return ()
    return known_and_free(session, citizen, fields.span, fields.workers)


def _rank(session: Session, placed: PlacedForm) -> int:
    fields = _placed(session, placed)
    advice = joined(advice_for_many(session, AdvisedContact.of_fields(fields)))
    found = advice.of(placed.form) if advice is not None else None
    if found is None:
        return _RANKS.index(Outcome.ACCEPTED)
    against = found.outcome is Outcome.BEST and found.needs_reason
    return _RANKS.index(Outcome.WARNED if against else found.outcome)


_RANKS = (Outcome.BEST, Outcome.ACCEPTED, Outcome.WARNED, Outcome.EXCLUDED)


def _placed(session: Session, placed: PlacedForm) -> ContactFields:
    return tray.proposed(session, placed.citizen_id, placed.form, placed.span, placed.worker_id)


def _choice(fields: ContactFields) -> tuple[object, ...]:
    """Return what an answer to the advice rests on."""
    return (
        fields.form,
        fields.purpose_id,
        fields.citizens,
        fields.workers,
        fields.place,
        fields.override_reason,
        fields.reason_codes,
    )


def _anew(
    fields: ContactFields, form: ContactForm, reason: str = "", codes: tuple[str, ...] = ()
) -> ContactFields:
    return replace(fields, form=form, override_reason=reason, reason_codes=codes)


def _clearing(session: Session, fields: ContactFields, contact_id: Key | None) -> tuple[str, ...]:
    """Return the codes that take something away from the form that was chosen."""
    if not fields.reason_codes:
        return ()
    advice = joined(advice_for_many(session, AdvisedContact.of_fields(fields, contact_id)))
    found = advice.of(fields.form) if advice is not None else None
    return fields.reason_codes if found is not None and found.cleared else ()
