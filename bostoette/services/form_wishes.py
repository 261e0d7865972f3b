"""What a person can do with a citizen's wishes: ask about a form, see who asked when (P04)."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.citizen_kinds import FormWish
from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.key import Key
from bostoette.models.practice_rule import NumberName
from bostoette.models.remote_contact import AskedWish, FormWishes
from bostoette.models.remote_start import FormWishAsked
from bostoette.models.worker import Worker
from bostoette.planning.asking_again import ask_again_on
from bostoette.services.conditions import conditions_in_force
from bostoette.services.open_citizen import open_citizen
from bostoette.store.advice_rows import profiles
from bostoette.store.journal import describe
from bostoette.store.remote_rows import wishes_asked

_ASK_AGAIN = NumberName("P04", "ask_again_months")


def wishes_of(session: Session, citizen_id: Key) -> tuple[FormWishes, ...]:
    """Return for each of the four forms what the citizen wishes, and the answers so far."""
    profile = profiles(session, (citizen_id,)).get(citizen_id, ProfileFields())
    months = conditions_in_force(session).rules.number(_ASK_AGAIN).value
    answers: dict[ContactForm, list[AskedWish]] = {form: [] for form in CORE_FORMS}
    for asked, initials in wishes_asked(session, citizen_id):
        answers[asked.form].append(AskedWish(asked.wish, asked.asked_on, initials))
    if profile.wishes_asked_on is not None:
        by = session.get(Worker, profile.wishes_asked_by) if profile.wishes_asked_by else None
        for form, given in answers.items():
            if not given:  # asked before answers were kept one by one
                wish = getattr(profile, f"wish_{form}")
                initials = by.initials if by else ""
                given.append(AskedWish(wish, profile.wishes_asked_on, initials))
    return tuple(
        FormWishes(
            form,
            getattr(profile, f"wish_{form}"),
            tuple(given),
            ask_again_on(given[0].asked_on, months) if given else None,
        )
        for form, given in answers.items()
    )


def ask(
    session: Session, citizen_id: Key, form: ContactForm, wish: FormWish, *, by: Key, today: date
) -> None:
    """Note what the citizen answered about one form today.

    The profile counts as asked from the day of the oldest answer, once all forms have one.
    """
    citizen = open_citizen(session, citizen_id)
    setattr(citizen.profile, f"wish_{form}", wish)
    _note(session, citizen_id, form, wish, by=by, day=today)
    session.flush()
    given = [one.answers for one in wishes_of(session, citizen_id)]
    if all(given):
        oldest = min((answers[0] for answers in given), key=lambda one: one.asked_on)
        if oldest.asked_on != citizen.profile.wishes_asked_on:
            citizen.profile.wishes_asked_on = oldest.asked_on
            citizen.profile.wishes_asked_by = by
    describe(session, f"Spurgt {citizen.initials} om {form.full_name}")


def note_answers(
    session: Session, citizen_id: Key, before: ProfileFields, after: ProfileFields
) -> None:
    """Keep the answers of a profile that was gone through, by form, where they are news."""
    if after.wishes_asked_on is None:
        return
    asked_anew = (before.wishes_asked_on, before.wishes_asked_by) != (
        after.wishes_asked_on,
        after.wishes_asked_by,
    )
    for form in CORE_FORMS:
        name = f"wish_{form}"
        if asked_anew or getattr(before, name) is not getattr(after, name):
            _note(
                session,
                citizen_id,
                form,
                getattr(after, name),
                by=after.wishes_asked_by,
                day=after.wishes_asked_on,
            )


def _note(
    session: Session,
    citizen_id: Key,
    form: ContactForm,
    wish: FormWish,
    *,
    by: Key | None,
    day: date,
) -> None:
    """Keep an answer; another one of the same day corrects it."""
    asked = session.scalars(
        select(FormWishAsked).where(
            FormWishAsked.citizen_id == citizen_id,
            FormWishAsked.form == form,
            FormWishAsked.asked_on == day,
        )
    ).first()
    if asked is None:
        asked = FormWishAsked(citizen_id=citizen_id, form=form, asked_on=day)
        session.add(asked)
    asked.wish, asked.asked_by = wish, by
