"""``bostoette import-citizens FIL``: shows what would be stored; ``--yes`` stores it."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from bostoette.clocks import local_now
from bostoette.commands.voice import Voice, tell
from bostoette.commands.way_in import open_for_reading, open_for_writing
from bostoette.models.citizen_import import CitizenDraft, ImportPreview, LineProblem, ReadTable
from bostoette.models.wording import listed
from bostoette.services import citizen_import
from bostoette.services.citizen_import import Imported


def run(asked: Namespace, voice: Voice) -> int:
    """Show an import, or store it in one step of the journal.

    Exit status 1 where something was stored and lines were left out because something is wrong
    in them; what was stored stays stored.
    """
    table = citizen_import.read_file(asked.file)
    opening = open_for_writing if asked.yes else open_for_reading
    with closing(opening(asked)) as opened:
        matches = citizen_import.matched(table)
        seen = opened.desk.read(citizen_import.preview, table, matches, local_now().date())
        stored = None
        if asked.yes and seen.drafts:
            stored = opened.desk.do(citizen_import.import_citizens, seen)
    if not voice.json:
        for problem in (*seen.problems, *seen.notices):
            tell(_problem(problem))
    voice.result(_said(seen, table, stored), _facts(seen, table, stored))
    return 1 if asked.yes and seen.problems else 0


def _said(seen: ImportPreview, table: ReadTable, stored: Imported | None) -> Iterator[str]:
    yield f"{_counted(seen.lines_read, 'linje', 'linjer')} læst ({table.encoding})."
    yield from (_draft(draft) for draft in seen.drafts)
    yield from (f"Linje {one.line}: {one.sentence}" for one in seen.duplicates)
    if seen.unknown_workers:
        new = listed([one.initials for one in seen.unknown_workers])
        yield f"Nye medarbejdere: {new}."
    if seen.cpr_removed:
        numbers = _counted(seen.cpr_removed, "CPR-nummer", "CPR-numre")
        yield f"{numbers} er udeladt; programmet gemmer dem aldrig."
    if seen.unused_columns:
        yield f"Kolonner, der ikke bruges: {listed(list(seen.unused_columns))}."
    if seen.broken_lines:
        yield f"{_counted(len(seen.broken_lines), 'linje', 'linjer')} er der noget galt i."
    if stored is not None:
        yield stored.said()
    else:
        many = _counted(len(seen.drafts), "borger", "borgere")
        yield f"{many} kan importeres. Intet er gemt. Tilføj --yes for at gemme."


def _draft(draft: CitizenDraft) -> str:
    worker = f", {draft.primary_worker}" if draft.primary_worker else ""
    grants = listed([grant.paragraph for grant in draft.grants if grant.paragraph])
    return f"Linje {draft.line}: {draft.name} ({draft.code}{worker}) {grants}".rstrip()


def _problem(problem: LineProblem) -> str:
    column = f", {problem.column}" if problem.column else ""
    return f"Linje {problem.line}{column}: {problem.sentence}"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _facts(seen: ImportPreview, table: ReadTable, stored: Imported | None) -> dict[str, Any]:
    return {
        "stored": stored is not None,
        "encoding": table.encoding,
        "lines_read": seen.lines_read,
        "citizens": [
            {
                "line": draft.line,
                "name": draft.name,
                "code": draft.code,
                "initials": draft.initials,
                "status": draft.status.value,
                "primary_worker": draft.primary_worker or None,
                "secondary_worker": draft.secondary_worker or None,
                "grants": len(draft.grants),
            }
            for draft in seen.drafts
        ],
        "problems": [_problem_facts(one) for one in seen.problems],
        "notices": [_problem_facts(one) for one in seen.notices],
        "duplicates": [
            {"line": one.line, "of_line": one.of_line, "text": one.sentence}
            for one in seen.duplicates
        ],
        "new_workers": [one.initials for one in seen.unknown_workers],
        "new_paragraphs": list(seen.unknown_paragraphs),
        "unused_columns": list(seen.unused_columns),
        "cpr_columns": list(seen.cpr_columns),
        "cpr_removed": seen.cpr_removed,
    }


def _problem_facts(problem: LineProblem) -> dict[str, Any]:
    return {"line": problem.line, "column": problem.column or None, "text": problem.sentence}
