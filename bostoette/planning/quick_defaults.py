"""What a typed line leaves out: form, length and purpose, from what was agreed (P02, P22, P71)."""

from collections.abc import Sequence
from datetime import date

from bostoette.models.citizen_fields import AgreementLineFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.quick_add import QuickCitizen, QuickKnown, QuickPurpose, agreed_lines

SHORT = "short_follow_up"
ORDINARY = "support_conversation"


def agreed_with(citizens: Sequence[QuickCitizen], day: date) -> tuple[AgreementLineFields, ...]:
    """Return what is agreed with the one citizen; with several nothing is shared."""
    return agreed_lines(citizens[0], day) if len(citizens) == 1 else ()


def form_for(
    lines: Sequence[AgreementLineFields], purpose: QuickPurpose | None, minutes: int | None
) -> ContactForm:
    """Return the form nobody said: an agreed one, the best of them for the purpose (P22).

    An agreed line of just the length that was said comes first. Without an agreement the
    purpose's own first form, without a purpose a visit.
    """
    fitting = [line for line in lines if line.minutes == minutes] or list(lines)
    agreed = [form for line in fitting for form in line.forms]
    order = purpose.order if purpose is not None else ()
    if not agreed:
        return order[0] if order else ContactForm.PHYSICAL
    ranked = [form for form in order if form in agreed]
    return ranked[0] if ranked else agreed[0]


def minutes_for(
    lines: Sequence[AgreementLineFields],
    form: ContactForm,
    purpose: QuickPurpose | None,
    known: QuickKnown,
) -> int:
    """Return the length nobody said: as agreed for the form, else the form's own (P71, P22)."""
    agreed = next((line.minutes for line in lines if form in line.forms), None)
    if agreed is not None:
        return agreed
    usual = known.lengths.get(form, 60)
    short = purpose is not None and purpose.delivered_id == SHORT
    return min(usual, known.short_minutes) if short else usual


def purpose_for(form: ContactForm, minutes: int, known: QuickKnown) -> QuickPurpose | None:
    """Return the purpose nobody said: a short remote contact follows up, others are ordinary."""
    short = not form.travels and minutes <= known.short_minutes
    wanted = SHORT if short else ORDINARY
    fitting = [one for one in known.purposes if one.delivered_id == wanted]
    return next(iter((*fitting, *known.purposes)), None)
