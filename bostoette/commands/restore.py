"""``bostoette restore FIL``: shows what going back to a backup means; ``--yes`` does it."""

from argparse import Namespace
from typing import Any

from bostoette.clocks import utc_now
from bostoette.commands.backup_key import backup_key
from bostoette.commands.voice import Voice, tell, tell_error
from bostoette.commands.way_in import open_for_reading, open_for_writing
from bostoette.commands.where import places_of
from bostoette.models.plan_error import PlanError
from bostoette.services import backups, unlocking
from bostoette.services.backups import Restored, RestorePreview
from bostoette.services.program_file import OpenFile
from bostoette.store.file_lock import AlreadyOpen
from bostoette.store.places import make_folder


def run(asked: Namespace, voice: Voice) -> int:
    """Show what would go, or go back.

    Showing works beside an open window; going back is refused there. Where the present data
    cannot be opened, they are kept byte by byte and the backup takes their place.
    """
    places, unlock = places_of(asked), backup_key(asked)
    make_folder(places.folder, parents=asked.data is None)
    present = _present(asked)
    try:
        seen = backups.preview_restore(places, present, asked.file, unlock)
        if not asked.yes:
            voice.result([*seen.sentences, _HOW], _facts(seen, None))
            return 0
        if not voice.json:
            for sentence in seen.sentences:
                tell(sentence)
        if present is None:
            done = backups.restore_unopened(places, asked.file, unlock, utc_now)
        else:
            done = backups.restore(present, asked.file, unlock, utc_now)
    finally:
        if present is not None:
            present.close()
    voice.result(_said(done), _facts(seen, done))
    return 0


_HOW = "Intet er ændret. Tilføj --yes for at gå tilbage til kopien."


def _present(asked: Namespace) -> OpenFile | None:
    """Open what is there now; None where there is nothing, or nothing that can be opened."""
    if not unlocking.has_data(places_of(asked)):
        return None
    try:
        return open_for_writing(asked) if asked.yes else open_for_reading(asked)
    except AlreadyOpen:
        raise
    except PlanError as error:
        tell("De data, der ligger her nu, kan ikke åbnes:")
        tell_error(error)
        return None


def _said(done: Restored) -> list[str]:
    said = [f"Kopien fra {done.backup.made} er lagt på plads."]
    if done.kept is not None:
        said.append(f"Det, der var her før, ligger her: {done.kept}")
    return said


def _facts(seen: RestorePreview, done: Restored | None) -> dict[str, Any]:
    return {
        "restored": done is not None,
        "made": seen.backup.moment.isoformat(),
        "counts": dict(seen.backup_counts),
        "present_counts": None if seen.present_counts is None else dict(seen.present_counts),
        "lost_steps": seen.lost_steps,
        "same_data": seen.same_data,
        "same_keys": seen.same_slots,
        "kept": str(done.kept) if done is not None and done.kept is not None else None,
    }
