"""What an import of citizens would store, and what it would not, before anything is stored.

Every line becomes exactly one of three: a draft, a duplicate, or a broken line with its problems.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bostoette.models.citizen_import import (
    CitizenDraft,
    ColumnMatch,
    DuplicateLine,
    GrantDraft,
    ImportField,
    ImportPreview,
    Known,
    KnownCitizen,
    LineProblem,
    ReadRow,
    ReadTable,
)
from bostoette.models.folded_text import folded_words
from bostoette.models.plan_error import PlanError
from bostoette.models.wording import listed
from bostoette.planning.citizen_code import unique_codes
from bostoette.planning.citizen_columns import GRANTED_FIELDS
from bostoette.planning.import_line import LineReader
from bostoette.planning.import_workers import WorkerDirectory

_NAME_FIELDS = frozenset(
    {ImportField.NAME, ImportField.FIRST_NAME, ImportField.LAST_NAME, ImportField.INITIALS}
)
_WORKER_FIELDS = (ImportField.PRIMARY_WORKER, ImportField.SECONDARY_WORKER)


def preview(
    table: ReadTable, matches: Sequence[ColumnMatch], known: Known, today: date
) -> ImportPreview:
    """Say what would be stored, what is wrong in which line, and who is known already.

    Raises PlanError where no column holds names or two columns are taken as the same.
    """
    columns = _columns(matches)
    gathered = _Gathering(table, columns, known)
    for row in table.rows:
        gathered.take(row, today)
    drafts = gathered.finished_drafts()
    return ImportPreview(
        drafts=drafts,
        problems=tuple(gathered.problems),
        duplicates=tuple(gathered.duplicates),
        notices=tuple(gathered.notices),
        unknown_workers=gathered.workers.unknown,
        unknown_paragraphs=_unknown_paragraphs(drafts, known),
        unused_columns=tuple(match.heading for match in matches if match.field is None),
        lines_read=len(table.rows),
        cpr_columns=table.cpr_columns,
        cpr_removed=table.cpr_removed,
    )


def summary(found: ImportPreview) -> str:
    """Say in one breath how many lines were read, taken, left out and why."""
    left_out = [_counted(len(found.broken_lines), "linje har fejl", "linjer har fejl")]
    if found.duplicates:
        known = ("linje er en borger, der findes", "linjer er borgere, der findes")
        left_out.append(_counted(len(found.duplicates), *known))
    ready = _counted(len(found.drafts), "borger er klar", "borgere er klar")
    read = _counted(found.lines_read, "linje læst", "linjer læst")
    return f"{read}: {listed([ready, *left_out])}."


def cpr_sentence(found: ImportPreview) -> str:
    """Say what was done about CPR numbers; empty where there were none."""
    if not found.cpr_removed and not found.cpr_columns:
        return ""
    which = ""
    if found.cpr_columns:
        word = "kolonnen" if len(found.cpr_columns) == 1 else "kolonnerne"
        which = f", også {word} {listed([f'»{heading}«' for heading in found.cpr_columns])}"
    number = _counted(found.cpr_removed, "CPR-nummer", "CPR-numre")
    return f"{number} er sorteret fra ved læsningen{which}. De gemmes aldrig."


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _columns(matches: Sequence[ColumnMatch]) -> dict[ImportField, int]:
    chosen = [match for match in matches if match.field]
    columns = {match.field: match.index for match in chosen if match.field}
    if len(columns) < len(chosen) or len(GRANTED_FIELDS & columns.keys()) > 1:
        raise PlanError(
            "To kolonner er valgt til det samme. Intet er gemt; vælg »Brug ikke« for den ene."
        )
    if not _NAME_FIELDS & columns.keys():
        raise PlanError(
            "Ingen kolonne er valgt som navn. Intet er gemt; vælg den kolonne, hvor borgerens "
            "navn eller initialer står, eller se efter, om filen har overskrifter."
        )
    return columns


class _Gathering:
    """Goes through the lines and sorts them into drafts, duplicates and broken ones."""

    def __init__(self, table: ReadTable, columns: dict[ImportField, int], known: Known) -> None:
        self._headings = table.headings
        self._columns = columns
        self._known_citizens = _by_name(known.citizens)
        self._codes = [citizen.code for citizen in known.citizens]
        self._drafts: list[CitizenDraft] = []
        self._places: dict[str, list[tuple[_Traits, int]]] = defaultdict(list)
        self.workers = WorkerDirectory(known.workers)
        self.problems: list[LineProblem] = []
        self.duplicates: list[DuplicateLine] = []
        self.notices: list[LineProblem] = []

    def take(self, row: ReadRow, today: date) -> None:
        """Read one line and put it where it belongs."""
        reader = LineReader(row, self._columns, self._headings)
        draft = reader.draft(today)
        self._refuse_ambiguous_workers(reader, draft)
        if reader.problems:
            self.problems.extend(reader.problems)
            return
        self.notices.extend(reader.notices)
        if not self._is_duplicate(draft):
            place = len(self._drafts)
            self._places[folded_words(draft.name)].append((_Traits.of(draft), place))
            self._drafts.append(draft)

    def finished_drafts(self) -> tuple[CitizenDraft, ...]:
        """Return the drafts with codes, and with their workers by initials."""
        codes = unique_codes((draft.initials for draft in self._drafts), self._codes)
        return tuple(map(self._finished, self._drafts, codes))

    def _finished(self, draft: CitizenDraft, code: str) -> CitizenDraft:
        return replace(
            draft,
            code=code,
            primary_worker=self.workers.resolved(draft.primary_worker, draft.line),
            secondary_worker=self.workers.resolved(draft.secondary_worker, draft.line),
        )

    def _refuse_ambiguous_workers(self, reader: LineReader, draft: CitizenDraft) -> None:
        texts = (draft.primary_worker, draft.secondary_worker)
        for field, text in zip(_WORKER_FIELDS, texts, strict=True):
            if text and len(self.workers.known(text)) > 1:
                reader.refuse(field, "Flere medarbejdere kan være ment. Skriv initialerne.")

    def _is_duplicate(self, draft: CitizenDraft) -> bool:
        key, traits = folded_words(draft.name), _Traits.of(draft)
        namesakes = self._known_citizens.get(key, [])
        if any(map(traits.fit, namesakes)):
            sentence = "Borgeren findes i forvejen. Linjen tages ikke med."
            self._leave_out(draft, sentence, None)
            return True
        for others, place in self._places.get(key, []):
            if traits.fit(others):
                self._join(draft, place)
                return True
        if namesakes or self._places.get(key):
            self._mention_namesake(draft)
        return False

    def _join(self, draft: CitizenDraft, place: int) -> None:
        """Leave a line out whose citizen stands further up; its grant goes there if it is new."""
        first = self._drafts[place]
        new = tuple(grant for grant in draft.grants if grant not in first.grants)
        self._drafts[place] = replace(first, grants=first.grants + new)
        done = "Linjens bevilling er lagt til dér." if new else "Linjen tages ikke med."
        self._leave_out(draft, f"Samme borger som linje {first.line}. {done}", first.line, new)

    def _leave_out(
        self,
        draft: CitizenDraft,
        sentence: str,
        of_line: int | None,
        added: tuple[GrantDraft, ...] = (),
    ) -> None:
        draft = replace(
            draft,
            primary_worker="".join(self.workers.known(draft.primary_worker)[:1]),
            secondary_worker="".join(self.workers.known(draft.secondary_worker)[:1]),
        )
        self.duplicates.append(DuplicateLine(draft.line, sentence, draft, of_line, bool(added)))

    def _mention_namesake(self, draft: CitizenDraft) -> None:
        self.notices.append(
            LineProblem(
                draft.line,
                "",
                "En anden borger har samme navn, men en anden adresse eller telefon. "
                "Linjen tages med som en ny borger.",
            )
        )


@dataclass(frozen=True, slots=True)
class _Traits:
    """What tells two people of the same name apart."""

    address: str
    phones: frozenset[str]

    @classmethod
    def of(cls, person: CitizenDraft | KnownCitizen) -> "_Traits":
        """Take the traits of a citizen."""
        return cls(folded_words(person.address), _numbers(person.phone))

    def fit(self, other: "_Traits") -> bool:
        """Tell whether two are one: same address or telephone, or nothing to tell them apart."""
        if (self.address and self.address == other.address) or self.phones & other.phones:
            return True
        apart = (self.address and other.address) or (self.phones and other.phones)
        return not apart


def _by_name(citizens: Sequence[KnownCitizen]) -> dict[str, list[_Traits]]:
    by_name: dict[str, list[_Traits]] = defaultdict(list)
    for citizen in citizens:
        by_name[folded_words(citizen.name)].append(_Traits.of(citizen))
    return by_name


def _numbers(phone: str) -> frozenset[str]:
    """Return the last eight digits of each telephone number."""
    parts = (re.sub(r"\D", "", part) for part in re.split(r"[/;,]", phone))
    return frozenset(part[-8:] for part in parts if part)


def _unknown_paragraphs(drafts: Sequence[CitizenDraft], known: Known) -> tuple[str, ...]:
    listed_ones = {_paragraph_key(paragraph) for paragraph in known.paragraphs}
    met = {grant.paragraph for draft in drafts for grant in draft.grants if grant.paragraph}
    return tuple(
        sorted(paragraph for paragraph in met if _paragraph_key(paragraph) not in listed_ones)
    )


def _paragraph_key(paragraph: str) -> str:
    return re.sub(r"[^a-z0-9]", "", folded_words(paragraph))
