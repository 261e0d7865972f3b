"""Turns the example's wishes and goals into rows, and points its contacts to the goals."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from bostoette.models.base import EPOCH
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.demo_team import DemoGoal, DemoWish
from bostoette.models.goal import Aim, ContactGoal, Goal, GoalTurn, NoteGoal, Wish
from bostoette.models.goal_kinds import GoalReason, GoalStatus, Independence
from bostoette.models.key import Key
from bostoette.models.note import Note
from bostoette.planning.demo_people import Cast
from bostoette.services.demo_keys import DemoKeys, PeopleKeys, moment_of
from bostoette.store.bulk_writer import BulkWriter

Row = dict[str, Any]
_CONTACTS = """
    SELECT contact.id, contact.day
      FROM contact_citizen JOIN contact ON contact.id = contact_citizen.contact_id
     WHERE contact_citizen.citizen_id = ? AND contact.status IN (?, ?)
     ORDER BY contact.day, contact.start
"""
_NOTES = "SELECT id, day FROM note WHERE citizen_id = ? ORDER BY day, signed_at"
_WITHOUT_NOTE = """
    SELECT contact.id, contact.day, contact.form, contact_worker.worker_id
      FROM contact_citizen JOIN contact ON contact.id = contact_citizen.contact_id
      JOIN contact_worker ON contact_worker.contact_id = contact.id
     WHERE contact_citizen.citizen_id = ? AND contact.status = ? AND contact_worker.position = 0
       AND contact.id NOT IN (SELECT contact_id FROM note)
     ORDER BY contact.day DESC, contact.start DESC LIMIT -1 OFFSET ?
