"""The form of the citizen's own voice: what matters, when, where, and her own words."""

from collections.abc import Callable

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.voice_fields import PlaceWish, VoiceFields
from bostoette.ui.choice_box import ChoiceBox
from bostoette.ui.citizens.time_of_day_rows import TimeOfDayRows
from bostoette.ui.form_dialog import FormDialog
from bostoette.ui.form_rows import FormRows
from bostoette.ui.theme import Theme
from bostoette.ui.typed_state import TypedState

_WISHES: tuple[tuple[bool | None, str], ...] = (
    (None, "Lige meget"),
    (True, "Gerne"),
    (False, "Helst ikke"),
)
_LINES = 2
_PAIR = 2


class VoiceEditor(FormDialog):
    """Asks, and gives what is said to ``save``; begun with what was said before."""

    def __init__(
        self,
        theme: Theme,
        known: VoiceFields,
        save: Callable[[VoiceFields], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "Borgerens egen stemme", (620, 660), parent)
        form = QWidget(self)
        self.matters = self._text("Hvad betyder noget, når I mødes og skilles?", form)
        self.words = self._text("Med borgerens egne ord", form)
        self.times = TimeOfDayRows(theme, known.times, form)
        self.places = {
            place: ChoiceBox[bool | None](place.danish, _WISHES, form) for place in ContactPlace
        }
        rows = FormRows(theme, form)
        rows.row(("Hvad betyder noget, når I mødes og skilles?", self.matters))
        rows.heading("Hvornår på dagen har borgeren kræfter?")
        rows.addWidget(self.times)
        rows.heading("Hvor vil borgeren gerne eller helst ikke mødes?")
        boxes = [(place.danish, box.box) for place, box in self.places.items()]
        for first in range(0, len(boxes), _PAIR):
            rows.row(*boxes[first : first + _PAIR])
        rows.row(("Med borgerens egne ord", self.words))
        rows.addStretch(1)
        self.hold(form, lambda: save(self.fields()))
        self._fill(known)
        self.begin()

    def fields(self) -> VoiceFields:
        """Return what is filled in; raises PlanError where a time cannot be read."""
        chosen = [(place, box.value) for place, box in self.places.items()]
        return VoiceFields(
            self.matters.toPlainText(),
            self.words.toPlainText(),
            self.times.said(),
            tuple(PlaceWish(place, wanted) for place, wanted in chosen if wanted is not None),
        )

    def changed(self) -> bool:
        """Tell whether anything was typed or chosen, long texts included."""
        return super().changed() or self._texts() != self._began_texts

    def put_back(self, state: TypedState) -> None:
        """Put back what stood in the form, with as many times as there were."""
        self.times.make_room(state)
        super().put_back(state)

    def _fill(self, known: VoiceFields) -> None:
        self.matters.setPlainText(known.what_matters)
        self.words.setPlainText(known.own_words)
        for one in known.places:
            self.places[one.place].choose(one.wanted)
        self._began_texts = self._texts()

    def _texts(self) -> tuple[str, str]:
        return self.matters.toPlainText(), self.words.toPlainText()

    def _text(self, name: str, form: QWidget) -> QPlainTextEdit:
        field = QPlainTextEdit(form)
        field.setAccessibleName(name)
        field.setTabChangesFocus(True)
        field.setFixedHeight(field.fontMetrics().lineSpacing() * _LINES + self.theme.pixels(20))
        return field
