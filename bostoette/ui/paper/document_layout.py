"""Where a printed document's text lies: it flows down the page and on to the next, nothing cut.

Everything is a row of cells, each cell some lines of text: a paragraph is a row of one cell, a
table's row has several. A row that does not fit goes to the next page, and one that fits on no
page is parted between lines. Lengths are pixels of 1/96 inch.
"""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace

from bostoette.models.contact_form import ContactForm
from bostoette.models.printed_document import (
    Block,
    Bullets,
    Facts,
    Heading,
    Meeting,
    NewPage,
    Paragraph,
    PrintedDocument,
    Table,
)
from bostoette.ui.paper.column_widths import column_widths
from bostoette.ui.paper.paper_text import PaperText, paper_font

MARGIN = 57
"""15 mm: what every printer can reach."""
_GAP = 12
_LINES_TOGETHER = 2
"""So many lines of a paragraph stand together at least, at the foot of a page."""
_LABEL_SHARES = (3, 7)


@dataclass(frozen=True, slots=True)
class Sizes:
    """How high the text is."""

    text: int
    heading: int
    title: int
    picture: int


SMALL = Sizes(text=11, heading=14, title=19, picture=32)
PLAIN = Sizes(text=14, heading=17, title=22, picture=40)
LARGE = Sizes(text=22, heading=27, title=34, picture=76)


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """One line of a text, with its place on the page."""

    text: PaperText
    number: int
    left: float
    top: float
    quiet: bool

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.text.line_heights[self.number]


@dataclass(frozen=True, slots=True)
class PlacedRule:
    """A thin line across the page."""

    top: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A form's picture, and how far down its edge goes."""

    form: ContactForm
    left: float
    top: float
    size: float
    bottom: float


@dataclass
class FlowPage:
    """One page between head and foot."""

    lines: list[PlacedLine] = field(default_factory=list)
    rules: list[PlacedRule] = field(default_factory=list)
    pictures: list[PlacedPicture] = field(default_factory=list)

    @property
    def blank(self) -> bool:
        """Whether nothing stands on it yet."""
        return not self.lines


@dataclass(frozen=True, slots=True)
class _Cell:
    """Texts below each other, from one left edge."""

    left: float
    texts: tuple[PaperText, ...]
    quiet: bool = False

    def lines(self) -> list[tuple[PaperText, int]]:
        return [(text, number) for text in self.texts for number in range(len(text.line_heights))]


@dataclass(frozen=True, slots=True)
class _Row:
    """Cells beside each other."""

    cells: tuple[_Cell, ...]
    above: float = 0
    """Air above it, where it is not the first on a page."""
    below: float = 0
    whole: bool = False
    """Rather on the next page than in two parts."""
    needs_below: float = 0
    """So much has to fit below it, so that a heading is not left alone."""
    ruled: bool = False
    form: ContactForm | None = None
    least: float = 0
    """How high it is at least."""

    @property
    def height(self) -> float:
        return max(self.least, *(sum(text.height for text in cell.texts) for cell in self.cells))


