"""How a command comes to the data: which folder, which key, reading or writing.

The passphrase comes from this machine's key store, from ``BOSTOETTE_PASSPHRASE``, or is asked for
where somebody sits at a terminal. The example's passphrase is known to the program.
"""

import getpass
import os
import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from bostoette.clocks import local_now, utc_now
from bostoette.commands.voice import tell
from bostoette.commands.where import places_of
from bostoette.models.plan_error import PlanError
from bostoette.services import program_file, unlocking
from bostoette.services.program_file import OpenFile
from bostoette.services.unlocking import Places, Unlocked
from bostoette.store.file_lock import AlreadyOpen, FileLock
from bostoette.store.key_errors import WrongPassphrase

PASSPHRASE = "BOSTOETTE_PASSPHRASE"  # noqa: S105 - the variable's name
TRIES = 3

T = TypeVar("T")


class NoData(PlanError):
    """There is nothing in the folder yet."""

    def __init__(self) -> None:
        super().__init__(
            "Der er ingen data i mappen endnu, så der er ikke gjort noget. Åbn programmet én gang "
            "(bostoette), vælg en anden mappe med --data, eller prøv eksemplet med --demo."
        )


class NoPassphrase(PlanError):
    """Nobody is there to be asked."""

    def __init__(self) -> None:
        super().__init__(
            "Adgangssætningen mangler, og der er ingen at spørge. Intet er ændret. Kør kommandoen "
            f"i en terminal, eller sæt {PASSPHRASE}."
        )


def open_for_reading(asked: Namespace) -> OpenFile:
    """Open beside whoever has the data open; nothing is locked, nothing brought up to date.

    Raises PlanError where the data are missing, locked, damaged or of another version.
    """
    return _open(asked, writing=False)


def open_for_writing(asked: Namespace) -> OpenFile:
    """Open as the one who writes; raises AlreadyOpen while a window has the data open."""
    return _open(asked, writing=True)


def with_lock_if_free(opened: OpenFile) -> OpenFile:
    """Give an open file the writer's lock if nobody has it; as it is otherwise."""
    try:
        return replace(opened, lock=FileLock.take(opened.places.database))
    except AlreadyOpen:
        return opened


def unlock_with(unlock: Callable[[str], T], question: str) -> T:
    """Unlock with the passphrase from the environment, or ask for it up to three times.

    Raises:
        NoPassphrase: there is none, and nobody to ask.
        WrongPassphrase, PlanError: it does not fit.

    """
    given = os.environ.get(PASSPHRASE)
    if given is not None:
        return unlock(given)
    if sys.stdin is None or not sys.stdin.isatty():
        raise NoPassphrase
    for tries_left in reversed(range(TRIES)):
        try:
            return unlock(_asked(question))
        except WrongPassphrase as wrong:
            if not tries_left:
                raise
            tell(wrong.sentence)
    raise NoPassphrase


def _asked(question: str) -> str:
    try:
        return getpass.getpass(f"{question}: ")
    except EOFError as nobody:
        raise NoPassphrase from nobody


def _open(asked: Namespace, *, writing: bool) -> OpenFile:
    places = places_of(asked)
    if asked.demo:
        return _open_example(places, writing=writing)
    if not unlocking.has_data(places):
        raise NoData
    unlocked = unlock(places)
    if writing:
        return unlocking.open_unlocked(places, unlocked, utc_now)
    return unlocking.open_to_read(places, unlocked, utc_now)


def unlock(places: Places) -> Unlocked:
    """Come in to a person's own data.

    Raises:
        NoPassphrase, WrongPassphrase, PlanError: not this time; nothing is changed.

    """
    remembered = unlocking.unlock_by_key_store(places)
    if remembered is not None:
        return remembered
    return unlock_with(lambda typed: unlocking.unlock(places, typed), "Adgangssætning")


def _open_example(places: Places, *, writing: bool) -> OpenFile:
    """Open the example, made first where there is none."""
    from bostoette.services import example

    today = local_now().date()
    if not unlocking.has_data(places):
        from bostoette.models.demo_team import DemoSize
        from bostoette.services import demo

        tell("Eksemplet laves først; det tager et øjeblik.")
        demo.make_demo(places, DemoSize.TEAM, today, utc_now)
    unlocked = unlocking.unlock(places, example.DEMO_PASSPHRASE)
    opened = program_file.open_file(places, unlocked, utc_now, writing=writing)
    if opened.desk.read(example.shows_earlier_week, today):
        tell("Eksemplet er lavet i en tidligere uge. »bostoette demo« laver det på ny.")
    return opened
