"""The table of postal codes is there, is Danish, and lies where towns lie."""

from pathlib import Path

import pytest

from bostoette.models.coordinates import Coordinates
from bostoette.models.plan_error import PlanError
from bostoette.store.postal_centres import postal_centres
from bostoette.store.resources import resource


@pytest.mark.parametrize(
    ("code", "town"),
    [
        ("1050", Coordinates(55.68, 12.58)),  # København K
        ("3700", Coordinates(55.10, 14.70)),  # Rønne
        ("5000", Coordinates(55.40, 10.39)),  # Odense
        ("6700", Coordinates(55.47, 8.45)),  # Esbjerg
        ("8000", Coordinates(56.15, 10.21)),  # Aarhus
        ("8900", Coordinates(56.46, 10.04)),  # Randers
        ("9000", Coordinates(57.05, 9.92)),  # Aalborg
        ("9990", Coordinates(57.72, 10.58)),  # Skagen
    ],
)
def test_towns_lie_within_five_kilometres_of_where_they_are(code: str, town: Coordinates) -> None:
    assert postal_centres()[code].km_to(town) < 5


def test_every_centre_lies_in_denmark_and_every_code_has_four_digits() -> None:
    centres = postal_centres()
    assert len(centres) > 1000
    for code, centre in centres.items():
        assert len(code) == 4
        assert code.isdigit()
        assert 54.5 < centre.latitude < 57.8
        assert 8.0 < centre.longitude < 15.3


def test_the_table_is_read_once() -> None:
    assert postal_centres() is postal_centres()


def test_the_source_and_licence_stand_beside_the_table() -> None:
    head = resource("postal_centres.csv").read_text(encoding="utf-8")[:400]
    assert "GeoNames" in head
    assert "Creative Commons" in resource("SOURCES.md").read_text(encoding="utf-8")


def test_a_missing_file_of_the_program_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    with pytest.raises(PlanError, match="Dine data er urørt") as refusal:
        resource("postal_centres.csv")
    assert str(tmp_path) not in refusal.value.details


def test_a_frozen_program_reads_its_own_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resources").mkdir()
    table = tmp_path / "resources" / "postal_centres.csv"
    table.write_text("# x\npostal_code,latitude,longitude\n8900,56.46,10.03\n", encoding="utf-8")
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert postal_centres.__wrapped__() == {"8900": Coordinates(56.46, 10.03)}


def test_a_damaged_table_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resources").mkdir()
    table = tmp_path / "resources" / "postal_centres.csv"
    table.write_text("postal_code,latitude,longitude\n8900;56,46\n", encoding="utf-8")
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    with pytest.raises(PlanError, match="Dine data er urørt"):
        postal_centres.__wrapped__()
