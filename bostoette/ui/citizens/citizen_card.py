"""The chosen citizen, to be read: who she is, what is agreed and granted, which form fits."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.ui.citizens.citizen_facts import (
    Shown,
    agreement_facts,
    contact_facts,
    grant_facts,
    headline,
    profile_facts,
    profile_note,
    status_words,
)
from bostoette.ui.citizens.fact_card import FactCard
from bostoette.ui.citizens.fitting_scroll import FittingScroll
from bostoette.ui.entry.words import Words, quiet
from bostoette.ui.theme import Theme

_TWO_COLUMNS = 640
_BUTTONS_BESIDE = 480


class CitizenCard(FittingScroll):
    """Shows one citizen in groups, beside each other where there is room."""

    change_asked = Signal()
    status_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("citizenCard")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget(self)
        self.initials = QLabel(self._inside)
        self.initials.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name = Words(parent=self._inside)
        self.name.setObjectName("pageTitle")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.line = quiet("", self._inside)
        self.status = QLabel(self._inside)
        self.change = QPushButton("Ret borger", self._inside)
        self.end = QPushButton("Skift status", self._inside)
        self.agreement = self._group("Kontaktaftale", "Ny aftale", "Der er ingen aftale endnu.")
        self.grant = self._group("Bevilling", "Ny bevilling", "Der står ingen bevilling endnu.")
        self.contact = self._group("Kontaktoplysninger", "Ret", "")
        self.profile = self._group("Profil", "Gennemgå", "")
        self.contact.action.setAccessibleName("Ret kontaktoplysninger")
        self.profile.action.setAccessibleName("Gennemgå profil")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.change.clicked.connect(self.change_asked)
        self.contact.action_asked.connect(self.change_asked)
        self.end.clicked.connect(self.status_asked)
        theme.changed.connect(self._dress)
        self._dress()

    def show_citizen(self, shown: Shown) -> None:
        """Show a citizen."""
        fields = shown.details.fields
        name = shown.naming.name_of(fields.name, fields.initials)
        self.setAccessibleName(f"Borgeren {name}")
        self.initials.setText(fields.initials)
        self.name.setText(name)
        self.line.setText(headline(shown))
        self.status.setText(status_words(shown.details))
        self.status.setVisible(bool(self.status.text()))
        self.agreement.show_facts(agreement_facts(shown))
        self.grant.show_facts(grant_facts(shown))
        self.contact.show_facts(contact_facts(shown))
        self.profile.show_facts(profile_facts(shown), profile_note(shown.details.profile))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the groups beside each other where there is room."""
        super().resizeEvent(event)
        self._turn()

    def _group(self, title: str, action: str, nothing: str) -> FactCard:
        return FactCard(self._theme, title, action, nothing, self._inside)

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, groups in (
            (left, (self.agreement, self.grant)),
            (right, (self.contact, self.profile)),
        ):
            column.setSpacing(self._theme.pixels(12))
            for group in groups:
                column.addWidget(group)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        self._columns.setSpacing(self._theme.pixels(12))
        whole = QVBoxLayout(self._inside)
        whole.setContentsMargins(0, 0, self._theme.pixels(4), 0)
        whole.setSpacing(self._theme.pixels(12))
        whole.addWidget(self._head())
        whole.addLayout(self._columns)
        whole.addStretch(1)
        self.hold(self._inside)

    def _head(self) -> QFrame:
        head = QFrame(self._inside)
        head.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        words = QVBoxLayout()
        words.addWidget(self.name)
        words.addWidget(self.line)
        words.addWidget(self.status, 0, Qt.AlignmentFlag.AlignLeft)
        who, what, row = QHBoxLayout(), QHBoxLayout(), self._head_row
        head.setLayout(row)
        edge = self._theme.pixels(16)
        row.setContentsMargins(edge, edge, edge, edge)
        for one in (who, what, row):
            one.setSpacing(self._theme.pixels(12))
        who.addWidget(self.initials, 0, Qt.AlignmentFlag.AlignTop)
        who.addLayout(words, 1)
        what.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        what.addWidget(self.end, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(who, 1)
        row.addLayout(what)
        return head

    def _turn(self) -> None:
        for box, needed in ((self._columns, _TWO_COLUMNS), (self._head_row, _BUTTONS_BESIDE)):
            beside = self.viewport().width() >= self._theme.pixels(needed)
            wanted = (
                QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
            )
            if box.direction() != wanted:
                box.setDirection(wanted)

    def _dress(self) -> None:
        tokens, corner = self._theme.tokens, self._theme.pixels(8)
        side = self._theme.pixels(48)
        self.setStyleSheet(
            "QScrollArea#citizenCard { border: 2px solid transparent; }"
            f"QScrollArea#citizenCard:focus {{ border-color: {tokens.focus};"
            f"border-radius: {corner}px; }}"
        )
        self.initials.setFixedSize(QSize(side, side))
        self.initials.setStyleSheet(
            f"background: {tokens.accent_tint}; color: {tokens.accent}; font-weight: 600;"
            f"border-radius: {corner}px;"
        )
        self.status.setStyleSheet(
            f"background: {tokens.warn_tint}; color: {tokens.warn}; border-radius: {corner}px;"
            f"padding: {self._theme.pixels(4)}px {corner}px; font-weight: 600;"
        )
        self._turn()
