"""The tick for a new visit after one that is held as a call instead (P24)."""

from PySide6.QtWidgets import QCheckBox, QWidget

from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import when
from bostoette.services.conversion import ConversionOffer


class NewVisitBox(QCheckBox):
    """Proposes when to come instead; hidden where there is nothing to propose."""

    def __init__(self, offer: ConversionOffer | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._span = offer.new_visit if offer is not None else None
        if offer is None or self._span is None:
            self.hide()
            return
        self.setText(f"&Planlæg {' '.join(offer.form.one_more)} {when(self._span)}")
        self.setAccessibleName(self.text().replace("&", ""))
        self.setChecked(True)

    @property
    def wanted(self) -> TimeSpan | None:
        """When to come instead; None where nobody wants it."""
        return self._span if self.isChecked() else None
