"""The summary for the citizen (P70): agreements in plain words, given in one of three ways."""

from collections.abc import Callable
from functools import partial
from urllib.parse import quote

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from bostoette.models.note_kinds import GivenHow
from bostoette.models.plan_error import PlanError
from bostoette.ui.careful_dialog import CarefulDialog
from bostoette.ui.flow_layout import FlowLayout
from bostoette.ui.spelling import watch_spelling
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

Give = Callable[[str, GivenHow], object]
SIZE = (520, 420)


class SummaryDialog(CarefulDialog):
    """Lets the text be made shorter, taken along, and marked as given."""

    copy_asked = Signal(str)
    print_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        who: str,
        text: str,
        most_words: int,
        give: Give,
        *,
        parent: QWidget | None = None,
        open_mail: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._open_mail = open_mail
        self._most = most_words
        self._give = give
        self.setWindowTitle(f"Opsummering · {who}")
        self.text = QPlainTextEdit(text, self)
        self.text.setAccessibleName("Opsummering til borgeren")
        self.text.setTabChangesFocus(True)
        self.spelling = watch_spelling(self.text, theme)
        self.count = quiet("", self)
        self.trouble = Words(parent=self)
        self.trouble.setObjectName("trouble")
        self.trouble.hide()
        self.copy = self._button("Kopiér", self._ask_copy)
        self.mail = self._button("Åbn i e-mail", self._mail)
        self.paper = self._button("Udskriv brev …", self._ask_print)
        self.given = {
            GivenHow.SENT: self._button("Sendt", partial(self._mark, GivenHow.SENT)),
            GivenHow.HANDED_OVER: self._button(
                "Givet i hånden", partial(self._mark, GivenHow.HANDED_OVER)
            ),
            GivenHow.READ_ALOUD: self._button(
                "Læst højt", partial(self._mark, GivenHow.READ_ALOUD)
            ),
        }
        self.close_button = self._button("Luk", self.reject)
        self.close_button.setToolTip("Luk: opsummeringen står stadig på listen (Esc)")
        self._lay_out()
        self.text.textChanged.connect(self._count)
        self._count()

    def _ask_copy(self) -> None:
        self.copy_asked.emit(self.text.toPlainText())
        self.count.setText("Kopieret. Udklipsholderen ryddes om et minut.")

    def _ask_print(self) -> None:
        self.print_asked.emit(self.text.toPlainText())

    def _mail(self) -> None:
        """Begin a letter in the system's own program; who it goes to is written there."""
        if self._open_mail(mail_url(self.text.toPlainText())):
            self.trouble.hide()
            self.count.setText(
                "Teksten er lagt over i mailprogrammet. Skriv modtageren dér, og se den igennem, "
                "før du sender."
            )
            return
        self.trouble.setText(
            "Computeren har intet mailprogram, der kan åbne den. Intet er sendt; brug Kopiér i "
            "stedet."
        )
        self.trouble.show()

    def _mark(self, how: GivenHow) -> None:
        try:
            self._give(self.text.toPlainText(), how)
        except PlanError as error:
            self.trouble.setText(error.sentence)
            self.trouble.show()
            return
        self.accept()

    def _count(self) -> None:
        number = len(self.text.toPlainText().split())
        self.count.setText(f"{number} ord af højst {self._most}")
        over = number - self._most
        self.trouble.setText(f"{over} ord for mange. Kort den af, så den er let at læse.")
        self.trouble.setVisible(over > 0)

    def _button(self, words: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: do())
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(self._theme.pixels(8))
        column.addWidget(Words("Kun det, I har aftalt, og i ord, borgeren selv ville bruge.", self))
        column.addWidget(self.text, 1)
        column.addWidget(self.count)
        column.addWidget(self.trouble)
        column.addWidget(self._row((self.copy, self.mail, self.paper)))
        column.addWidget(Words("Borgeren har fået den:", self))
        column.addWidget(self._row(tuple(self.given.values())))
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        width, height = (self._theme.pixels(one) for one in SIZE)
        behind = self.parentWidget()
        room = behind.window().size() if behind else None
        self.resize(
            min(width, room.width()) if room else width,
            min(height, room.height()) if room else height,
        )

    def _row(self, buttons: tuple[QPushButton, ...]) -> QWidget:
        row = QWidget(self)
        gap = self._theme.pixels(8)
        flow = FlowLayout(row, gap, gap)
        flow.setContentsMargins(0, 0, 0, 0)
        for place, button in enumerate(buttons):
            flow.insert_widget(place, button)
        return row


def mail_url(text: str) -> QUrl:
    """Return the address that begins an e-mail with this text, to nobody yet."""
    return QUrl(f"mailto:?subject={quote('Det, vi aftalte')}&body={quote(text)}")
