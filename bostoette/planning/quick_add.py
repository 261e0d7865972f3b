"""Quick add: one line as Danes write it becomes a contact, a series or own time.

``A.M. tors 14-14.30 telefon opfølgning``, ``hver 2. uge tirsdag kl. 9 besøg hos K.L. 45 min``.
What is left over becomes the agenda, so that nothing typed is lost. Words are looked for in an
order in which none takes what belongs to another: length, time, repetition, day, people by
initials, form, purpose, people by name.
"""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date

from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.contact_form import ContactForm
from bostoette.models.folded_text import folded
from bostoette.models.plan_error import PlanError
from bostoette.models.quick_add import QuickAdd, QuickCitizen, QuickKnown, QuickPurpose, Unclear
from bostoette.models.series_rule import SeriesRule
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import duration, from_to, listed, short_day
from bostoette.planning.danish_date import refuse_far
from bostoette.planning.quick_day import (
    Repeats,
    first_day,
    one_day_too_many,
    take_day,
    take_repeats,
    take_week,
)
from bostoette.planning.quick_defaults import agreed_with, form_for, minutes_for, purpose_for
from bostoette.planning.quick_line import MOST_LETTERS, QuickLine
from bostoette.planning.quick_time import take_length, take_likely_time, take_sure_time
from bostoette.planning.quick_what import take_form, take_own_time, take_purpose
from bostoette.planning.quick_who import (
    LITTLE_WORDS,
    Found,
    QuickDirectory,
    take_by_initials,
    take_by_name,
)

EXAMPLE = "Skriv fx »A.M. tors 14-14.30 telefon opfølgning«."
_USUAL_OWN = 60
_SAYS_NOTHING = LITTLE_WORDS | {"moede", "aftale", "kontakt", "husk", "ring", "kl.", "d.", "+", "&"}


@dataclass(frozen=True, slots=True)
class _When:
    """When it is, as far as it was said."""

    day: date | None
    start: int | None
    minutes: int | None
    repeats: Repeats | None


@dataclass(frozen=True, slots=True)
class _Whom:
    """Who and what for, as far as it was said."""

    found: Found
    form: ContactForm | None
    purpose: QuickPurpose | None
    own: AppointmentKind | None
    about: str


class QuickReader:
    """Understands lines against one set of citizens and purposes."""

    def __init__(self, known: QuickKnown) -> None:
        self._known = known
        self._directory = QuickDirectory(known.citizens)

    def understand(self, text: str, today: date) -> QuickAdd | Unclear:
        """Understand a line, seen from today, or say what is missing in it."""
        if not text.strip():
            return Unclear(EXAMPLE)
        if len(text.strip()) > MOST_LETTERS:
            return Unclear(
                f"Linjen er på {len(text.strip())} tegn; der er plads til {MOST_LETTERS}. Gør den "
                "kortere, eller skriv resten i formularen (Ctrl+N). Det skrevne står her stadig."
            )
        line = QuickLine.of(text)
        when = self._when(line, today)
        surplus = one_day_too_many(line)
        if surplus:
            return Unclear(
                f"»{surplus}« passer ikke ind. Skriv én dag, eller gentag i uger, "
                "fx »hver uge tirsdag og torsdag«."
            )
        whom = self._whom(line)
        unclear = _what_is_missing(when, whom)
        if unclear is not None:
            return unclear
        try:
            return self._made(when, whom, today)
        except PlanError as error:
            return Unclear(error.sentence)

    def _when(self, line: QuickLine, today: date) -> _When:
        minutes = take_length(line)
        time = take_sure_time(line)
        repeats = take_repeats(line, today)
        names = self._directory.name_words
        day = take_day(line, today, names, time_is_sure=time.sure)
        week = take_week(line, today)
        if week is not None and day is not None:
            day = week.days[day.weekday()]
        elif week is not None and repeats is not None:
            day = week.monday
        if repeats is not None:
            if not repeats.weekdays and day is not None:
                repeats = replace(repeats, weekdays=(day.weekday(),))
            day = first_day(repeats, day, today)
        start = time.start if time.start is not None else take_likely_time(line)
        return _When(day, start, minutes if time.minutes is None else time.minutes, repeats)

    def _whom(self, line: QuickLine) -> _Whom:
        own_line = deepcopy(line)
        by_initials = take_by_initials(line, self._directory)
        form = take_form(line)
        purpose = take_purpose(line, self._known.purposes)
        by_name = take_by_name(line, self._directory)
        found = _together(by_initials, by_name)
        if found.citizens or found.choices or form is ContactForm.HOTLINE:
            return _Whom(found, form, purpose, None, _rest(line, _SAYS_NOTHING))
        own = take_own_time(own_line)
        rest = _rest(line if own is None else own_line, LITTLE_WORDS)
        return _Whom(found, form, purpose, own, rest)

    def _made(self, when: _When, whom: _Whom, today: date) -> QuickAdd | Unclear:
        assert when.day is not None  # noqa: S101 - looked after before
        assert when.start is not None  # noqa: S101 - looked after before
        refuse_far(when.day, today)
        if whom.own is not None:
            return _own_time(when, whom.own, whom.about, today)
        lines = agreed_with(whom.found.citizens, when.day)
        form = whom.form or form_for(lines, whom.purpose, when.minutes)
        minutes = when.minutes
        if minutes is None:
            minutes = minutes_for(lines, form, whom.purpose, self._known)
        span = TimeSpan(when.day, when.start, minutes)
        add = QuickAdd(
            span=span,
            citizens=whom.found.citizens,
            form=form,
            purpose=whom.purpose or purpose_for(form, minutes, self._known),
            about=whom.about,
            rule=_rule(when.repeats, span),
        )
        return replace(add, understood=self._said(add, today))

    def _said(self, add: QuickAdd, today: date) -> str:
        who = listed([self._called(citizen) for citizen in add.citizens])
        purpose = add.purpose.title if add.purpose else ""
        agenda = f"dagsorden: {add.about}" if add.about else ""
        parts = [_when_said(add, today), add.form.short_name, who, _small(purpose), agenda]
        return " · ".join(part for part in parts if part)

    def _called(self, citizen: QuickCitizen) -> str:
        """Call her by initials; by her code where others have the same."""
        same = [one for one in self._known.citizens if one.initials == citizen.initials]
        return citizen.initials if len(same) == 1 else citizen.code


