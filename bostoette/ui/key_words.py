"""The names of keys, one everywhere: as the palette, the guide and Danish keyboards say them.

Qt's own Danish says "Skift", which also is a command's word ("Skift status"). Qt reads keys by
these names too, so no two of them may be the same.
"""

from PySide6.QtCore import QTranslator

WORDS = {"Shift": "Shift"}
_KEYS = "QShortcut"


class KeyWords(QTranslator):
    """Answers for the names of keys before Qt's own translation is asked."""

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """Return the key's name; None for all other words."""
        del disambiguation, n
        return WORDS.get(source) if context == _KEYS else None

    def isEmpty(self) -> bool:
        """Tell Qt that there are words to ask for."""
        return False
