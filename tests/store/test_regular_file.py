"""What is no file as others are is told in a sentence, and holds nothing up."""

import os
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from bostoette.models.plan_error import PlanError
from bostoette.store.backup_box import is_box
from bostoette.store.calendar_reader_process import read_calendar_file
from bostoette.store.citizen_csv import read_citizen_file

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "read", [read_citizen_file, partial(read_calendar_file, first=DAY, last=DAY), is_box]
)
@pytest.mark.parametrize("kind", ["device", "folder"])
def test_a_device_and_a_folder_are_refused_before_anything_is_read(
    read: Callable[[Path], object], kind: str, tmp_path: Path
) -> None:
    with pytest.raises(PlanError, match=r"kan ikke læses|kunne ikke åbnes"):
        read(Path(os.devnull) if kind == "device" else tmp_path)
