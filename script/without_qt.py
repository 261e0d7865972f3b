"""A pytest plugin that makes PySide6 impossible to import.

``script/test pytest`` loads it, to prove that the rooms below the window need no Qt.
pytest-qt is off there, so the settings that pyproject.toml keeps for it are made known here.
"""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest

QT_PACKAGES = frozenset({"PySide6", "shiboken6"})
PYTEST_QT_SETTINGS = ("qt_api", "qt_log_level_fail")


class QtRefuser:
    """An import finder that is asked first and refuses Qt."""

    @staticmethod
    def find_spec(
        fullname: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Refuse Qt's packages; leave all others to the usual finders."""
        if fullname.partition(".")[0] in QT_PACKAGES:
            message = f"{fullname} is not to be had in this run (script/without_qt.py)"
            raise ModuleNotFoundError(message, name=fullname)
        return None


def pytest_addoption(parser: pytest.Parser) -> None:
    """Accept the settings of pytest-qt, and begin refusing Qt."""
    for setting in PYTEST_QT_SETTINGS:
        parser.addini(setting, "belongs to pytest-qt; unused here")
    if already := QT_PACKAGES & sys.modules.keys():
        message = f"imported before it could be refused: {', '.join(sorted(already))}"
        raise pytest.UsageError(message)
    sys.meta_path.insert(0, QtRefuser())


def pytest_report_header() -> str:
    """Say it at the top of the run."""
    return "PySide6 cannot be imported in this run"