"""
_NOTED = 1
"""So many of the latest held contacts still lack their note."""
_SIGNED_AT = 16 * 60
_CARRIED_AFTER = timedelta(days=3)
_CARRIED_LATER = timedelta(hours=20)
_STEPS = {
    "h": Independence.WITH_HELP,
    "p": Independence.WITH_PROMPT,
    "a": Independence.ALONE,
}
_SERVED = 2
"""Every so many contacts serve a goal."""


class GoalRows:
    """Writes the written team's wishes, aims and goals, after its contacts."""

    def __init__(self, cast: Cast, keys: PeopleKeys, writer: BulkWriter, seed: int) -> None:
        self._cast, self._writer = cast, writer
        self._keys = DemoKeys(f"{seed} goal keys")
        self._version = (moment_of(cast.today) - EPOCH) // timedelta(microseconds=1)
        self._citizens: dict[str, tuple[Key, Key]] = {
            one.name: (key, keys.workers[one.worker])
            for one, key in zip(cast.citizens, keys.citizens, strict=True)
        }

    def write(self) -> None:
        """Write all of it; a citizen who is not in this size has no wish here."""
        for wish in self._cast.team.wishes:
            if wish.citizen in self._citizens:
                self._write_wish(wish, *self._citizens[wish.citizen])

    def _write_wish(self, wish: DemoWish, citizen: Key, worker: Key) -> None:
        said_on = self._cast.day(wish.since)
        row = self._edited(wish.since, citizen_id=citizen, words=wish.words, said_on=said_on)
        self._writer.put(Wish, [row])
        goals: list[tuple[DemoGoal, Row]] = []
        for aim in wish.aims:
            under = self._edited(wish.since, wish_id=row["id"], title=aim.title)
            self._writer.put(Aim, [under])
            goals += [(one, self._goal(one, under["id"], citizen)) for one in aim.goals]
        self._writer.put(Goal, [goal for _one, goal in goals])
        turns = [turn for one, goal in goals for turn in self._turns(one, goal["id"], worker)]
        self._writer.put(GoalTurn, turns)
        self._write_notes(wish, citizen)
        self._serve(citizen, [(one, goal["id"]) for one, goal in goals if one.steps])

    def _goal(self, goal: DemoGoal, aim: Key, citizen: Key) -> Row:
        day = self._cast.day
        return self._edited(
            goal.since,
            aim_id=aim,
            citizen_id=citizen,
            words=goal.words,
            title=goal.title,
            goal_type=goal.goal_type,
            theme=goal.theme,
            sub_theme=goal.sub_theme,
            functioning=goal.functioning,
            support=goal.support,
            status=goal.status,
            status_since=day(goal.status_since),
            review_on=None if goal.review is None else day(goal.review),
            lost_on=None if goal.lost is None else day(goal.lost),
        )

    def _turns(self, goal: DemoGoal, key: Key, worker: Key) -> Iterator[Row]:
        stood: list[tuple[int, GoalStatus, GoalReason | None]] = [
            (goal.since, GoalStatus.ACTIVE, None)
        ]
        if goal.status is not GoalStatus.ACTIVE:
            stood.append((goal.status_since, goal.status, goal.reason))
        for week, status, reason in stood:
            yield {
                "id": self._keys.at(self._cast.day(week)),
                "goal_id": key,
                "day": self._cast.day(week),
                "status": status,
                "reason": reason,
                "worker_id": worker,
            }

    def _serve(self, citizen: Key, goals: list[tuple[DemoGoal, Key]]) -> None:
        """Point the latest contacts, and some to come, to the goals in turn."""
        stood = (ContactStatus.HELD.value, ContactStatus.PLANNED.value)
        contacts = self._writer.ask(_CONTACTS, (citizen, *stood))
        rows = []
        for place, (contact, day) in enumerate(contacts):
            for at, (goal, key) in enumerate(goals):
                in_play = self._in_play(goal, day)
                if in_play and (place + at) % _SERVED == 0:
                    rows.append({"contact_id": contact, "goal_id": key})
        self._writer.put(ContactGoal, rows)
        self._mark(citizen, goals)

    def _mark(self, citizen: Key, goals: list[tuple[DemoGoal, Key]]) -> None:
        """Let the latest notes tell of the goals, each goal's steps from the oldest on."""
        notes = self._writer.ask(_NOTES, (citizen,))
        rows = []
        for goal, key in goals:
            told = [note for note, day in notes if self._in_play(goal, day)]
            steps = goal.steps[-len(told) :] if told else ""
            for note, step in zip(told[len(told) - len(steps) :], steps, strict=True):
                rows.append({"note_id": note, "goal_id": key, "independence": _STEPS[step]})
        self._writer.put(NoteGoal, rows)

    def _write_notes(self, wish: DemoWish, citizen: Key) -> None:
        """Write a short signed note for each of the latest held contacts that has none."""
        contacts = self._writer.ask(_WITHOUT_NOTE, (citizen, ContactStatus.HELD.value, _NOTED))
        rows = []
        for place, (contact, day, form, author) in enumerate(reversed(contacts)):
            held = date.fromisoformat(day)
            carried = held + _CARRIED_AFTER < self._cast.today
            signed = moment_of(held, _SIGNED_AT)
            rows.append(
                {
                    "id": self._keys.at(held),
                    "version": self._version,
                    "contact_id": contact,
                    "citizen_id": citizen,
                    "author_id": author,
                    "day": held,
                    "form": ContactForm(form),
                    "text": wish.notes[place % len(wish.notes)],
                    "wellbeing_score": int(wish.wellbeing[place % len(wish.wellbeing)]),
                    "signed_at": signed,
                    "signed_by": author,
                    "transferred_at": signed + _CARRIED_LATER if carried else None,
                    "transferred_by": author if carried else None,
                }
            )
        self._writer.put(Note, rows)

    def _in_play(self, goal: DemoGoal, day: str) -> bool:
        """Tell whether a goal was active on a day, given as the file keeps it."""
        first = self._cast.day(goal.since).isoformat()
        if goal.status is GoalStatus.ACTIVE:
            return first <= day
        return first <= day < self._cast.day(goal.status_since).isoformat()

    def _edited(self, week: int, **fields: Any) -> Row:
        """Give a row its key and version."""
        return {"id": self._keys.at(self._cast.day(week)), "version": self._version, **fields}