def _own_time(when: _When, kind: AppointmentKind, about: str, today: date) -> QuickAdd | Unclear:
    assert when.day is not None  # noqa: S101 - looked after before
    assert when.start is not None  # noqa: S101 - looked after before
    span = TimeSpan(when.day, when.start, when.minutes or _USUAL_OWN)
    rule = _rule(when.repeats, span)
    if rule is not None and rule.open_ended:
        return Unclear(
            "Egen tid gentages til en dag eller et antal gange: skriv fx »8 gange« eller "
            "»indtil 1/3«."
        )
    title = "" if folded(about) == folded(kind.danish) else about
    add = QuickAdd(span=span, own=kind, about=title, rule=rule)
    said = f"{_when_said(add, today)} · egen tid · {_small(title or kind.danish)}"
    return replace(add, understood=said)


def _what_is_missing(when: _When, whom: _Whom) -> Unclear | None:
    if whom.found.choices:
        codes = [one.code for one in whom.found.choices]
        either = f"{', '.join(codes[:-1])} eller {codes[-1]}"
        return Unclear(
            f"»{whom.found.unsure}« kan være {either}. Skriv koden eller hele navnet.",
            whom.found.choices,
        )
    needs_people = whom.own is None and whom.form is not ContactForm.HOTLINE
    missing, hints = [], []
    for lacks, what, hint in (
        (needs_people and not whom.found.citizens, "hvem", "initialer eller navn"),
        (when.day is None, "dagen", "fx tors eller 26/11"),
        (when.start is None, "tidspunktet", "fx kl. 9 eller 14-14.30"),
    ):
        if lacks:
            missing.append(what)
            hints.append(hint)
    if not missing:
        return None
    unknown = ""
    if "hvem" in missing and whom.about:
        unknown = f" Jeg kender ingen, der hedder »{whom.about}«."
    return Unclear(f"Jeg mangler {listed(missing)}: skriv {listed(hints)}.{unknown}")


def _together(first: Found, second: Found) -> Found:
    if first.choices:
        return first
    if second.choices:
        return second
    both = {one.id: one for one in (*first.citizens, *second.citizens)}
    return Found(tuple(both.values()))


def _rest(line: QuickLine, says_nothing: frozenset[str] | set[str]) -> str:
    """Return what is left over, without little words at its ends."""
    places = line.left()
    while places and line.folded_words[places[0]] in says_nothing:
        del places[0]
    while places and line.folded_words[places[-1]] in says_nothing:
        del places[-1]
    return " ".join(line.words[place] for place in places)


def _rule(repeats: Repeats | None, span: TimeSpan) -> SeriesRule | None:
    if repeats is None:
        return None
    return SeriesRule(
        repeats.every_weeks,
        repeats.weekdays or (span.day.weekday(),),
        span.day,
        span.start,
        span.minutes,
        repeats.until,
        repeats.count,
    )


def _when_said(add: QuickAdd, today: date) -> str:
    span = add.span
    year = "" if span.day.year == today.year else f" {span.day.year}"
    day = f"{short_day(span.day)}{year}"
    if add.rule is None:
        gone = " (dagen er gået)" if span.day < today else ""
        return f"{day}{gone} {from_to(span)}"
    return f"{add.rule.said()} · {duration(span.minutes)} · første gang {day}"


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def choices_said(choices: Sequence[QuickCitizen]) -> str:
    """Say whom a line could mean, by code and name."""
    return listed([f"{one.code} ({one.name})" for one in choices])
