"""The review that is shown, on paper or as a file."""

from pathlib import Path

from bostoette.models.printed_document import PrintedDocument, proposed_file_name
from bostoette.models.review import Review
from bostoette.services import printed, review_sheet
from bostoette.ui.asking_for_file import ask_where_to_save
from bostoette.ui.exchange.exchange_dialog import WhereTo
from bostoette.ui.exchange.named_paper_dialog import NamedPaperDialog
from bostoette.ui.exchange.paper_dialog import PaperTask
from bostoette.ui.main_window import MainWindow

_LEAD = (
    "En linje for hver medarbejder, og det, der er at se på. Uden navne udelades også det, nogen "
    "har skrevet i en begrundelse. Det skrives i loggen."
)
_NAMED = "Med navne og\nbegrundelser"


def review_paper(
    window: MainWindow, review: Review, *, example: bool, where_to: WhereTo = ask_where_to_save
) -> NamedPaperDialog:
    """Make the dialog with the review as it is shown, and the window's discretion."""
    desk, said = window.desk, review_sheet.SAID

    def make() -> PrintedDocument:
        return desk.read(
            review_sheet.review_sheet,
            review,
            window.now(),
            names=dialog.names.isChecked(),
            example=example,
        )

    def save(path: Path, content: bytes, pages: int) -> None:
        names = dialog.names.isChecked()
        desk.do(printed.save_printed, path, content, said, pages=pages, names=names)

    def note(pages: int) -> None:
        desk.do(printed.note_printed, said, pages=pages, names=dialog.names.isChecked())

    def save_csv(path: Path) -> None:
        names = dialog.names.isChecked()
        content = review_sheet.review_csv(review, names=names)
        desk.do(review_sheet.save_csv, path, content, names=names)

    task = PaperTask(
        said, proposed_file_name("gennemgang", "", review.week), said, make, save, note, lead=_LEAD
    )
    dialog = NamedPaperDialog(window, task, _NAMED, save_csv, where_to=where_to)
    return dialog
