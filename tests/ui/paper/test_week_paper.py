"""The week on paper: one page on its side, nothing cut, forms told without colour."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QFontDatabase, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.services.week_document import DocumentDay, DocumentEntry, FormSum, WeekDocument
from bostoette.ui.paper import week_paper
from bostoette.ui.paper.week_paper_layout import MARGIN, PAGE_HEIGHT, PAGE_WIDTH, laid_out

WEEK = IsoWeek(2026, 48)
PRINTED = datetime(2026, 11, 23, 7, 5)
LONG = "Anne-Margrethe Christoffersen-Hedegaard"


def week(*days: tuple[DocumentEntry, ...], name: str = "") -> WeekDocument:
    return WeekDocument(
        WEEK,
        "M.J.",
        name,
        tuple(DocumentDay(day, entries) for day, entries in zip(WEEK.days, days, strict=False)),
        tuple(FormSum(form, 4, 300) for form in ContactForm),
        "ca. 5 t 20",
        "ca. 3 t",
        PRINTED,
    )


def entries(number: int, who: str = "A.M.", first_form: int = 0) -> tuple[DocumentEntry, ...]:
    """Spread entries between 8 and 18."""
    forms = list(ContactForm)
    return tuple(
        DocumentEntry(
            TimeSpan(WEEK.monday, 480 + place * 600 // number, 15),
            who,
            forms[(place + first_form) % len(forms)],
            "hjem",
            "K.L.",
            "ca. 20 min",
        )
        for place in range(number)
    )


THIRTY = week(*(entries(6, first_form=day) for day in range(5)))


def test_thirty_contacts_stand_on_one_page(qapp: QApplication) -> None:
    assert week_paper.page_count([THIRTY]) == 1
    assert week_paper.page_count([week(*(entries(6, LONG) for _ in range(7)))]) == 1


def test_every_worker_has_a_page_of_her_own(qapp: QApplication) -> None:
    assert week_paper.week_pdf([THIRTY, THIRTY]).count(b"/Type /Page\n") == 2


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.builds(
            entries,
            st.integers(1, 30),
            st.sampled_from(["A.M.", LONG, "Ø" * 80]),
            st.integers(0, 7),
        ),
        min_size=5,
        max_size=7,
    )
)
def test_nothing_is_cut_however_full_the_week_is(
    qapp: QApplication, days: list[tuple[DocumentEntry, ...]]
) -> None:
    pages = laid_out(week(*days), 90, PAGE_HEIGHT - MARGIN)
    placed = [entry for page in pages for entry in page.entries]
    assert len(placed) == sum(len(day) for day in days)
    for entry in placed:
        assert entry.left + entry.width <= PAGE_WIDTH - MARGIN + 1
        assert entry.top + entry.height <= PAGE_HEIGHT - MARGIN
        for text in entry.texts:
            assert text.left + text.text.width <= entry.left + entry.width
            assert text.top + text.text.height <= entry.top + entry.height
    for page in pages:
        for one, below in zip(page.entries, page.entries[1:], strict=False):
            assert one.left != below.left or one.top + one.height < below.top


def test_an_overfull_day_goes_on_on_another_page(qapp: QApplication) -> None:
    full = week(entries(60, LONG), (), (), (), ())
    assert week_paper.page_count([full]) > 1


def colours(image: QImage) -> set[str]:
    return {
        QColor(image.pixel(x, y)).name().upper()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


def edge(form: ContactForm) -> tuple[int, ...]:
    """Return where a lone entry's left edge is inked, row by row, in grey."""
    lone = week((DocumentEntry(TimeSpan(WEEK.monday, 540, 60), "A.M.", form),))
    image = week_paper.week_image(lone).convertToFormat(QImage.Format.Format_Grayscale8)
    found = laid_out(lone, _top(lone), PAGE_HEIGHT)[0].entries[0]
    rows = range(round(2 * found.top) + 8, round(2 * (found.top + found.height)) - 8)
    return tuple(
        sum(
            image.pixelColor(x, y).lightness() < 160
            for x in range(round(2 * found.left), round(2 * found.left) + 14)
        )
        for y in rows
    )


def _top(document: WeekDocument) -> float:
    return week_paper._body_top(document)


def test_forms_are_told_by_pattern_without_colour(qapp: QApplication) -> None:
    forms = (ContactForm.PHYSICAL, ContactForm.PHONE, ContactForm.VIDEO, ContactForm.WALK_TALK)
    patterns = [edge(form) for form in forms]
    assert len(set(patterns)) == 4
    solid, dashed, double, dotted = patterns
    assert min(solid) > 0
    assert min(dashed) == 0
    assert 0 < max(double) < max(solid)
    assert min(dotted) == 0


def test_the_page_is_light_whatever_the_window_wears(qapp: QApplication) -> None:
    image = week_paper.week_image(THIRTY, 1.0)
    assert image.pixelColor(2, 2).name() == "#ffffff"
    assert "#E4EDFA" in colours(image)


def test_pdf_and_png_are_files_of_their_kind(qapp: QApplication) -> None:
    pdf = week_paper.week_pdf([THIRTY])
    assert pdf.startswith(b"%PDF-1.")
    assert b"/MediaBox [0 0 842" in pdf
    image = QImage.fromData(week_paper.week_png(THIRTY))
    assert (image.width(), image.height()) == (2 * PAGE_WIDTH, 2 * PAGE_HEIGHT)


def test_a_called_off_contact_still_stands_there(qapp: QApplication) -> None:
    off = DocumentEntry(
        TimeSpan(WEEK.monday, 540, 60),
        "A.M.",
        ContactForm.PHYSICAL,
        status=ContactStatus.CANCELLED_BY_CITIZEN,
    )
    image = week_paper.week_image(week((off,)), 1.0)
    assert "#E4EDFA" not in colours(image)
    assert len(laid_out(week((off,)), 90, PAGE_HEIGHT)[0].entries) == 1


def test_a_machine_without_fonts_is_told(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFontDatabase, "families", list)
    with pytest.raises(PlanError, match="ingen skrifttyper"):
        week_paper.week_pdf([THIRTY])


def test_a_printer_gets_the_pages_that_the_pdf_has(qapp: QApplication, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printet.pdf"))
    week_paper.print_week(printer, [THIRTY, THIRTY])
    printed = (tmp_path / "printet.pdf").read_bytes()
    assert printed.count(b"/Type /Page\n") == 2
    assert b"/MediaBox [0 0 842" in printed


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false")
def test_a_printer_that_does_not_answer_is_told(qapp: QApplication, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "ingen" / "printet.pdf"))
    with pytest.raises(PlanError, match="Printeren svarer ikke"):
        week_paper.print_week(printer, [THIRTY])


def test_a_page_of_the_example_says_so(qapp: QApplication) -> None:
    marked = replace(THIRTY, example=True)
    warn = "#FDEBDD"
    assert warn in colours(week_paper.week_image(marked))
    assert warn not in colours(week_paper.week_image(THIRTY))


def test_a_name_that_does_not_fit_beside_the_time_stands_below_it(qapp: QApplication) -> None:
    short, long = (
        laid_out(week(entries(1, who), (), (), (), ()), 90, PAGE_HEIGHT)[0].entries[0]
        for who in ("A.M.", "Asta Christoffersen-Hedegaard")
    )
    assert len(long.texts) == len(short.texts) + 1
    assert [text.quiet for text in long.texts] == [False, False, False, True]
