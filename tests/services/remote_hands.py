"""What tests of contacts at a distance do again and again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bostoette.models.advice import Advice, Outcome
from bostoette.models.advised_contact import AdvisedContact
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.remote_contact import CheckedPoint, RemoteContact
from bostoette.models.remote_kinds import CheckPoint, StartStep
from bostoette.models.timespan import TimeSpan
from bostoette.models.worker import Worker
from bostoette.models.worker_kinds import WorkerRole
from bostoette.services import advice, citizens, contacts, remote_contact, video_startup
from bostoette.services.desk import Desk
from bostoette.store.journal import describe
from tests.clock import MONDAY

Plan = Callable[..., Key]
TODAY = MONDAY + timedelta(days=1)


def answer(desk: Desk, citizen: Key, **answers: Any) -> None:
    """Fill in a citizen's profile, and change these answers."""
    known = desk.read(citizens.details, citizen)
    profile = replace(known.profile, **({"filled_on": MONDAY} | answers))
    desk.do(citizens.change_profile, citizen, known.profile_version, profile)


def make_superuser(session: Session, initials: str = "S.U.") -> Key:
    worker = Worker(initials=initials, name="Signe Uhre", role=WorkerRole.SUPERUSER)
    session.add(worker)
    session.flush()
    describe(session, "Ny medarbejder")
    return worker.id


def plan(
    desk: Desk,
    citizen: Key,
    form: ContactForm,
    day: date,
    start: int = 540,
    **more: Any,
) -> Key:
    """Plan an hour with a citizen, held by whoever sits at the desk unless told otherwise."""
    workers = more.pop("workers", (desk.actor_id,))
    purpose = more.pop("purpose_id", "support_conversation")
    fields = ContactFields(TimeSpan(day, start, 45), form, purpose, workers, (citizen,), **more)
    return desk.do(contacts.create, fields)


def meet(desk: Desk, citizen: Key, day: date = MONDAY) -> Key:
    """Hold a visit."""
    key = plan(desk, citizen, ContactForm.PHYSICAL, day)
    desk.do(contacts.hold, key)
    return key


def shown(desk: Desk, contact: Key, today: date = TODAY) -> RemoteContact:
    found = desk.read(remote_contact.remote_of, contact, today)
    assert found is not None
    return found


def point(desk: Desk, contact: Key, which: CheckPoint, today: date = TODAY) -> CheckedPoint:
    return next(one for one in shown(desk, contact, today).points if one.point is which)


def advised(desk: Desk, contact: Key) -> Advice:
    """Return the advice on a stored contact."""

    def ask(session: Session) -> Advice:
        fields = contacts.details(session, contact).fields
        (one,) = AdvisedContact.of_fields(fields, contact)
        return advice.advice_for(session, one)

    return desk.read(ask)


def warned_by(desk: Desk, contact: Key, form: ContactForm) -> set[str]:
    """Return the rules that warn of a form for a contact."""
    found = next(one for one in advised(desk, contact).forms if one.form is form)
    assert found.outcome is not Outcome.EXCLUDED
    return {rule for reason in found.reasons for rule in reason.rules}


def finish_package(desk: Desk, citizen: Key, today: date = TODAY) -> None:
    """Tick every step that is open."""
    for line in desk.read(video_startup.package_of, citizen, today).lines:
        if not line.done:
            tick_step(desk, citizen, line.step, line.number, today=today)


def tick_step(
    desk: Desk,
    citizen: Key,
    step: StartStep,
    number: int = 1,
    *,
    done: bool = True,
    today: date = TODAY,
) -> None:
    desk.do(
        video_startup.tick_step,
        citizen,
        step,
        number,
        done=done,
        by=desk.actor_id,
        today=today,
    )


def ready(desk: Desk, citizen: Key) -> bool:
    return desk.read(citizens.details, citizen).profile.video_startup_done
