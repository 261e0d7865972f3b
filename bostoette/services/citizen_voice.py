"""What a citizen says of being met: what matters, when and where (P30, P53, P84)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.citizen_voice import CitizenVoice
from bostoette.models.key import Key
from bostoette.models.voice_fields import VoiceFields
from bostoette.services.open_citizen import open_citizen
from bostoette.store.journal import describe
from bostoette.store.life_rows import voices


def voice_of(session: Session, citizen_id: Key) -> VoiceFields:
    """Return what a citizen has said; empty where nobody has asked."""
    return voices(session, (citizen_id,)).get(citizen_id, VoiceFields())


def write(session: Session, citizen_id: Key, said: VoiceFields) -> None:
    """Write down what a citizen says, instead of what she said before.

    Raises PlanError where a text holds a CPR number or a time ends before it begins.
    """
    said.check()
    citizen = open_citizen(session, citizen_id)
    stored = session.scalars(
        select(CitizenVoice).where(CitizenVoice.citizen_id == citizen_id)
    ).first()
    if stored is None:
        stored = CitizenVoice(citizen_id=citizen_id)
        session.add(stored)
    stored.what_matters, stored.own_words = said.what_matters.strip(), said.own_words.strip()
    stored.times, stored.places = said.times, said.places
    session.flush()
    describe(session, f"Borgerens stemme: {citizen.initials}")
