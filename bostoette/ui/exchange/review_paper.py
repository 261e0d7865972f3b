"""The review that is shown, on paper or as a file."""

from bostoette.models.printed_document import PrintedDocument, proposed_file_name
from bostoette.models.review import Review
from bostoette.services import review_sheet
from bostoette.ui.asking_for_file import ask_where_to_save
from bostoette.ui.exchange.exchange_dialog import WhereTo
from bostoette.ui.exchange.named_paper_dialog import NamedPaper, NamedPaperDialog
from bostoette.ui.main_window import MainWindow

_LEAD = (
    "En linje for hver medarbejder, og det, der er at se på. Uden navne udelades også det, nogen "
    "har skrevet i en begrundelse. Det skrives i loggen."
)


def review_paper(
    window: MainWindow, review: Review, *, example: bool, where_to: WhereTo = ask_where_to_save
) -> NamedPaperDialog:
    """Make the dialog with the review as it is shown, and the window's discretion."""

    def make(names: bool) -> PrintedDocument:  # noqa: FBT001 - as it is asked
        return window.desk.read(
            review_sheet.review_sheet, review, window.now(), names=names, example=example
        )

    paper = NamedPaper(
        review_sheet.SAID,
        review_sheet.SAID,
        proposed_file_name("gennemgang", "", review.week),
        _LEAD,
        "Med navne og\nbegrundelser",
        make,
        lambda names: review_sheet.review_csv(review, names=names),
    )
    return NamedPaperDialog(window, paper, where_to=where_to)
