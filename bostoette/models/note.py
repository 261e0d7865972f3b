"""A Note (notat) says what happened at one contact with one citizen; written once, then signed.

What is being written lies among the drafts, so every row here is signed and stands fast: it is
corrected by an addition, and both are shown. A group has one short note a member.
"""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, Edited, Keyed, Moment, may_refer, refers, words
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.note_kinds import Certainty, GivenHow, HomeImpression, RelationMark


class Note(Base, Edited):
    """One signed note; what was not asked is None, what was not written is empty."""

    __tablename__ = "note"
    __table_args__ = (
        UniqueConstraint("contact_id", "citizen_id"),
        CheckConstraint("wellbeing_score BETWEEN 1 AND 5", name="wellbeing"),
        Index(None, "citizen_id", "day"),
        Index(None, "author_id", "signed_at"),
        Index(None, "signed_at"),
    )

    contact_id: Mapped[Key] = refers("contact.id")
    citizen_id: Mapped[Key] = refers("citizen.id")
    author_id: Mapped[Key] = refers("worker.id")
    day: Mapped[date]
    """The contact's day, which stands fast from here on."""
    form: Mapped[ContactForm] = mapped_column(words(ContactForm))

    text: Mapped[str] = mapped_column(default="")
    since_last_text: Mapped[str] = mapped_column(default="")
    did_text: Mapped[str] = mapped_column(default="")
    next_time_text: Mapped[str] = mapped_column(default="")
    observed_text: Mapped[str] = mapped_column(default="")
    """What the worker saw (P36)."""
    told_text: Mapped[str] = mapped_column(default="")
    """What the worker was told (P36)."""

    certainty: Mapped[Certainty | None] = mapped_column(words(Certainty))
    home_impression: Mapped[HomeImpression | None] = mapped_column(words(HomeImpression))
    been_out: Mapped[bool | None]
    """Whether the citizen has been out of the home since last (P39)."""
    wellbeing_score: Mapped[int | None]
    """1 to 5, the best last (P39)."""
    relation: Mapped[RelationMark | None] = mapped_column(words(RelationMark))
    needs_visit: Mapped[bool] = mapped_column(default=False)
    """Something turned up that needs a visit (P30)."""
    nothing_to_note: Mapped[bool] = mapped_column(default=False)
    """The contact is closed without a word (P90)."""

    signed_at: Mapped[datetime] = mapped_column(Moment)
    signed_by: Mapped[Key] = refers("worker.id")
    transferred_at: Mapped[datetime | None] = mapped_column(Moment)
    """When it was copied into the municipality's case system."""
    transferred_by: Mapped[Key | None] = may_refer("worker.id")


class NoteAddition(Base, Keyed):
    """What was added to a signed note: by whom and when; the note itself still stands."""

    __tablename__ = "note_addition"
    __table_args__ = (Index(None, "note_id"),)

    note_id: Mapped[Key] = refers("note.id")
    author_id: Mapped[Key] = refers("worker.id")
    at: Mapped[datetime] = mapped_column(Moment)
    text: Mapped[str]


class CitizenSummary(Base, Edited):
    """What the citizen was given of a note: the agreements in plain words, how and when (P70)."""

    __tablename__ = "citizen_summary"
    __table_args__ = (UniqueConstraint("note_id"),)

    note_id: Mapped[Key] = refers("note.id")
    text: Mapped[str]
    how: Mapped[GivenHow] = mapped_column(words(GivenHow))
    given_at: Mapped[datetime] = mapped_column(Moment)
    given_by: Mapped[Key] = refers("worker.id")


class CitizenRead(Base, Edited):
    """Up to when a worker has read what is new on a citizen (P90)."""

    __tablename__ = "citizen_read"
    __table_args__ = (UniqueConstraint("worker_id", "citizen_id"),)

    worker_id: Mapped[Key] = refers("worker.id")
    citizen_id: Mapped[Key] = refers("citizen.id")
    read_at: Mapped[datetime] = mapped_column(Moment)


class SentenceTemplate(Base, Edited):
    """A sentence that the team often writes, put into a note with one key (P92)."""

    __tablename__ = "sentence_template"

    text: Mapped[str]
    position: Mapped[int]
    active: Mapped[bool] = mapped_column(default=True)
