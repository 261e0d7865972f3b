"""Danish days: holidays by their Danish names, customary days apart from them."""

import gettext
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from bostoette.planning import danish_days
from bostoette.planning.danish_days import customary_name, day_name, holiday_name


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 1), "Nytårsdag"),
        (date(2026, 4, 2), "Skærtorsdag"),
        (date(2026, 4, 3), "Langfredag"),
        (date(2026, 4, 5), "Påskedag"),
        (date(2026, 4, 6), "Anden påskedag"),
        (date(2026, 5, 14), "Kristi himmelfartsdag"),
        (date(2026, 5, 24), "Pinsedag"),
        (date(2026, 5, 25), "Anden pinsedag"),
        (date(2026, 12, 25), "Juledag"),
        (date(2026, 12, 26), "Anden juledag"),
    ],
)
def test_public_holidays_have_their_danish_names(day: date, name: str) -> None:
    assert holiday_name(day) == name
    assert day_name(day) == name


def test_a_year_has_no_other_holidays_than_these() -> None:
    days = (date(2026, 1, 1) + timedelta(days=offset) for offset in range(365))
    assert sum(1 for day in days if holiday_name(day)) == 10


def test_store_bededag_is_no_holiday_since_2024() -> None:
    assert holiday_name(date(2023, 5, 5)) == "Store bededag"
    assert holiday_name(date(2024, 4, 26)) is None
    assert day_name(date(2024, 4, 26)) is None


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 6, 5), "Grundlovsdag"),
        (date(2026, 12, 24), "Juleaftensdag"),
        (date(2026, 12, 31), "Nytårsaftensdag"),
    ],
)
def test_customary_days_are_named_but_are_no_holidays(day: date, name: str) -> None:
    assert customary_name(day) == name
    assert day_name(day) == name
    assert holiday_name(day) is None


def test_an_ordinary_day_has_no_name() -> None:
    assert day_name(date(2026, 11, 26)) is None
    assert day_name(date(2026, 5, 1)) is None


def test_names_are_danish_even_without_translation_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere(
        domain: str,
        localedir: str | None = None,
        languages: list[str] | None = None,
        *,
        fallback: bool = False,
    ) -> gettext.NullTranslations:
        assert localedir is not None
        return gettext.translation(domain, str(tmp_path), languages, fallback=fallback)

    monkeypatch.setattr("holidays.holiday_base.translation", nowhere)
    danish_days._holidays.cache_clear()
    try:
        assert holiday_name(date(2027, 3, 26)) == "Langfredag"
    finally:
        danish_days._holidays.cache_clear()


def test_the_holiday_library_is_not_loaded_at_start_up() -> None:
    question = "import sys, bostoette.planning.danish_days; print('holidays' in sys.modules)"
    answer = subprocess.run(  # noqa: S603 – our own words
        [sys.executable, "-c", question],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert answer.stdout.strip() == "False"
