"""Looks ahead for one contact form: what the week would say of the contact as filled in."""

from collections.abc import Callable
from datetime import datetime

from bostoette.models.contact_fields import ContactDetails, ContactFields
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.week_contact import CitizenName
from bostoette.planning.checked_week import CheckedWeek
from bostoette.planning.danish_days import day_name
from bostoette.planning.several_people import sentences
from bostoette.planning.week_sentence import WeekSentence
from bostoette.planning.what_if import NEW, filled_in, what_if
from bostoette.services.desk import Desk
from bostoette.services.week_knowledge import checked_week, week_around


class ContactForesight:
    """Reads the weeks that the form comes by, each once for the same people."""

    def __init__(
        self,
        desk: Desk,
        now: Callable[[], datetime],
        details: ContactDetails | None = None,
    ) -> None:
        self._desk = desk
        self._now = now
        self._details = details
        self._read: dict[tuple[IsoWeek, tuple[Key, ...], tuple[Key, ...]], CheckedWeek] = {}

    def __call__(self, fields: ContactFields) -> tuple[WeekSentence, ...]:
        """Return what there would be to look at."""
        week = self._week(fields)
        citizens = tuple(
            CitizenName(key, "", week.known.citizens[key].initials, "") for key in fields.citizens
        )
        asked = filled_in(fields, citizens, self._details.id if self._details else NEW)
        before = self._details.fields if self._details else fields
        was = asked._replace(
            day=before.span.day,
            start=before.span.start,
            minutes=before.span.minutes,
            form=before.form,
            agreed_with_citizen=before.agreed_with_citizen,
        )
        more = (
            WeekSentence(rule, (), fields.span.day, text)
            for rule, text in sentences(fields, week.rules)
        )
        return (*more, *what_if(week, was, fields.span, fields.form))

    def _week(self, fields: ContactFields) -> CheckedWeek:
        where = (IsoWeek.of(fields.span.day), fields.workers, fields.citizens)
        if where not in self._read:
            shown, known = self._desk.look(week_around, *where)
            self._read[where] = checked_week(shown, known, day_name, self._now())
        return self._read[where]
