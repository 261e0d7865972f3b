"""``bostoette verify``: opens the data, or a backup, looks every page through and counts rows."""

from argparse import Namespace
from contextlib import closing

from bostoette.commands.backup_key import backup_key
from bostoette.commands.voice import Voice, tell
from bostoette.commands.way_in import open_for_reading
from bostoette.commands.where import places_of
from bostoette.services import backups
from bostoette.store.inspection import VerifyReport

SEARCH_WRONG = (
    "Søgningen passer ikke til det skrevne; alt skrevet er i behold. Åbn programmet, tryk Ctrl+K "
    "og vælg »Byg søgningen op igen«."
)


def run(asked: Namespace, voice: Voice) -> int:
    """Say whether all is whole; exit status 1 where it is not."""
    report = _report(asked)
    facts = {
        "sound": report.sound,
        "schema": report.schema,
        "counts": dict(report.counts),
        "last_change": report.last_change.isoformat() if report.last_change else None,
        "faults": list(report.faults),
        "search_right": report.search_right,
    }
    if report.sound:
        voice.result([report.summary], facts)
        if not report.search_right:
            tell(SEARCH_WRONG)
        return 0 if report.search_right else 1
    if voice.json:
        voice.result((), facts)
    tell(report.summary)
    tell(f"Detaljer: {', '.join(report.faults)}")
    return 1


def _report(asked: Namespace) -> VerifyReport:
    if asked.file is not None:
        return backups.verify_backup(places_of(asked), asked.file, backup_key(asked))
    with closing(open_for_reading(asked)) as opened:
        return backups.verify_open(opened)