class _Flow:
    """The pages that are being filled."""

    def __init__(self, left: float, right: float, top: float, bottom: float, picture: int) -> None:
        self._left, self._right, self._top, self._bottom = left, right, top, bottom
        self._picture = picture
        self._at = top
        self.pages = [FlowPage()]

    @property
    def page(self) -> FlowPage:
        return self.pages[-1]

    def turn(self) -> None:
        self.pages.append(FlowPage())
        self._at = self._top

    def put(self, row: _Row, again: _Row | None = None) -> None:
        """Put a row; ``again`` stands above it once more where it begins a page."""
        if not self.page.blank:
            self._at += row.above
        if not self._has_room(row):
            self._turn_with(again)
        rest = [cell.lines() for cell in row.cells]
        while True:
            rest, height = self._put_lines(row, rest)
            least = row.least if row.form is not None else 0
            self._at += max(height, least)
            if not any(rest):
                break
            self._turn_with(again)
        self._finish(row)

    def _has_room(self, row: _Row) -> bool:
        """Tell whether to begin the row here: all of it, or as much as may stand alone."""
        if self.page.blank:
            return True
        room, height = self._bottom - self._at, row.height
        if height + row.needs_below <= room:
            return True
        if row.whole and height <= self._bottom - self._top:
            return False
        heights = [text.line_heights[number] for text, number in row.cells[0].lines()]
        return bool(heights) and sum(heights[:_LINES_TOGETHER]) + row.needs_below <= room

    def _turn_with(self, again: _Row | None) -> None:
        self.turn()
        if again is not None:
            self._put_lines(again, [cell.lines() for cell in again.cells])
            self._at += again.height
            self._finish(again)

    def _put_lines(
        self, row: _Row, rest: list[list[tuple[PaperText, int]]]
    ) -> tuple[list[list[tuple[PaperText, int]]], float]:
        """Put the lines that fit; return those that do not, and how high the others are."""
        top, highest, left_over = self._at, 0.0, []
        fresh = self.page.blank
        for cell, lines in zip(row.cells, rest, strict=True):
            at = top
            for place, (text, number) in enumerate(lines):
                height = text.line_heights[number]
                if at + height > self._bottom and not (fresh and place == 0):
                    left_over.append(lines[place:])
                    break
                self.page.lines.append(PlacedLine(text, number, cell.left, at, cell.quiet))
                at += height
            else:
                left_over.append([])
            highest = max(highest, at - top)
        if row.form is not None:
            self._put_picture(row.form, top, max(highest, row.least))
        return left_over, highest

    def _put_picture(self, form: ContactForm, top: float, height: float) -> None:
        picture = PlacedPicture(form, self._left, top, self._picture, top + height)
        self.page.pictures.append(picture)

    def _finish(self, row: _Row) -> None:
        if row.ruled:
            self._at += row.below
            self.page.rules.append(PlacedRule(self._at, self._left, self._right))
        self._at += row.below


def laid_out(
    document: PrintedDocument, wide: float, top: float, bottom: float
) -> Generator[int, None, list[FlowPage]]:
    """Lay out a document between two heights on pages so wide, block by block.

    Says after each block how many are done.
    """
    sizes = LARGE if document.large else SMALL if document.small else PLAIN
    flow = _Flow(MARGIN, wide - MARGIN, top, bottom, sizes.picture)
    maker = _Rows(MARGIN, wide - 2 * MARGIN, sizes)
    for row in maker.title(document):
        flow.put(row)
    for number, block in enumerate(document.blocks, 1):
        if isinstance(block, NewPage):
            if not flow.page.blank:
                flow.turn()
        else:
            again = maker.heads(block) if isinstance(block, Table) else None
            if again is not None:
                flow.put(again)
            coming = document.blocks[number : number + 1]
            for row in maker.rows(block):
                flow.put(maker.kept_with(row, block, coming), again)
        yield number
    return flow.pages


