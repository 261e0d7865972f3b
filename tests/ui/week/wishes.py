"""Collects what a grid asks for, so that tests can say what was and what was not asked."""

from bostoette.ui.week.week_grid import WeekGrid


class Wishes:
    """Every wish in the order it came: its name and its values."""

    def __init__(self, grid: WeekGrid) -> None:
        self.made: list[tuple[object, ...]] = []
        grid.open_asked.connect(lambda key: self.made.append(("open", key)))
        grid.span_asked.connect(lambda key, span: self.made.append(("span", key, span)))
        grid.create_asked.connect(lambda span, text: self.made.append(("create", span, text)))
        grid.drawn_asked.connect(lambda span: self.made.append(("draw", span)))
        grid.delete_asked.connect(lambda key: self.made.append(("delete", key)))
        grid.form_asked.connect(lambda key, form: self.made.append(("form", key, form)))
