"""What a person can do on a citizen's way to video: steps, practice calls, ready, pause (P63)."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.contact import AgendaItem
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.practice_rule import NumberName
from bostoette.models.remote_contact import NextVisit, PackageLine, StartupPackage
from bostoette.models.remote_kinds import StartStep
from bostoette.models.remote_start import PreparationStep
from bostoette.models.wording import listed, when
from bostoette.planning.video_startup import calls_needed, package_lines
from bostoette.services.agenda_ticks import tick_agenda
from bostoette.services.conditions import conditions_in_force
from bostoette.services.contacts import open_contact, refuse_if_held, whom
from bostoette.services.equipment import equipped
from bostoette.services.open_citizen import open_citizen
from bostoette.store.journal import describe
from bostoette.store.remote_rows import (
    next_visit,
    open_pause,
    steps_done,
    stored_step,
    visit_with,
)

VISIT_MINUTES = NumberName("P63", "visit_minutes")
_VIDEO = ContactForm.VIDEO


def package_of(
    session: Session, citizen_id: Key, today: date, from_minute: int = 0
) -> StartupPackage:
    """Return how far a citizen is on the way to video, by a time of day in minutes."""
    profile = equipped(session, (citizen_id,)).get(citizen_id, ProfileFields())
    done = steps_done(session, citizen_id, _VIDEO)
    rules = conditions_in_force(session).rules
    lines = package_lines(rules, profile, done, today)
    since = (today, from_minute)
    visit = next_visit(session, citizen_id, since, rules.number(VISIT_MINUTES).value)
    taken = visit_with(session, citizen_id, since, [_point(one) for one in lines if not one.done])
    pause = open_pause(session, citizen_id)
    return StartupPackage(
        lines,
        begun=bool(done),
        ready=profile.video_startup_done,
        known=profile.filled_on is not None or profile.equipment_checked_on is not None,
        paused_on=None if pause is None else pause.paused_on,
        next_visit=None if visit is None else NextVisit(*visit),
        taken_to=None if taken is None else NextVisit(*taken),
    )


def tick_step(
    session: Session,
    citizen_id: Key,
    step: StartStep,
    number: int,
    *,
    done: bool,
    by: Key,
    today: date,
) -> None:
    """Tick a step of the package, or take the tick away; video is ready with the last one (P63).

    As long as a step is open, video counts as not practised, also where it was said to be before.
    """
    citizen = open_citizen(session, citizen_id)
    if not set_step(session, citizen_id, _VIDEO, step, number, done=done, by=by, today=today):
        return
    _judge(session, citizen_id, today)
    ready = citizen.profile.video_startup_done
    if done and ready:
        describe(session, f"{citizen.initials} er klar til video")
    else:
        words = "Opstartspakke" if done else "Fjern hak i opstartspakke"
        describe(session, f"{words}: {citizen.initials}")


def set_step(
    session: Session,
    citizen_id: Key,
    form: ContactForm,
    step: StartStep,
    number: int = 1,
    *,
    done: bool,
    by: Key,
    today: date,
) -> bool:
    """Note that a step towards a form is done, or is not; tell whether that was news."""
    stored = stored_step(session, citizen_id, form, step, number)
    if done is (stored is not None):
        return False
    if stored is not None:
        session.delete(stored)
    else:
        session.add(
            PreparationStep(
                citizen_id=citizen_id,
                form=form,
                step=step,
                number=number,
                done_on=today,
                worker_id=by,
            )
        )
    session.flush()
    return True


def mark_ready(session: Session, citizen_id: Key, today: date) -> None:
    """Say that the citizen is ready for video; raises PlanError while a step is open."""
    citizen = open_citizen(session, citizen_id)
    left = [line.text for line in _open_lines(session, citizen_id, today)]
    if left:
        raise PlanError(
            f"Opstartspakken mangler {listed([text.lower() for text in left])}. Intet er ændret. "
            "Sæt hak, når det er gjort, så er borgeren klar til video."
        )
    if not citizen.profile.video_startup_done:
        citizen.profile.video_startup_done = True
        describe(session, f"{citizen.initials} er klar til video")


def take_along(session: Session, citizen_id: Key, contact_id: Key, today: date) -> None:
    """Put the open steps on the agenda of a visit, so that they are done there (P12)."""
    contact = open_contact(session, contact_id)
    refuse_if_held(contact)
    known = {item.text for item in contact.agenda}
    position = max((item.position for item in contact.agenda), default=-1)
    texts = [_point(line) for line in _open_lines(session, citizen_id, today)]
    for text in texts:
        if text not in known:
            position += 1
            contact.agenda.append(AgendaItem(position=position, text=text))
            describe(
                session,
                f"Opstartspakken med til {whom(session, contact)} {when(contact.span)}",
            )


def take_off(session: Session, citizen_id: Key, contact_id: Key, today: date) -> None:
    """Take the open steps off a visit's agenda again."""
    contact = open_contact(session, contact_id)
    refuse_if_held(contact)
    texts = {_point(line) for line in _open_lines(session, citizen_id, today)}
    kept = [item for item in contact.agenda if item.done or item.text not in texts]
    if len(kept) < len(contact.agenda):
        contact.agenda[:] = kept
        who, moment = whom(session, contact), when(contact.span)
        describe(session, f"Opstartspakken af dagsordenen: {who} {moment}")


def tick_point(session: Session, item_id: Key, *, done: bool, by: Key, today: date) -> None:
    """Tick a point of an agenda, and with it the step of the package that it stands for (P92)."""
    tick_agenda(session, item_id, done=done)
    item = session.get_one(AgendaItem, item_id)
    for citizen in open_contact(session, item.contact_id).citizens:
        for line in package_of(session, citizen.citizen_id, today).lines:
            if _point(line) == item.text and line.by_hand:
                key = citizen.citizen_id
                tick_step(session, key, line.step, line.number, done=done, by=by, today=today)


def resume_video(session: Session, citizen_id: Key, today: date) -> None:
    """End the pause with video: the technology has been looked at (P65)."""
    pause = open_pause(session, citizen_id)
    if pause is None:
        raise PlanError("Video holder ikke pause længere. Intet er ændret.")
    pause.resumed_on = today
    describe(session, f"Video igen med {open_citizen(session, citizen_id).initials}")


def keep_teaching(session: Session, citizen_id: Key, before: ProfileFields) -> None:
    """Count video as not practised when it is now to be taught, until the calls are made (P48).

    Asked after the profile was changed; nothing happens where the answers are as before.
    """
    profile = open_citizen(session, citizen_id).profile
    if not (profile.needs_teaching_for_video and profile.video_startup_done):
        return
    unchanged = before.needs_teaching_for_video and before.video_startup_done
    rules = conditions_in_force(session).rules
    if unchanged or not rules.rules["P48"].on:
        return
    taught = replace(before, needs_teaching_for_video=True)
    done = [step for step, _ in steps_done(session, citizen_id, _VIDEO)]
    if done.count(StartStep.PRACTICE) < calls_needed(rules, taught):
        profile.video_startup_done = False


def _point(line: PackageLine) -> str:
    """Name a step as it stands on an agenda."""
    return f"Video: {line.text}"


def _judge(session: Session, citizen_id: Key, today: date) -> None:
    citizen = open_citizen(session, citizen_id)
    citizen.profile.video_startup_done = not _open_lines(session, citizen_id, today)
    session.flush()


def _open_lines(session: Session, citizen_id: Key, today: date) -> list[PackageLine]:
    """Return the steps that are still open."""
    session.flush()
    return [line for line in package_of(session, citizen_id, today).lines if not line.done]