class _Rows:
    """Makes rows of blocks."""

    def __init__(self, left: float, wide: float, sizes: Sizes) -> None:
        self._left, self._wide, self._sizes = left, wide, sizes
        self._known: dict[tuple[str, ...], tuple[float, ...]] = {}

    def title(self, document: PrintedDocument) -> Iterator[_Row]:
        """Make the rows of the title, and of the line below it."""
        if document.title:
            title = self._text(document.title, self._wide, size=self._sizes.title, bold=True)
            yield _Row((_Cell(self._left, (title,)),), below=self._sizes.text * 0.3)
        if document.lead:
            lead = self._text(document.lead, self._wide)
            yield _Row((_Cell(self._left, (lead,), quiet=True),), below=self._sizes.text * 0.6)

    def rows(self, block: Block) -> Iterator[_Row]:
        """Make the rows of a block, one after the other: a long table is not held at once."""
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph():
                yield self._paragraph(block)
            case Bullets(lines):
                yield from map(self._bullet, lines)
            case Facts(rows):
                yield from (self._fact(*row) for row in rows)
            case Table():
                for cells in block.rows:
                    yield self._table_row(block, cells)
            case Meeting():
                yield self._meeting(block)
            case NewPage():
                return

    def kept_with(self, row: _Row, block: Block, coming: Sequence[Block]) -> _Row:
        """Keep a heading with the head and the first row of the table below it."""
        table = coming[0] if coming else None
        if not isinstance(block, Heading) or not isinstance(table, Table) or not table.rows:
            return row
        start = (self.heads(table), self._table_row(table, table.rows[0]))
        return replace(
            row, needs_below=sum(one.above + one.height + 2 * one.below for one in start)
        )

    def heads(self, table: Table) -> _Row:
        """Make the row that stands above a table on each page."""
        return self._table_row(table, table.heads, bold=True)

    def _heading(self, heading: Heading) -> _Row:
        first = heading.level == 1
        size = self._sizes.heading if first else self._sizes.text
        text = self._text(heading.words, self._wide, size=size, bold=True)
        return _Row(
            (_Cell(self._left, (text,)),),
            above=size * (1.2 if first else 0.7),
            below=size * 0.3,
            needs_below=3 * 1.4 * self._sizes.text,
        )

    def _paragraph(self, block: Paragraph) -> _Row:
        text = self._text(block.words, self._wide, bold=block.bold)
        return _Row((_Cell(self._left, (text,), quiet=block.quiet),), below=self._sizes.text * 0.5)

    def _bullet(self, words: str) -> _Row:
        inset = self._sizes.text * 1.2
        dot = _Cell(self._left, (self._text("•", inset),))
        text = _Cell(self._left + inset, (self._text(words, self._wide - inset),))
        return _Row((text, dot), below=self._sizes.text * 0.25)

    def _fact(self, label: str, value: str) -> _Row:
        lefts, wides = self._columns(_LABEL_SHARES)
        named = _Cell(lefts[0], (self._text(label, wides[0]),), quiet=True)
        return _Row(
            (named, _Cell(lefts[1], (self._text(value, wides[1]),))),
            below=self._sizes.text * 0.25,
            whole=True,
        )

    def _table_row(self, table: Table, cells: tuple[str, ...], *, bold: bool = False) -> _Row:
        lefts, wides = self._columns(table.shares or (1,) * len(table.heads), table.heads)
        return _Row(
            tuple(
                _Cell(left, (self._text(words, wide, bold=bold),))
                for left, wide, words in zip(lefts, wides, cells, strict=True)
            ),
            above=self._sizes.text * (0.5 if bold else 0),
            below=self._sizes.text * 0.3,
            whole=True,
            needs_below=3 * self._sizes.text if bold else 0,
            ruled=True,
        )

    def _meeting(self, block: Meeting) -> _Row:
        inset = self._sizes.picture + 2.4 * _GAP
        wide = self._wide - inset
        head = self._text(block.when, wide, size=self._sizes.heading, bold=True)
        lines = tuple(self._text(line, wide) for line in block.lines)
        return _Row(
            (_Cell(self._left + inset, (head, *lines)),),
            above=self._sizes.text * 0.6,
            below=self._sizes.text * 0.6,
            whole=True,
            ruled=True,
            form=block.form,
            least=self._sizes.picture,
        )

    def _columns(
        self, shares: tuple[int, ...], heads: tuple[str, ...] = ()
    ) -> tuple[list[float], list[float]]:
        """Return the columns' left edges and widths."""
        room = self._wide - _GAP * (len(shares) - 1)
        least = self._least(heads) if heads else (0.0,) * len(shares)
        wides = column_widths(shares, least, room)
        lefts = [self._left + sum(wides[:place]) + _GAP * place for place in range(len(shares))]
        return lefts, wides

    def _least(self, heads: tuple[str, ...]) -> tuple[float, ...]:
        """Return how wide each head's longest word is; measured once for a table."""
        if heads not in self._known:
            self._known[heads] = tuple(
                max((self._word(word) for word in head.split()), default=0.0) for head in heads
            )
        return self._known[heads]

    def _word(self, word: str) -> float:
        return self._text(word, self._wide, bold=True).width + 1

    def _text(
        self, words: str, wide: float, *, size: float | None = None, bold: bool = False
    ) -> PaperText:
        return PaperText(words, paper_font(size or self._sizes.text, bold=bold), wide)
