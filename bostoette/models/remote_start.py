"""What is done before and around contacts at a distance: asked, talked about, practised, noted."""

from datetime import date

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, Edited, may_refer, refers, words
from bostoette.models.citizen_kinds import FormWish
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.remote_kinds import StartStep


class FormWishAsked(Base, Edited):
    """What a citizen answered about one form, when and to whom (P04); the newest one counts."""

    __tablename__ = "form_wish_asked"
    __table_args__ = (Index(None, "citizen_id"),)

    citizen_id: Mapped[Key] = refers("citizen.id")
    form: Mapped[ContactForm] = mapped_column(words(ContactForm))
    wish: Mapped[FormWish] = mapped_column(words(FormWish))
    asked_on: Mapped[date]
    asked_by: Mapped[Key | None] = may_refer("worker.id")


class PreparationStep(Base, Edited):
    """One step that makes a citizen ready for a form (P04, P63); practice calls are numbered."""

    __tablename__ = "preparation_step"
    __table_args__ = (UniqueConstraint("citizen_id", "form", "step", "number"),)

    citizen_id: Mapped[Key] = refers("citizen.id")
    form: Mapped[ContactForm] = mapped_column(words(ContactForm))
    step: Mapped[StartStep] = mapped_column(words(StartStep))
    number: Mapped[int] = mapped_column(default=1)
    done_on: Mapped[date]
    worker_id: Mapped[Key] = refers("worker.id")


class VideoPause(Base, Edited):
    """A pause with video, after the technology failed too often (P65)."""

    __tablename__ = "video_pause"
    __table_args__ = (Index(None, "citizen_id"),)

    citizen_id: Mapped[Key] = refers("citizen.id")
    paused_on: Mapped[date]
    resumed_on: Mapped[date | None]
