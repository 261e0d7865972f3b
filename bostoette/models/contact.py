"""A Contact (kontakt) is one planned or held meeting between workers and citizens."""

from datetime import date

from sqlalchemy import (
    CheckConstraint,
    ForeignKeyConstraint,
    Index,
    PrimaryKeyConstraint,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bostoette.models.attendance import Attendance, MeetingDuty
from bostoette.models.base import (
    Base,
    Edited,
    KeyColumn,
    Keyed,
    Packed,
    may_refer,
    refers,
    words,
)
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus, FormReason
from bostoette.models.contact_satisfaction import ContactSatisfaction
from bostoette.models.contact_variant import ContactVariant, MeetingFlag
from bostoette.models.goal import ContactGoal
from bostoette.models.key import Key
from bostoette.models.remote_kinds import CheckPoint, TechOutcome, TechPart
from bostoette.models.timespan import TimeSpan


class _OnContact:
    """Who takes part on which day: the day stands here too, so that a week is one index away.

    The foreign key holds the day equal to the contact's own, checked when the transaction ends.
    """

    contact_id: Mapped[Key] = mapped_column(KeyColumn)
    day: Mapped[date]


class _Seat:
    """A place at a meeting or in a group: whether she came, her duty, her turn to talk (P74)."""

    attendance: Mapped[Attendance] = mapped_column(
        words(Attendance), default=Attendance.NOT_NOTED, server_default="not_noted"
    )
    duty: Mapped[MeetingDuty] = mapped_column(
        words(MeetingDuty), default=MeetingDuty.NONE, server_default="none"
    )
    turn: Mapped[int] = mapped_column(default=0, server_default="0")
    """Her place in the talking order, from 1; 0 for none."""


def _same_contact_and_day() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["contact_id", "day"], ["contact.id", "contact.day"], deferrable=True, initially="DEFERRED"
    )


class ContactWorker(_OnContact, _Seat, Base):
    """A worker's part in a contact; the one at position 0 holds it."""

    __tablename__ = "contact_worker"
    __table_args__ = (
        PrimaryKeyConstraint("contact_id", "worker_id"),
        _same_contact_and_day(),
        Index(None, "worker_id", "day"),
        {"sqlite_with_rowid": False},
    )

    worker_id: Mapped[Key] = refers("worker.id")
    position: Mapped[int] = mapped_column(default=0)


class ContactCitizen(_OnContact, _Seat, Base):
    """A citizen's part in a contact."""

    __tablename__ = "contact_citizen"
    __table_args__ = (
        PrimaryKeyConstraint("contact_id", "citizen_id"),
        _same_contact_and_day(),
        Index(None, "citizen_id", "day"),
        {"sqlite_with_rowid": False},
    )

    citizen_id: Mapped[Key] = refers("citizen.id")
    position: Mapped[int] = mapped_column(default=0)
    consented: Mapped[bool] = mapped_column(default=False, server_default="0")
    """Whether she has said yes to being in the group with the others (P73)."""


class ContactParticipant(_Seat, Base, Keyed):
    """Somebody else who takes part, perhaps only in a part of the contact (P31)."""

    __tablename__ = "contact_participant"
    __table_args__ = (
        CheckConstraint("until_minute > from_minute", name="minutes_in_order"),
        Index(None, "contact_id"),
    )

    contact_id: Mapped[Key] = refers("contact.id")
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str]
    role: Mapped[str] = mapped_column(default="")
    from_minute: Mapped[int]
    """Minutes after midnight."""
    until_minute: Mapped[int]


class AgendaItem(Base, Keyed):
    """One point of a contact's agenda (dagsorden, P68)."""

    __tablename__ = "agenda_item"
    __table_args__ = (Index(None, "contact_id"),)

    contact_id: Mapped[Key] = refers("contact.id")
    position: Mapped[int] = mapped_column(default=0)
    text: Mapped[str]
    done: Mapped[bool] = mapped_column(default=False)


class ContactCheck(Base, Keyed):
    """One point that somebody ticked before a contact at a distance (P62-P70)."""

    __tablename__ = "contact_check"
    __table_args__ = (UniqueConstraint("contact_id", "point"),)

    contact_id: Mapped[Key] = refers("contact.id")
    point: Mapped[CheckPoint] = mapped_column(words(CheckPoint))
    ticked_on: Mapped[date]
    ticked_by: Mapped[Key] = refers("worker.id")


class MeetingTick(Base, Keyed):
    """One point of the checklist for meetings that somebody ticked (P74)."""

    __tablename__ = "meeting_tick"
    __table_args__ = (UniqueConstraint("contact_id", "point"),)

    contact_id: Mapped[Key] = refers("contact.id")
    point: Mapped[str]
    ticked_on: Mapped[date]
    ticked_by: Mapped[Key] = refers("worker.id")


class TechLog(Base, Edited):
    """How the technology did in one contact (P65); the form is the one it was tried in."""

    __tablename__ = "tech_log"
    __table_args__ = (UniqueConstraint("contact_id"),)

    contact_id: Mapped[Key] = refers("contact.id")
    form: Mapped[ContactForm] = mapped_column(words(ContactForm))
    outcome: Mapped[TechOutcome] = mapped_column(words(TechOutcome))
    part: Mapped[TechPart | None] = mapped_column(words(TechPart))
    noted_by: Mapped[Key] = refers("worker.id")


