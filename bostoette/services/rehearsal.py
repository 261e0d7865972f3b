"""What the week page will ask for first, asked once before: whoever asks again waits less.

The first time a question is asked its words are made ready and rules are read, which takes many
times as long as the answer. Called beside the window, while the painted week is looked at.
"""

from contextlib import suppress
from datetime import UTC, date, datetime, time

from bostoette.models.iso_week import IsoWeek
from bostoette.models.plan_error import PlanError
from bostoette.planning.danish_days import day_name
from bostoette.planning.week_check import check_week
from bostoette.services import (
    citizen_news,
    citizens,
    contact_panel,
    form_choice,
    lists,
    remote_contact,
    tasks,
    today,
    tray,
    week,
)
from bostoette.services.desk import Desk
from bostoette.services.plan_checks import plan_sentences
from bostoette.services.week_facts import facts_of_week
from bostoette.services.week_knowledge import checked_week, knowledge_of


def rehearse(desk: Desk, shown: IsoWeek, day: date) -> None:
    """Ask what is asked around a week and its first contact, which is the one chosen at first."""
    me = desk.actor_id
    found = desk.look(week.week_of, (me,), shown)
    midnight = datetime.combine(day, time())
    desk.read(tasks.not_told, [one.id for one in found.contacts])
    checked = checked_week(found, desk.look(knowledge_of, found), day_name, midnight)
    check_week(checked)
    desk.read(plan_sentences, found, day)
    desk.read(today.coming_days, me, day)
    desk.read(tray.tray_of, (me,), shown, early=False)
    desk.read(tasks.tasks_of, me, midnight.replace(tzinfo=UTC))
    desk.read(tasks.tasks_due_count, me, day)
    desk.read(facts_of_week, (me,), shown)
    desk.read(lists.contact_choices)
    desk.read(citizens.named)
    desk.undo_state()
    in_order = sorted(found.contacts, key=lambda one: (one.day, one.start, one.minutes))
    for contact in in_order[:1]:
        with suppress(PlanError):  # another machine's change took it away meanwhile
            desk.read(contact_panel.panel_of, contact.id)
            desk.read(citizen_news.since_last, contact.id, me, midnight.replace(tzinfo=UTC))
            desk.read(remote_contact.remote_of, contact.id, day)
            desk.read(form_choice.advice_on_contact, contact.id)
