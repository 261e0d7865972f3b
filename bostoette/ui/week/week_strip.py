"""The strip above the grid: Fordeling, planned and granted time, travel, and what to look at.

It is painted with the week. What must be asked for (granted time, what lacks a time, the review)
comes later into room that is kept for it, so that nothing below moves.
"""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from bostoette.models.week_facts import WeekFacts
from bostoette.models.wording import duration
from bostoette.planning.week_sentence import WeekSentence
from bostoette.services.week import Week
from bostoette.ui import icons
from bostoette.ui.flow_layout import FlowLayout
from bostoette.ui.theme import Theme
from bostoette.ui.week.form_bar import FormBar

EMPTY = "Ugen er tom endnu. Træk over den tid, du vil bruge, eller tryk Ctrl+N."
_BESIDE, _BELOW = 12, 6
_LEVELS = 3
"""Everything; briefer figures; and the forms' icons without their words too."""
_WIDEST_GRANTED = "planlagt af 88 t 88 bevilget"
_MISSING_WIDE = "88 uden tid"


class Figure(QWidget):
    """A number that stands out, and quiet words after it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._number, self._words = QLabel(self), QLabel(self)
        self._kept = ""
        self._full = self._brief = ""
        self._number.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
        self._words.setProperty("quiet", True)  # noqa: FBT003 - Qt's signature
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.fontMetrics().horizontalAdvance(" "))
        row.addWidget(self._number)
        row.addWidget(self._words)
        row.addStretch(1)

    def say(self, number: str, words: str, *, brief: str = "", kept: str = "") -> None:
        """Say it; ``brief`` where room is short, and room is kept for words that may come."""
        self._kept, self._full, self._brief = kept, words, brief or words
        self._number.setText(number)
        self._words.setText(words)
        self.setAccessibleName(self.said)
        self.updateGeometry()

    def be_brief(self, *, brief: bool) -> None:
        """Show the brief words, or the full ones."""
        self._words.setText(self._brief if brief else self._full)
        self.updateGeometry()

    @property
    def said(self) -> str:
        """The number with its full words."""
        return f"{self._number.text()} {self._full}"

    def sizeHint(self) -> QSize:
        """Be as wide as the words, or as those that may come."""
        hint, metrics = super().sizeHint(), self._words.fontMetrics()
        more = metrics.horizontalAdvance(self._kept) - self._words.sizeHint().width()
        return QSize(hint.width() + max(0, more), hint.height())


class WeekStrip(QFrame):
    """Sums the week up; its accessible description says it all in words."""

    look_asked = Signal()
    """The person wants to read what there is to look at."""
    missing_asked = Signal()
    """The person wants to see what lacks a time."""
    review_asked = Signal()
    """The person wants to send the week to review, or to read what came back."""
    begin_asked = Signal()
    """The person wants to plan the very first contact."""
    example_asked = Signal()
    """The person wants to look at the example first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._planned = 0
        self._facts: WeekFacts | None = None
        self.setAccessibleName("Ugen i tal")
        self._bar = FormBar(theme, self)
        self._empty = QLabel(EMPTY, self)
        self.begin = QPushButton("Ny kontakt", self)
        self.begin.setProperty("main", True)  # noqa: FBT003 - Qt's signature
        self.begin.clicked.connect(self.begin_asked)
        self.example = QPushButton("Vis eksempeldata", self)
        self.example.setToolTip("Åbner et opdigtet hold i en fil for sig")
        self.example.clicked.connect(self.example_asked)
        self._time, self._travel, self._unplanned = Figure(self), Figure(self), Figure(self)
        self._missing, self._look = QPushButton(self), QPushButton(self)
        self._review = QPushButton(self)
        self._review.clicked.connect(self.review_asked)
        self._missing.clicked.connect(self.missing_asked)
        self._look.clicked.connect(self.look_asked)
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()

    def show_week(
        self, week: Week, said: tuple[WeekSentence, ...], *, looked_over: bool = True
    ) -> None:
        """Sum up one week; contacts that were called off do not count.

        Only contacts with citizens are shared among the forms and weighed against what is granted,
        as in review and in the figures; meetings among workers and the hotline are not.
        """
        self._look.setText(f" {_look_short(len(said)) if looked_over else _LOOKING}")
        self._look.setAccessibleName(_look_words(len(said)) if looked_over else _LOOKING)
        self._look.setEnabled(bool(said))
        self._dress()
        standing = [one for one in week.contacts if one.status.takes_time and one.citizens]
        self._bar.show_counts(Counter(contact.form for contact in standing))
        self._planned = sum(one.minutes for one in standing)
        self._empty.setVisible(not week.contacts)
        self._empty.setMinimumHeight(self._bar.sizeHint().height())  # nothing below moves
        self._bar.setVisible(bool(week.contacts))
        self._time.setVisible(bool(week.contacts))
        self._travel.setVisible(bool(week.contacts))
        self._facts = None
        self._say_time()
        travel = week.travel.values()
        spent = _together((one.minutes, one.certain) for one in travel)
        saved = _together((one.saved.minutes, one.saved.certain) for one in travel)
        self._travel.say(spent, f"transport · {saved} sparet")
        self._describe()

    def show_more(self, facts: WeekFacts) -> None:
        """Say what had to be asked for."""
        self._facts = facts
        self._say_time()
        self._unplanned.setVisible(bool(facts.unplanned))
        words = _unplanned_words(facts.unplanned)
        self._unplanned.say(str(facts.unplanned), words, brief=words.split()[0])
        self._review.setVisible(bool(facts.review))
        self._review.setText(_review_words(facts))
        self._review.setAccessibleName(f"Gennemgang: {_review_words(facts)}")
        self._describe()

    def offer_beginning(self, *, offered: bool) -> None:
        """Offer two ways to begin where nothing is stored yet."""
        for button in (self.begin, self.example):
            button.setVisible(offered)

    def show_missing(self, number: int) -> None:
        """Say how many contacts lack a time; nothing where none does."""
        self._missing.setText(f" {number} uden tid")
        self._missing.setAccessibleName(
            "1 kontakt mangler en tid" if number == 1 else f"{number} kontakter mangler en tid"
        )
        self._missing.setVisible(bool(number))
        self._keep_room(kept=False)
        self._describe()

    @property
    def summary(self) -> str:
        """What the strip says, in words."""
        return self.accessibleDescription()

    def minimumSizeHint(self) -> QSize:
        """Need room for the widest part only; the rest comes in lines below."""
        flow = self.layout()
        least = flow.minimumSize() if flow is not None else QSize()
        return QSize(least.width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say it as fully as the width has room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be brief, and draw the forms without words, only where that saves a line."""
        flow = self.layout()
        if flow is None:
            return

        def height(level: int) -> int:
            self._be_brief(level)
            return flow.heightForWidth(self.width())

        heights = [height(level) for level in range(_LEVELS)]
        self._be_brief(heights.index(min(heights)))
        flow.setGeometry(self.contentsRect())

    def _be_brief(self, level: int) -> None:
        for figure in (self._time, self._unplanned):
            figure.be_brief(brief=level > 0)
        self._bar.be_brief(brief=level > 1)

    def _say_time(self) -> None:
        granted = _granted_words(self._facts)
        waits = self._facts is None
        self._time.say(
            duration(self._planned),
            f"planlagt{granted}",
            brief=granted.strip(),
            kept=_WIDEST_GRANTED if waits else "",
        )
        self._time.setToolTip(
            "Planlagt: tiden med borgere.\n"
            "Bevilget: ugens bevilgede tid for de borgere, hvis primære medarbejder ugen er for"
            if granted
            else ""
        )

    def _lay_out(self) -> None:
        flow = FlowLayout(self, _BESIDE, _BELOW)
        flow.setContentsMargins(20, 8, 16, 4)
        for widget in (
            self._bar,
            self._empty,
            self.begin,
            self.example,
            self._time,
            self._travel,
            self._look,
            self._missing,
            self._unplanned,
            self._review,
        ):
            flow.addWidget(widget)
        self._missing.setToolTip("Vis, hvad der mangler en tid")
        self._review.setToolTip("Ugen i gennemgang: send den, eller læs svaret (Ctrl+Shift+S)")
        self._missing.setText(f" {_MISSING_WIDE}")
        self._keep_room(kept=True)
        self.offer_beginning(offered=False)
        for later in (self._empty, self._missing, self._unplanned, self._review):
            later.hide()

    def _keep_room(self, *, kept: bool) -> None:
        """Keep room for what lacks a time until it is known whether anything does."""
        policy = self._missing.sizePolicy()
        policy.setRetainSizeWhenHidden(kept)
        self._missing.setSizePolicy(policy)

    def _describe(self) -> None:
        figures = (self._time, self._unplanned, self._travel)
        shown = [self._bar.said, *(one.said for one in figures if not one.isHidden())]
        shown += [] if self._empty.isHidden() else [self._empty.text()]
        named = (self._look, self._review)
        shown += [one.accessibleName() for one in named if not one.isHidden()]
        shown += [] if self._missing.isHidden() else [self._missing.accessibleName()]
        self.setAccessibleDescription(". ".join(part.rstrip(".") for part in shown if part) + ".")
        self._fit()

    def _dress(self) -> None:
        tokens, size = self._theme.tokens, self._theme.pixels(16)
        warns = self._look.isEnabled()
        beside = self._theme.pixels(8)
        for button in (self._missing, self._look, self._review):
            button.setStyleSheet(
                f"QPushButton {{ padding: 2px {beside}px; }}"
                f"QPushButton:focus {{ padding: 1px {beside - 1}px; }}"
            )
        self._look.setIcon(
            icons.icon("warning" if warns else "check", tokens.warn if warns else tokens.muted)
        )
        self._look.setIconSize(QSize(size, size))
        self._missing.setIcon(icons.icon("calendar", tokens.ink))
        self._missing.setIconSize(QSize(size, size))


def _together(parts: Iterable[tuple[int, bool]]) -> str:
    """Add minutes up; ``ca.`` where any of them was estimated."""
    known = list(parts)
    minutes = sum(number for number, _ in known)
    certain = all(sure for number, sure in known if number)
    return duration(minutes) if certain else f"ca. {duration(minutes)}"


def _granted_words(facts: WeekFacts | None) -> str:
    if facts is None or facts.granted_from is None or facts.granted_to is None:
        return ""
    low, high = duration(facts.granted_from), duration(facts.granted_to)
    return f" af {low} bevilget" if low == high else f" af {low}–{high} bevilget"


def _unplanned_words(count: int) -> str:
    return "uplanlagt kontakt" if count == 1 else "uplanlagte kontakter"


def _review_words(facts: WeekFacts) -> str:
    if facts.review and not facts.questions:
        return facts.review.removesuffix(" til gennemgang")
    asked = "1 spørgsmål" if facts.questions == 1 else f"{facts.questions} spørgsmål"
    return f"{facts.review} · {asked}"


_LOOKING = "Ser efter …"


def _look_short(count: int) -> str:
    return f"{count} at se på" if count else "Intet at se på"


def _look_words(count: int) -> str:
    if not count:
        return "Intet at se på"
    return "1 ting at se på" if count == 1 else f"{count} ting at se på"
