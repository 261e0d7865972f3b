"""The recovery key, shown this once: to print or write down, and to prove by two groups."""

import secrets
from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QMarginsF, QMimeData, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QHideEvent, QPagedPaintDevice, QPageLayout
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from bostoette.models.plan_error import PlanError
from bostoette.models.recovery_key import GROUP, SIGNS, RecoveryKey
from bostoette.ui.entry.entry_page import EntryPage
from bostoette.ui.entry.recovery_sheet import draw_recovery_sheet, fixed_font
from bostoette.ui.labelled import Labelled
from bostoette.ui.theme import Theme
from bostoette.ui.words import quiet

_GROUPS = SIGNS // GROUP
_PER_ROW = 4
_LEAD = (
    "Glemmer du adgangssætningen, er denne nøgle den eneste vej ind. Den vises kun nu. Udskriv "
    "den, eller skriv den af, og gem papiret et andet sted end ved computeren."
)
_LARGE = 1.8
_MARGINS = QMarginsF(20, 20, 20, 20)


class RecoveryKeyPage(EntryPage):
    """Shows a new key, and goes on when two of its groups are typed back."""

    confirmed = Signal()

    def __init__(
        self,
        theme: Theme,
        key: RecoveryKey,
        now: Callable[[], datetime],
        *,
        asked: tuple[int, ...] | None = None,
    ) -> None:
        super().__init__(theme, "Din gendannelsesnøgle", _LEAD, width=520)
        self._key = key
        self._now = now
        self.asked = asked or _two_places()
        self._copied = False
        self.signs = [QLabel(group) for group in key.groups]
        self.copy_button = QPushButton("Kopiér")
        self.print_button = QPushButton("Udskriv …")
        self.next_button = QPushButton("Videre")
        self.fields = tuple(QLineEdit() for _ in self.asked)
        self._rows = tuple(
            Labelled(theme, f"Gruppe {place + 1}", field)
            for place, field in zip(self.asked, self.fields, strict=True)
        )
        self.add(self._make_key())
        self.add(self._make_tools())
        first, second = (place + 1 for place in self.asked)
        self.add(
            quiet(f"Skriv gruppe {first} og {second} her fra papiret, så vi ved, den er rigtig.")
        )
        self.add(self._make_fields())
        self.add_actions(self.next_button)
        self._connect()
        self.enlarge()

    def first_field(self) -> QWidget:
        """Begin at the printing: that is what the page is for."""
        return self.print_button

    def enlarge(self) -> None:
        """Show the key larger than other text, also after the text size has changed."""
        font = QFont(fixed_font())
        font.setPointSizeF(QApplication.font().pointSizeF() * _LARGE)
        for label in self.signs:
            label.setFont(font)

    def show_working(self, words: str) -> None:
        """Say what is under way (in the button), or that nothing is any more."""
        self.next_button.setText(words or "Videre")
        self.next_button.setEnabled(not words)

    def say_refused(self, error: PlanError) -> None:
        """Say what went wrong; the key stays shown."""
        self.show_working("")
        self.say_error(error)

    def forget_copy(self) -> None:
        """Take the key off the clipboard again, if it still lies there."""
        clipboard = QGuiApplication.clipboard()
        if self._copied and clipboard.text() == self._key.text:
            clipboard.clear()
        self._copied = False

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no copy behind when the page is left, however it is left."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.forget_copy()

    def _make_key(self) -> QWidget:
        whole = QWidget()
        whole.setAccessibleName("Gendannelsesnøglen i syv grupper")
        whole.setAccessibleDescription(self._key.text)
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(self.theme.pixels(2))
        grid.setRowMinimumHeight(2, self.theme.pixels(28))
        for place, label in enumerate(self.signs):
            row, column = divmod(place, _PER_ROW)
            label.setAccessibleName(f"Gruppe {place + 1}: {' '.join(label.text())}")
            grid.addWidget(quiet(f"{place + 1}"), 2 * row, column, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(label, 2 * row + 1, column)
        return whole

    def _make_tools(self) -> QWidget:
        return _side_by_side(self.theme, self.print_button, self.copy_button, stretch=True)

    def _make_fields(self) -> QWidget:
        for field in self.fields:
            field.setMaxLength(3 * GROUP)
        return _side_by_side(self.theme, *self._rows)

    def _connect(self) -> None:
        for button in (self.copy_button, self.print_button):
            button.setAutoDefault(True)
            button.setAccessibleName(f"{button.text().removesuffix(' …')} gendannelsesnøglen")
        self.copy_button.clicked.connect(self._copy)
        self.print_button.clicked.connect(self._print)
        self.next_button.clicked.connect(self._check)
        self.fields[0].returnPressed.connect(self.fields[-1].setFocus)
        self.fields[-1].returnPressed.connect(self._check)
        self.theme.changed.connect(self.enlarge)

    def _check(self) -> None:
        if not self.next_button.isEnabled():
            return
        self.notice.clear()
        faulty: QLineEdit | None = None
        for place, field, row in zip(self.asked, self.fields, self._rows, strict=True):
            right = self._key.has_group(place, field.text())
            if row.say_fault("" if right else _not_the_group(place, field.text())):
                faulty = faulty or field
        if faulty is not None:
            self.focus_on(faulty)
            return
        self.confirmed.emit()

    def _copy(self) -> None:
        kept = QMimeData()
        kept.setText(self._key.text)
        for name, value in _KEEP_OUT_OF_HISTORY:
            kept.setData(name, value)
        QGuiApplication.clipboard().setMimeData(kept)
        self._copied = True
        self.copy_button.setText("Kopieret")

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName("Gendannelsesnøgle")
        printer.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle("Udskriv gendannelsesnøglen")
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_on(printer, self._now().astimezone().date())

    def print_on(self, printer: QPagedPaintDevice, today: date) -> None:
        """Print the sheet, or say that it was not printed."""
        if not draw_recovery_sheet(printer, self._key, today):
            self.notice.say(
                "Nøglen blev ikke udskrevet. Den gælder stadig. Vælg en anden printer, eller "
                "skriv den af."
            )


def _two_places() -> tuple[int, ...]:
    return tuple(sorted(secrets.SystemRandom().sample(range(_GROUPS), 2)))


def _not_the_group(place: int, typed: str) -> str:
    if not typed.strip():
        return f"Skriv de {GROUP} tegn i gruppe {place + 1}."
    return f"Det er ikke gruppe {place + 1}. Se efter på papiret."


def _side_by_side(theme: Theme, *parts: QWidget, stretch: bool = False) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.pixels(12))
    for part in parts:
        row.addWidget(part, 0 if stretch else 1, Qt.AlignmentFlag.AlignTop)
    if stretch:
        row.addStretch(1)
    return whole


# What clipboard managers go by to leave a secret out of their history.
_KEEP_OUT_OF_HISTORY = (
    ("x-kde-passwordManagerHint", b"secret"),
    ('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', b"\1"),
)
