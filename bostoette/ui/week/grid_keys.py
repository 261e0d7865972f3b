"""The keys that the week's grid looks after itself, as the list of shortcuts tells them.

They hold only while the grid has the focus, so they are no actions of the page.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GridKey:
    """What some keys do in the grid; ``sequences`` are Qt's portable names."""

    words: str
    said: str
    sequences: tuple[str, ...]


GRID_KEYS = (
    GridKey("Fra kontakt til kontakt", "piletaster", ("Up", "Down", "Left", "Right")),
    GridKey("Åbn den valgte kontakt", "Enter eller F2", ("Return", "F2")),
    GridKey("Et kvarter før eller efter", "Ctrl+Op, Ctrl+Ned", ("Ctrl+Up", "Ctrl+Down")),
    GridKey("En dag før eller efter", "Ctrl+Venstre, Ctrl+Højre", ("Ctrl+Left", "Ctrl+Right")),
    GridKey(
        "Kortere eller længere",
        "Ctrl+Shift+Op, Ctrl+Shift+Ned",
        ("Ctrl+Shift+Up", "Ctrl+Shift+Down"),
    ),
    GridKey(
        "Besøg, telefon, video eller gåtur",
        "Alt+1, Alt+2, Alt+3, Alt+4",
        ("Alt+1", "Alt+2", "Alt+3", "Alt+4"),
    ),
    GridKey(
        "Vælg en ledig tid; Enter opretter dér",
        "Shift+piletaster",
        ("Shift+Up", "Shift+Down", "Shift+Left", "Shift+Right"),
    ),
    GridKey("Aflys eller slet", "Delete", ("Del",)),
    GridKey("Zoom ind, ud og tilbage", "Ctrl++, Ctrl+-, Ctrl+0", ("Ctrl++", "Ctrl+-", "Ctrl+0")),
    GridKey("Sæt det, der trækkes, tilbage", "Esc", ("Esc",)),
)
