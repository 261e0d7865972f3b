"""Who has an own way in to these data: given, renewed and taken away by a team leader.

Each act asks for the leader's own passphrase, as the data key that wraps a new way in comes from
it. The key file and the journal change together as far as two files can: whoever is taken in is
stored first, so that a program that dies in between leaves a colleague without a way in, which
the leader gives her again. Roles guard against mistakes: whoever once held the data key may have
kept it, and taking her way in away does not change it.
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.danish_order import COLLATION
from bostoette.models.key import Key
from bostoette.models.key_person import KeyPerson
from bostoette.models.passphrase import assess, refuse_too_weak
from bostoette.models.plan_error import PlanError
from bostoette.models.recovery_key import ALPHABET
from bostoette.models.right import Right
from bostoette.models.team import TeamSetting
from bostoette.models.worker import Worker
from bostoette.models.worker_fields import WorkerFields
from bostoette.models.worker_kinds import WorkerRole
from bostoette.services import recovery, workers
from bostoette.services.program_file import OpenFile
from bostoette.services.recovery import Renewal
from bostoette.services.signing_in import note_entry
from bostoette.services.team_rights import refuse_unless
from bostoette.services.unlocking import own_slot
from bostoette.store.journal import act, seal
from bostoette.store.key_file import KeyFile
from bostoette.store.key_file_edit import editing
from bostoette.store.key_slot import SlotKind
from bostoette.store.places import Places

_GROUPS = 4
_SIGNS = 4
_FULL_NAMES = "entry_full_names"
"""The team's setting: whether the unlock page names people in full."""


@dataclass(frozen=True, slots=True)
class FirstPassphrase:
    """What a new person comes in with; one that somebody gave her is good for one start only."""

    text: str = field(repr=False)
    one_time: bool

    @classmethod
    def given(cls) -> "FirstPassphrase":
        """Make a random one to be handed over: ``7KQ2-M4XD-93FA-T6VB``."""
        text = ""
        while not assess(text).accepted:  # a random one may hold a row of keys
            groups = (
                "".join(secrets.choice(ALPHABET) for _ in range(_SIGNS)) for _ in range(_GROUPS)
            )
            text = "-".join(groups)
        return cls(text, one_time=True)


@dataclass(frozen=True, slots=True)
class PersonHere:
    """One line of the list: a worker, and whether and how she comes in."""

    worker_id: Key
    initials: str
    name: str
    role: WorkerRole
    valid_to: date | None
    active: bool
    has_entry: bool
    one_time: bool


def listed(session: Session, places: Places) -> tuple[PersonHere, ...]:
    """Return everybody in the team by name, with those who have a way in."""
    key_file = KeyFile.load(places.key_file)
    let_in = {slot.worker for slot in key_file.of_kind(SlotKind.PASSPHRASE)}
    one_time = {one.worker for one in key_file.people if one.one_time}
    order = (Worker.active.desc(), Worker.name.collate(COLLATION), Worker.id)
    return tuple(
        PersonHere(
            one.id,
            one.initials,
            one.name,
            one.role,
            one.valid_to,
            one.active,
            has_entry=one.id.hex() in let_in,
            one_time=one.id.hex() in one_time,
        )
        for one in session.scalars(select(Worker).order_by(*order))
        if one.active or one.id.hex() in let_in
    )


def take_in(
    opened: OpenFile, own_passphrase: str, fields: WorkerFields, first: FirstPassphrase
) -> Key:
    """Take somebody new into the team and give her an own way in; return her key.

    Raises:
        WrongPassphrase: it is not the leader's own.
        PlanError: a field cannot be stored, the first passphrase cannot be used, or it is not
            the person's to do; nothing is changed.

    """
    actor = opened.desk.actor_id

    def store(session: Session) -> Key:
        return workers.create(session, actor, fields)

    return _give(opened, own_passphrase, store, first)


def give_entry(
    opened: OpenFile, own_passphrase: str, worker_id: Key, first: FirstPassphrase
) -> None:
    """Give somebody in the team an own way in, in place of the one she had.

    Raises as `take_in`, and where it is the person's own.
    """
    if worker_id == opened.desk.actor_id:
        raise PlanError(
            "Du er selv logget ind. Intet er ændret. Skift din egen adgangssætning under Adgang."
        )
    _give(opened, own_passphrase, lambda _session: worker_id, first)


def take_entry(opened: OpenFile, own_passphrase: str, worker_id: Key) -> None:
    """Take somebody's ways in away; what she did and wrote stays, and so does her place.

    Raises PlanError where it is the person's own, or not hers to do; nothing is changed.
    """
    desk, path = opened.desk, opened.places.key_file
    desk.read(refuse_unless, desk.actor_id, Right.ENTRIES)
    if worker_id == desk.actor_id:
        raise PlanError(
            "Du er selv logget ind, så du kan ikke tage din egen adgang. Intet er ændret. "
            "Bed en anden teamleder om det."
        )
    with editing(path) as key_file:
        data_key = _own(key_file, own_passphrase, desk.actor_id)
        left = _without(key_file, data_key, worker_id)
        _named(left, data_key, desk.read(_names_of)).save(path)
    desk.do(_note_taken, worker_id)


