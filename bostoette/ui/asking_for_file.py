"""Asks for a file with the computer's own dialog, beginning among the person's documents."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where_to_save(parent: QWidget, title: str, proposed: str, kinds: str) -> Path | None:
    """Ask for the name of a new file; None where the person gave up."""
    dialog = QFileDialog(parent, title, _documents(), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.selectFile(proposed)
    _name_in_danish(dialog, "Gem")
    path = _chosen(dialog)
    if path is None or path.suffix:
        return path
    return path.with_suffix(Path(proposed).suffix)


def ask_which_file(parent: QWidget, title: str, _proposed: str, kinds: str) -> Path | None:
    """Ask for an existing file; None where the person gave up."""
    dialog = QFileDialog(parent, title, _documents(), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _name_in_danish(dialog, "Åbn")
    return _chosen(dialog)


def _name_in_danish(dialog: QFileDialog, accept: str) -> None:
    """Give it our words, last of all: another mode gives it Qt's again."""
    for label, words in (
        (QFileDialog.DialogLabel.LookIn, "Mappe:"),  # where the computer has no dialog of its own
        (QFileDialog.DialogLabel.FileName, "Filnavn:"),
        (QFileDialog.DialogLabel.FileType, "Filtype:"),
        (QFileDialog.DialogLabel.Accept, accept),
        (QFileDialog.DialogLabel.Reject, "Annullér"),
    ):
        dialog.setLabelText(label, words)


def _documents() -> str:
    """Return the person's documents, or home where there is no such folder."""
    place = QStandardPaths.StandardLocation
    documents = Path(QStandardPaths.writableLocation(place.DocumentsLocation))
    return str(documents if documents.is_dir() else Path.home())


def _chosen(dialog: QFileDialog) -> Path | None:
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    files = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(files[0]) if accepted and files else None
