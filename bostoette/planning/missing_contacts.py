"""What a week is missing: contacts agreed by the week (P02) that have no time in it yet."""

from collections.abc import Iterable
from dataclasses import dataclass

from bostoette.models.citizen_fields import AgreementFields, AgreementLineFields
from bostoette.models.citizen_kinds import AgreementRhythm
from bostoette.models.contact_form import ContactForm
from bostoette.models.week_contact import WeekContact


@dataclass(frozen=True, slots=True)
class MissingContact:
    """One contact to find a time for; of several forms agreed, the first."""

    form: ContactForm
    minutes: int


def missing_this_week(
    agreement: AgreementFields, contacts: Iterable[WeekContact]
) -> tuple[MissingContact, ...]:
    """Return what one citizen's week lacks of what was agreed per week.

    ``contacts`` are hers in the week. One that was called off does not count, one to which she
    did not come does; each counts for one line only, for one with a single form first. Lines per
    several weeks or per month are not asked for by the week.
    """
    left = [contact.form for contact in contacts if contact.status.takes_time]
    lines = sorted(filter(_weekly, agreement.lines), key=lambda line: line.flexible)
    missing: list[MissingContact] = []
    for line in lines:
        counted = [form for form in left if form in line.forms][: line.number]
        for form in counted:
            left.remove(form)
        lacking = line.number - len(counted)
        missing += [MissingContact(line.forms[0], line.minutes)] * lacking
    return tuple(missing)


def _weekly(line: AgreementLineFields) -> bool:
    return line.rhythm is AgreementRhythm.WEEK or (
        line.rhythm is AgreementRhythm.N_WEEKS and line.every_weeks == 1
    )
