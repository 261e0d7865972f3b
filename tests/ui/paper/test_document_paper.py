"""Anything on paper: it flows over pages, nothing is cut, and what it says can be selected."""

from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QApplication

from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
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
    proposed_file_name,
)
from bostoette.ui.paper.document_layout import MARGIN
from bostoette.ui.paper.document_paper import DISCREET, DocumentPages, document_pages
from bostoette.ui.paper.paper_device import LONG_SIDE, SHORT_SIDE, image_of, pdf_of

PRINTED = datetime(2026, 11, 30, 9, 5)
LONG_WORD = "Rødgrødmedfløde" * 20
SENTENCE = "Vi ringede til Åse og talte om æbler, øl og ærter. "


def document(*blocks: Block) -> PrintedDocument:
    return PrintedDocument("Oplysninger", blocks, PRINTED, team="Bostøtten i Midtbyen")


def table(rows: int, words: str = "Kort") -> Table:
    cells = tuple((f"{row}. nov.", "Besøg", f"{words} {row}") for row in range(rows))
    return Table(("Dag", "Form", "Hvad"), cells, (2, 2, 5))


TEXTS = st.sampled_from(["", "Kort", SENTENCE, SENTENCE * 40, LONG_WORD, "En\nTo\nTre", "ÆØÅ æøå"])
BLOCKS = st.one_of(
    st.builds(Heading, TEXTS, st.integers(1, 2)),
    st.builds(Paragraph, TEXTS),
    st.builds(lambda lines: Bullets(tuple(lines)), st.lists(TEXTS, max_size=5)),
    st.builds(lambda one, other: Facts(((one, other), (other, one))), TEXTS, TEXTS),
    st.builds(table, st.integers(0, 80), TEXTS),
    st.builds(
        lambda form, when, lines: Meeting(form, when, tuple(lines)),
        st.sampled_from(list(ContactForm)),
        TEXTS,
        st.lists(TEXTS, max_size=4),
    ),
    st.just(NewPage()),
)


def texts_of(pages: DocumentPages) -> list[tuple[str, int]]:
    return [(line.text.words, line.number) for page in pages.flow for line in page.lines]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(blocks=st.lists(BLOCKS, max_size=6), landscape=st.booleans(), large=st.booleans())
def test_nothing_is_cut_and_nothing_lies_on_anything_else(
    qapp: QApplication, blocks: list[Block], *, landscape: bool, large: bool
) -> None:
    one = replace(document(*blocks), landscape=landscape, large=large)
    pages = document_pages(one)
    wide, high = (LONG_SIDE, SHORT_SIDE) if landscape else (SHORT_SIDE, LONG_SIDE)
    for page in pages.flow:
        for line in page.lines:
            assert line.left + line.text.width <= wide - MARGIN + 1
            assert line.top >= MARGIN
            assert line.bottom <= high - MARGIN
        places = sorted((line.left, line.top, line.bottom) for line in page.lines)
        for (left, _top, bottom), (next_left, next_top, _) in pairwise(places):
            assert left != next_left or bottom <= next_top + 0.5
    seen: dict[int, set[int]] = {}
    for page in pages.flow:
        for line in page.lines:
            seen.setdefault(id(line.text), set()).add(line.number)
    whole = {id(line.text): line.text for page in pages.flow for line in page.lines}
    assert all(len(seen[key]) == len(text.line_heights) for key, text in whole.items())
    said = [text.words for text in whole.values()]
    for block in blocks:
        for words in _words_of(block):
            assert words in said


def _words_of(block: Block) -> list[str]:
    match block:
        case Heading(words, _) | Paragraph(words):
            return [words]
        case Bullets(lines):
            return list(lines)
        case Facts(rows):
            return [cell for row in rows for cell in row]
        case Table():
            return [cell for row in block.rows for cell in row]
        case Meeting():
            return [block.when, *block.lines]
    return []


@pytest.mark.parametrize("number", [1, 200])
def test_a_tables_heads_stand_on_every_page_it_takes(qapp: QApplication, number: int) -> None:
    pages = document_pages(document(table(number)))
    assert (len(pages) > 1) == (number > 1)
    for place in range(len(pages)):
        assert "Dag. Form. Hvad" in pages.words_on(place)
    rows = [words for words, _line in texts_of(pages) if words.startswith("Kort")]
    assert rows == [f"Kort {row}" for row in range(number)]


def test_no_word_of_a_tables_head_is_broken_while_other_columns_can_give_room(
    qapp: QApplication,
) -> None:
    heads = ("Måned", *(form.short_name.capitalize() for form in ContactForm), "I alt")
    row = ("november 2026", *("12" for _head in heads[1:]))
    made = Table(heads, (row, row), (2, *(1 for _head in heads[1:])))
    pages = document_pages(replace(document(made), landscape=True))
    lines = [line.text for page in pages.flow for line in page.lines]
    for head in heads:
        (text,) = {id(one): one for one in lines if one.words == head}.values()
        assert len(text.line_heights) == 1, head


def test_a_heading_is_never_left_alone_at_a_pages_foot(qapp: QApplication) -> None:
    for lines in range(30, 60):
        pages = document_pages(document(*[Paragraph("x")] * lines, Heading("Mål"), Paragraph("y")))
        for place in range(len(pages)):
            assert not pages.words_on(place).endswith("Mål")


def test_the_foot_says_discretion_before_anything_else(qapp: QApplication) -> None:
    named = replace(document(), names=True)
    assert "makulér" in document_pages(named).foot
    assert document_pages(replace(named, discreet=True)).foot == DISCREET
    assert document_pages(replace(document(), foot="Til dig.")).foot == "Til dig."


def test_a_page_is_a4_upright_or_on_its_side(qapp: QApplication) -> None:
    upright = pdf_of(document_pages(document(Paragraph("x"))))
    lying = pdf_of(document_pages(replace(document(Paragraph("x")), landscape=True)))
    assert b"/MediaBox [0 0 595" in upright
    assert b"/MediaBox [0 0 842" in lying
    image = image_of(document_pages(document()), 0, 1.0)
    assert QSizeF(image.size()) == QSizeF(SHORT_SIDE, LONG_SIDE)


def test_text_stays_text_so_that_it_can_be_selected(qapp: QApplication) -> None:
    pdf = pdf_of(document_pages(document(Paragraph(SENTENCE))))
    assert b"/ToUnicode" in pdf


def test_every_kind_of_block_can_be_drawn(qapp: QApplication) -> None:
    one = document(
        Heading("Mål"),
        Paragraph("x", quiet=True),
        Bullets(("x",)),
        Facts((("x", "y"),)),
        table(2),
        *(Meeting(form, "mandag", ("x",)) for form in ContactForm),
        NewPage(),
    )
    assert {type(block) for block in one.blocks} == set(get_args(Block))
    pages = document_pages(replace(one, example=True))
    assert [image_of(pages, place).isNull() for place in range(len(pages))] == [False] * 2


def test_a_file_is_named_after_code_and_week_alone() -> None:
    assert proposed_file_name("ugeplan", "AM", IsoWeek(2026, 48)) == "ugeplan-AM-uge-48.pdf"
    assert proposed_file_name("sag", "A/M: 2", IsoWeek(2026, 1)) == "sag-AM2-uge-1.pdf"
