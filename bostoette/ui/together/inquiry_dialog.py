"""A quick log of somebody who turned to us: on the hotline, or a relative (P75, P79)."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from bostoette.models.inquiry import Caller, Strain
from bostoette.models.inquiry_fields import InquiryFields
from bostoette.models.key import Key
from bostoette.models.material_fields import ListedMaterial
from bostoette.ui.field_dialog import FieldDialog
from bostoette.ui.form_parts import Choice, labelled, line, number, side_by_side
from bostoette.ui.theme import Theme
from bostoette.ui.tick_list import TickList

_MOST_MINUTES = 240
People = Sequence[tuple[Key, str]]
"""Citizens to choose from: key and name."""


class InquiryDialog(FieldDialog):
    """Asks who, about what, and what came of it; stores through ``store``."""

    def __init__(
        self,
        theme: Theme,
        people: People,
        materials: Sequence[ListedMaterial],
        store: Callable[[InquiryFields], object],
        parent: QWidget,
        *,
        begun: InquiryFields,
    ) -> None:
        super().__init__(theme, "Notér henvendelse", "", "Gem", parent)
        self._store, self._hotline = store, begun.on_hotline
        self.caller = Choice([(one, one.danish) for one in Caller], begun.caller)
        self.citizen = Choice([(None, "Ingen valgt"), *people], begun.citizen_id)
        self.who = line("")
        self.topic = line("")
        self.advice = line("", 400)
        self.guided_to = line("")
        self.minutes = number(1, _MOST_MINUTES, " min")
        self.minutes.setValue(begun.minutes)
        strains = [(None, "Ikke vurderet"), *((one, one.danish) for one in Strain)]
        self.strain = Choice(strains)
        self.worried = QCheckBox("Er bekymret for borgeren: lav opgaven »se til borgeren«")
        self.relief = QCheckBox("Lav en opgave: plan for aflastning")
        self.follow_up = QCheckBox("Jeg følger op: lav en opgave til i morgen")
        self.materials: TickList[Key] = TickList("Materiale, der er sendt")
        self.materials.offer([(one.id, one.words) for one in materials], ())
        self._lay_out_fields()
        self.caller.currentIndexChanged.connect(self._turn)
        self.strain.currentIndexChanged.connect(self._propose_relief)
        self._turn()

    def fields(self) -> InquiryFields:
        """Return what is filled in."""
        relative = self.caller.value is Caller.RELATIVE
        return InquiryFields(
            caller=self.caller.value,
            topic=self.topic.text(),
            citizen_id=self.citizen.value,
            who=self.who.text(),
            advice=self.advice.text(),
            guided_to=self.guided_to.text(),
            minutes=self.minutes.value(),
            strain=self.strain.value if relative else None,
            worried=relative and self.worried.isChecked(),
            on_hotline=self._hotline,
            follow_up=self.follow_up.isChecked(),
            plan_relief=relative and self.relief.isChecked(),
            materials=self.materials.ticked(),
        )

    def submit(self) -> None:
        """Store it."""
        self._store(self.fields())
        self.finish()

    def _turn(self) -> None:
        """Ask about strain only where a relative turned to us, and for whom where we know."""
        relative = self.caller.value is Caller.RELATIVE
        self._strained.setVisible(relative)
        for box in (self.worried, self.relief):
            box.setVisible(relative)
        self._known.setVisible(self.caller.value is not Caller.UNKNOWN)
        self._propose_relief()

    def _propose_relief(self) -> None:
        high = self.strain.value is Strain.HIGH and self.caller.value is Caller.RELATIVE
        self.relief.setVisible(high)
        self.relief.setChecked(high)

    def _lay_out_fields(self) -> None:
        theme, column = self.theme, self.column
        self._known = labelled(theme, "Borger", self.citizen)
        caller = labelled(theme, "Hvem henvendte sig?", self.caller)
        column.addWidget(side_by_side(theme, caller, self._known))
        who = labelled(theme, "Kort om vedkommende", self.who, hint="Fx mor, eller et nummer")
        column.addWidget(side_by_side(theme, who, labelled(theme, "Varighed", self.minutes)))
        column.addWidget(labelled(theme, "Emne", self.topic))
        column.addWidget(labelled(theme, "Råd, du gav", self.advice))
        column.addWidget(labelled(theme, "Henvist til", self.guided_to))
        self._strained = labelled(theme, "Den pårørendes belastning", self.strain)
        column.addWidget(self._strained)
        for box in (self.worried, self.relief, self.follow_up):
            box.setAccessibleName(box.text())
            column.addWidget(box)
        self._sent = labelled(theme, "Materiale, der er sendt", self.materials)
        self._sent.setVisible(self.materials.count() > 0)
        column.addWidget(self._sent)
