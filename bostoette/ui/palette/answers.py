"""What the palette answers: weeks, citizens, commands and what was written, in this order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from bostoette.models.citizen_fields import ListedCitizen
from bostoette.models.found_text import Mark
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.wording import MONTHS, week_title
from bostoette.planning.citizen_search import citizens_texts, found, narrowed, search_text
from bostoette.planning.danish_date import typed_week
from bostoette.ui.naming import Naming
from bostoette.ui.palette.command import Command

MOST_CITIZENS = 8
MOST_ANSWERS = 60


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of the palette: what it is, more about it, its keys, and what choosing it does."""

    words: str
    detail: str
    icon: str
    run: Callable[[], None]
    keys: str = ""
    enabled: bool = True
    marks: tuple[Mark, ...] = ()
    """Which letters of the detail are what was searched for."""

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        parts = [self.words, self.detail, self.keys]
        if not self.enabled:
            parts.append("kan ikke bruges nu")
        return ", ".join(part for part in parts if part)


class WeekAnswers:
    """Answers with the week that is typed."""

    def __init__(self, today: date, go: Callable[[IsoWeek], None]) -> None:
        self._today = today
        self._go = go

    def __call__(self, typed: str) -> tuple[Answer, ...]:
        """Return the week, where it is one."""
        week = typed_week(typed, self._today)
        if week is None:
            return ()
        return (Answer(_week_said(week), days_said(week), "calendar", lambda: self._go(week)),)


class AllAnswers:
    """Answers with everything: made when the palette is opened, asked at every letter."""

    def __init__(
        self,
        weeks: WeekAnswers,
        citizens: tuple[ListedCitizen, ...],
        commands: Sequence[Command],
        show_citizen: Callable[[Key], None],
        *,
        naming: Naming,
        texts: Callable[[str], tuple[Answer, ...]],
    ) -> None:
        self._texts_written = texts
        self._weeks = weeks
        self._citizens = citizens
        self._texts = citizens_texts(citizens)
        self._commands = [(search_text(one.words, one.place), one) for one in commands]
        self._show_citizen = show_citizen
        self._naming = naming

    def __call__(self, typed: str) -> tuple[Answer, ...]:
        """Return what fits; everything that can be done where nothing is typed.

        Commands that begin as typed come first: "importér" is not meant to undo an import.
        """
        if not typed.strip():
            return tuple(_command_answer(command) for _, command in self._commands)
        citizens = narrowed(self._citizens, self._texts, typed)[:MOST_CITIZENS]
        begins = search_text(typed.strip())
        fitting = [(text, one) for text, one in self._commands if found(typed, text)]
        fitting.sort(key=lambda fit: not fit[0].startswith(begins))
        answers = (
            *self._weeks(typed),
            *(self._citizen_answer(citizen) for citizen in citizens),
            *(_command_answer(command) for _text, command in fitting),
            *self._texts_written(typed),
        )
        return answers[:MOST_ANSWERS]

    def _citizen_answer(self, citizen: ListedCitizen) -> Answer:
        name = self._naming.name_of(citizen.name, citizen.initials)
        return Answer(
            name, f"Borger · {citizen.code}", "people", lambda: self._show_citizen(citizen.id)
        )


def days_said(week: IsoWeek) -> str:
    """Say a week's days: ``7.–13. december 2026``."""
    first, last = week.monday, week.sunday
    month = "" if first.month == last.month else f" {MONTHS[first.month - 1]}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"{first.day}.{month}{year}–{last.day}. {MONTHS[last.month - 1]} {last.year}"


def _week_said(week: IsoWeek) -> str:
    return week_title(week).capitalize()


def _command_answer(command: Command) -> Answer:
    return Answer(
        command.words,
        command.place,
        "chevron-right",
        command.run,
        command.keys_said,
        command.enabled,
    )