class Contact(Base, Edited):
    """One contact; the fields of all forms are kept, the form says which of them count."""

    __tablename__ = "contact"
    __table_args__ = (
        CheckConstraint(
            '"start" >= 0 AND minutes > 0 AND "start" + minutes <= 1440', name="within_a_day"
        ),
        UniqueConstraint("id", "day"),
        Index(None, "series_id"),
    )

    purpose_id: Mapped[str]
    """Mandatory on every contact (P08)."""
    form: Mapped[ContactForm] = mapped_column(words(ContactForm))
    form_reason: Mapped[FormReason | None] = mapped_column(words(FormReason))
    day: Mapped[date]
    start: Mapped[int]
    """Minutes after midnight, local time."""
    minutes: Mapped[int]

    place: Mapped[ContactPlace] = mapped_column(words(ContactPlace), default=ContactPlace.HOME)
    place_text: Mapped[str] = mapped_column(default="")
    phone_number: Mapped[str] = mapped_column(default="")
    video_platform_id: Mapped[str | None]
    video_link: Mapped[str] = mapped_column(default="")
    meeting_point: Mapped[str] = mapped_column(default="")
    bad_weather_plan: Mapped[str] = mapped_column(default="")
    plan_b: Mapped[str] = mapped_column(default="")
    override_reason: Mapped[str] = mapped_column(default="", server_default="")
    """Why the form was chosen although it is advised against; "" where it was not (P07)."""
    reason_codes: Mapped[tuple[str, ...]] = mapped_column(
        Packed(list, tuple), default=(), server_default="[]"
    )
    """Reasons that were chosen for beginning at a distance, by id (P14)."""
    variant: Mapped[ContactVariant] = mapped_column(
        words(ContactVariant), default=ContactVariant.ORDINARY, server_default="ordinary"
    )
    meeting_aim: Mapped[str] = mapped_column(default="", server_default="")
    """What a meeting is to lead to (P74)."""
    meeting_flags: Mapped[tuple[MeetingFlag, ...]] = mapped_column(
        Packed(list, lambda found: tuple(map(MeetingFlag, found))), default=(), server_default="[]"
    )

    status: Mapped[ContactStatus] = mapped_column(
        words(ContactStatus), default=ContactStatus.PLANNED
    )
    status_reason: Mapped[str] = mapped_column(default="")
    agreed_with_citizen: Mapped[bool] = mapped_column(default=False)
    unplanned: Mapped[bool] = mapped_column(default=False)
    actual_start: Mapped[int | None]
    actual_minutes: Mapped[int | None]
    converted_from: Mapped[Key | None] = may_refer("contact.id")
    """The contact this one came instead of."""

    series_id: Mapped[Key | None] = may_refer("series.id")
    series_day: Mapped[date | None]
    """The day the series gave it, also after it was moved (RECURRENCE-ID)."""

    workers: Mapped[list[ContactWorker]] = relationship(
        cascade="all, delete-orphan",
        order_by=ContactWorker.position,
        primaryjoin="Contact.id == foreign(ContactWorker.contact_id)",
    )
    citizens: Mapped[list[ContactCitizen]] = relationship(
        cascade="all, delete-orphan",
        order_by=ContactCitizen.position,
        primaryjoin="Contact.id == foreign(ContactCitizen.contact_id)",
    )
    participants: Mapped[list[ContactParticipant]] = relationship(
        cascade="all, delete-orphan", order_by=ContactParticipant.position
    )
    agenda: Mapped[list[AgendaItem]] = relationship(
        cascade="all, delete-orphan", order_by=AgendaItem.position
    )
    checks: Mapped[list[ContactCheck]] = relationship(cascade="all, delete-orphan")
    meeting_ticks: Mapped[list[MeetingTick]] = relationship(cascade="all, delete-orphan")
    tech_log: Mapped[TechLog | None] = relationship(cascade="all, delete-orphan")
    goals: Mapped[list[ContactGoal]] = relationship(cascade="all, delete-orphan")
    answers: Mapped[list[ContactSatisfaction]] = relationship(cascade="all, delete-orphan")

    @property
    def span(self) -> TimeSpan:
        """When the contact is planned."""
        return TimeSpan(self.day, self.start, self.minutes)

    def counts_for(self, part: ContactCitizen) -> bool:
        """Tell whether the contact counts for a citizen in it: she did not stay away (P52, P61)."""
        if self.variant is ContactVariant.DELIVERY:
            return part.attendance is Attendance.CAME
        return part.attendance is not Attendance.DID_NOT_COME

    def plan_at(self, span: TimeSpan) -> None:
        """Plan at a day and time, everybody's part following."""
        self.day, self.start, self.minutes = span.day, span.start, span.minutes
        for worker in self.workers:
            worker.day = span.day
        for citizen in self.citizens:
            citizen.day = span.day

    def set_people(self, workers: tuple[Key, ...], citizens: tuple[Key, ...]) -> None:
        """Say who takes part, keeping the parts that stay."""
        held = {part.worker_id: part for part in self.workers}
        self.workers[:] = [
            held.get(key) or ContactWorker(worker_id=key, day=self.day) for key in workers
        ]
        met = {part.citizen_id: part for part in self.citizens}
        self.citizens[:] = [
            met.get(key) or ContactCitizen(citizen_id=key, day=self.day) for key in citizens
        ]
        for position, worker in enumerate(self.workers):
            worker.position = position
        for position, citizen in enumerate(self.citizens):
            citizen.position = position
