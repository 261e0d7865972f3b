"""A page as it will be on paper, as large as there is room for."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget


class PagePicture(QLabel):
    """Shows a page as large as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = QPixmap()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumSize(320, 226)

    def show_page(self, page: QPixmap, words: str) -> None:
        """Show another page; the words say what is on it."""
        self._page = page
        self.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page anew."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Ask for half a page's size."""
        return QSize(560, 396)

    def _fit(self) -> None:
        if self._page.isNull():
            return
        ratio = self.devicePixelRatioF()
        fitted = self._page.scaled(
            self.size() * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        fitted.setDevicePixelRatio(ratio)
        self.setPixmap(fitted)