def keep_names(opened: OpenFile, data_key: bytes) -> None:
    """Let the unlock page name people as they are named in the team today."""
    path = opened.places.key_file
    if not KeyFile.load(path).people:
        return
    with editing(path) as key_file:
        named = _named(key_file, data_key, opened.desk.read(_names_of))
        if named.people != key_file.people:
            named.save(path)


def full_names(session: Session) -> bool:
    """Tell whether the unlock page may name people in full; otherwise by initials alone."""
    kept = session.get(TeamSetting, _FULL_NAMES)
    return True if kept is None else bool(kept.value)


def show_full_names(opened: OpenFile, own_passphrase: str, *, full: bool) -> None:
    """Let the unlock page name people in full, or by initials alone.

    Raises PlanError where it is not the person's to do, or the passphrase is not her own.
    """
    desk, path = opened.desk, opened.places.key_file
    desk.read(refuse_unless, desk.actor_id, Right.ENTRIES)
    with editing(path) as key_file:
        data_key = _own(key_file, own_passphrase, desk.actor_id)
        desk.do(_keep_full_names, full)
        _named(key_file, data_key, desk.read(_names_of)).save(path)


def new_recovery_key(opened: OpenFile, own_passphrase: str) -> Renewal:
    """Make a new recovery key on the word of the leader's own passphrase; it opens for all.

    The old one holds until the new one is kept. Raises PlanError where it is not hers to do.
    """
    desk = opened.desk
    desk.read(refuse_unless, desk.actor_id, Right.RECOVERY_KEY)
    slot_id = own_slot(KeyFile.load(opened.places.key_file), desk.actor_id.hex())
    return recovery.new_recovery_key(opened.places, own_passphrase, slot_id)


# --- inside ---


def _give(
    opened: OpenFile,
    own_passphrase: str,
    whom: Callable[[Session], Key],
    first: FirstPassphrase,
) -> Key:
    refuse_too_weak(first.text)
    desk, path = opened.desk, opened.places.key_file
    desk.read(refuse_unless, desk.actor_id, Right.ENTRIES)
    with editing(path) as key_file:
        data_key = _own(key_file, own_passphrase, desk.actor_id)
        worker_id, grown = desk.do(_store_entry, key_file, data_key, whom, first)
        grown.save(path)
    return worker_id


def _store_entry(
    session: Session,
    key_file: KeyFile,
    data_key: bytes,
    whom: Callable[[Session], Key],
    first: FirstPassphrase,
) -> tuple[Key, KeyFile]:
    worker_id = whom(session)
    worker = session.get_one(Worker, worker_id)
    if not worker.active:
        raise PlanError(
            f"{worker.initials} er stoppet og kan ikke få adgang. Intet er ændret. Aktivér "
            "medarbejderen under Teamet først."
        )
    alone = _without(key_file, data_key, worker_id)
    grown = alone.add_passphrase(data_key, first.text, worker=worker_id.hex())
    note_entry(session, worker_id, given=True)
    act(session, f"{worker.initials} har fået adgang")
    seal(session, worker, "initials")
    names = _names_of(session)
    return worker_id, _named(grown, data_key, names, {worker_id.hex(): first.one_time})


def _own(key_file: KeyFile, passphrase: str, actor_id: Key) -> bytes:
    """Give the data key on the word of the person who is in, and of nobody else."""
    slot_id = own_slot(key_file, actor_id.hex())
    return key_file.unlock_with_passphrase(passphrase, slot_id=slot_id).data_key


def _without(key_file: KeyFile, data_key: bytes, worker_id: Key) -> KeyFile:
    """Take a person's passphrase away, and every machine that remembers her."""
    for slot in key_file.slots_of(worker_id.hex()):
        key_file = key_file.remove_slot(data_key, slot.id)
    return key_file


def _names_of(session: Session) -> Mapping[str, KeyPerson]:
    full = full_names(session)
    rows = session.execute(select(Worker.id, Worker.initials, Worker.name))
    return {
        key.hex(): KeyPerson(key.hex(), initials, name if full else "")
        for key, initials, name in rows
    }


def _named(
    key_file: KeyFile,
    data_key: bytes,
    names: Mapping[str, KeyPerson],
    one_time: Mapping[str, bool] = MappingProxyType({}),
) -> KeyFile:
    """Name everybody who has a passphrase; who is known to have a given one keeps it."""
    known = {one.worker: one.one_time for one in key_file.people} | dict(one_time)
    let_in = [slot.worker for slot in key_file.of_kind(SlotKind.PASSPHRASE) if slot.worker]
    people = [
        replace(names[worker], one_time=known.get(worker, False))
        for worker in let_in
        if worker in names
    ]
    return key_file.name_people(data_key, people)


def _note_taken(session: Session, worker_id: Key) -> None:
    worker = session.get(Worker, worker_id)
    note_entry(session, worker_id, given=False)
    who = worker.initials if worker else "En, der ikke er i teamet,"
    act(session, f"{who} har ikke længere adgang")


def _keep_full_names(session: Session, full: bool) -> None:  # noqa: FBT001 - the desk hands it over
    kept = session.get(TeamSetting, _FULL_NAMES)
    if kept is None:
        session.add(TeamSetting(id=_FULL_NAMES, value=full))
    else:
        kept.value = full
    act(session, "Navne ved oplåsning: " + ("fulde navne" if full else "kun initialer"))
