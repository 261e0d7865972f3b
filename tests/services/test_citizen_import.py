"""A municipality's file becomes citizens: looked at first, stored in one step, undone in one."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_import import ImportPreview
from bostoette.models.grant import GrantParagraph
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.worker import Worker
from bostoette.services import citizen_import, citizens
from bostoette.services.desk import Desk
from bostoette.store.database import Database
from bostoette.store.journal import describe
from tests.clock import MONDAY

LINES = """CPR-nr.;Navn;Adresse;Postnr.;By;Tlf.;Kontaktperson;Paragraf;Timer pr. uge;Startdato
010180-1234;Søren Ærø;Ågade 3;8000;Aarhus C;20 12 34 56;MJ;§85;2,5;01-03-2026
020281-2345;Anne Åberg;Østergade 7;8700;Horsens;20123457;Bente Krogh;§86;1,5;01-04-2026
030382-3456;;Vestergade 1;8000;Aarhus C;;MJ;§85;2;01-03-2026
040483-4567;Bo Lund;Nygade 2;8000;Aarhus C;12;MJ;§85;2;31-02-2026
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "borgere.csv"
    path.write_bytes(LINES.encode("cp1252"))
    return path


@pytest.fixture
def found(desk: Desk, file: Path) -> ImportPreview:
    table = citizen_import.read_file(file)
    return desk.read(citizen_import.preview, table, citizen_import.matched(table), MONDAY)


def _workers(session: Session) -> list[str]:
    return sorted(session.scalars(select(Worker.initials)))


def _known_paragraph(session: Session) -> None:
    session.add(GrantParagraph(id="85", title="§85"))
    describe(session, "Nye data")


def test_nothing_is_stored_before_the_person_confirms(desk: Desk, found: ImportPreview) -> None:
    assert [draft.name for draft in found.drafts] == ["Søren Ærø", "Anne Åberg"]
    assert found.broken_lines == (4, 5)
    assert desk.read(citizens.listed, MONDAY) == ()
    assert desk.undo_state().undo is None


def test_an_import_is_one_step_and_one_undo(
    desk: Desk, found: ImportPreview, worker_id: Key
) -> None:
    done = desk.do(citizen_import.import_citizens, found, ())
    assert done.said() == "2 borgere er importeret."
    assert desk.undo_state().undo == "Importér 2 borgere"
    desk.undo()
    assert desk.read(citizens.listed, MONDAY) == ()


def test_an_unknown_worker_is_created_with_the_citizens(
    desk: Desk, found: ImportPreview, worker_id: Key
) -> None:
    done = desk.do(citizen_import.import_citizens, found)
    assert done.said() == "2 borgere og 1 ny medarbejder er importeret."
    assert desk.read(_workers) == ["B.K.", "M.J."]
    desk.undo()
    assert desk.read(_workers) == ["M.J."]
    desk.redo()
    assert len(desk.read(citizens.listed, MONDAY)) == 2


def test_an_imported_citizen_has_worker_grant_and_address(
    desk: Desk, found: ImportPreview, worker_id: Key
) -> None:
    desk.upkeep(_known_paragraph)
    keys = desk.do(citizen_import.import_citizens, found).citizens
    soren, anne = (desk.read(citizens.details, key) for key in keys)
    assert soren.fields.primary_worker_id == worker_id
    assert (soren.fields.address, soren.fields.town) == ("Ågade 3", "Aarhus C")
    assert soren.grants[0].fields.paragraph_id == "85"
    assert soren.grants[0].fields.minutes_from == 150
    assert anne.grants[0].paragraph == "§86"


def test_a_worker_who_is_not_confirmed_is_not_created(
    desk: Desk, found: ImportPreview, worker_id: Key
) -> None:
    keys = desk.do(citizen_import.import_citizens, found, ()).citizens
    assert desk.read(citizens.details, keys[1]).fields.primary_worker_id is None
    assert desk.read(_workers) == ["M.J."]


def test_a_code_that_was_taken_meanwhile_gives_way(
    desk: Desk, colleagues_desk: Desk, found: ImportPreview
) -> None:
    colleagues_desk.do(citizen_import.import_citizens, found, ())
    keys = desk.do(citizen_import.import_citizens, found, ()).citizens
    codes = [desk.read(citizens.details, key).code for key in keys]
    assert codes == ["SÆ2", "AÅ2"]


def test_importing_the_same_file_again_finds_duplicates_only(
    desk: Desk, file: Path, found: ImportPreview
) -> None:
    desk.do(citizen_import.import_citizens, found)
    table = citizen_import.read_file(file)
    again = desk.read(citizen_import.preview, table, citizen_import.matched(table), MONDAY)
    assert again.drafts == ()
    assert len(again.duplicates) == 2


def test_no_cpr_number_reaches_the_file(
    desk: Desk, found: ImportPreview, database: Database
) -> None:
    assert found.cpr_columns == ("CPR-nr.",)
    desk.do(citizen_import.import_citizens, found)
    with database.reader.connect() as connection:
        tables = connection.exec_driver_sql(
            "select name from sqlite_master where type='table' and sql not like 'create virtual%'"
        )
        texts = [
            str(row)
            for (table,) in tables.all()
            for row in connection.exec_driver_sql(f'select * from "{table}"').all()  # noqa: S608 - names from the schema itself
        ]
    assert any("Søren" in text for text in texts)
    assert not any(number in text for text in texts for number in ("1234;", "010180", "020281"))


def test_what_still_looks_like_cpr_refuses_the_whole_import(
    desk: Desk, found: ImportPreview
) -> None:
    smuggled = replace(found.drafts[0], address="010180-1234")
    with pytest.raises(PlanError, match="CPR-nummer"):
        desk.do(citizen_import.import_citizens, replace(found, drafts=(found.drafts[1], smuggled)))
    assert desk.read(lambda session: session.scalars(select(Citizen)).all()) == []
