"""The short lists that forms choose from: purposes, platforms, citizens and workers."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.conditions import FormLength
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.danish_order import COLLATION
from bostoette.models.form_question import OfferedCode
from bostoette.models.key import Key
from bostoette.models.practice_rule import NumberName
from bostoette.models.team import ApprovedPlatform, Purpose
from bostoette.models.worker import Worker
from bostoette.services.conditions import conditions_in_force

DELIVERY_MINUTES = NumberName("P52", "delivery_longest_minutes")
_PURPOSES = (
    select(Purpose.id, Purpose.title).where(Purpose.active.is_(True)).order_by(Purpose.position)
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry to choose: a key or id, and how it reads."""

    id: Key | str
    title: str


@dataclass(frozen=True, slots=True)
class CitizenChoice:
    """A citizen to choose, with what a new contact takes from her."""

    id: Key
    name: str
    initials: str
    phone: str
    meeting_point: str
    address: str
    platform_id: str | None = None
    """What she is used to for video."""


@dataclass(frozen=True, slots=True)
class ContactChoices:
    """Everything a contact form offers."""

    citizens: tuple[CitizenChoice, ...]
    workers: tuple[Choice, ...]
    purposes: tuple[Choice, ...]
    platforms: tuple[Choice, ...]
    lengths: dict[ContactForm, FormLength]
    reason_codes: tuple[OfferedCode, ...] = ()
    """Reasons for beginning at a distance (P14)."""
    delivery_minutes: int | None = None
    """How long it takes to deliver something at the door (P52)."""

    def usual_minutes(self, form: ContactForm, variant: ContactVariant) -> int | None:
        """Return how long such a contact usually is; None where nobody has said."""
        length = self.lengths.get(form)
        if variant is ContactVariant.DELIVERY and self.delivery_minutes is not None:
            return self.delivery_minutes
        return None if length is None else length.default_minutes


def contact_choices(session: Session) -> ContactChoices:
    """Return what a contact form offers: only people who are active, only approved platforms."""
    citizens = session.execute(
        select(
            Citizen.id,
            Citizen.name,
            Citizen.initials,
            Citizen.phone,
            Citizen.meeting_point,
            Citizen.address,
            CitizenProfile.platform_id,
        )
        .outerjoin(CitizenProfile, CitizenProfile.citizen_id == Citizen.id)
        .where(Citizen.status.in_((CitizenStatus.ACTIVE, CitizenStatus.PAUSED)))
        .order_by(Citizen.name.collate(COLLATION))
    )
    workers = session.execute(
        select(Worker.id, Worker.initials, Worker.name)
        .where(Worker.active.is_(True))
        .order_by(Worker.name.collate(COLLATION))
    )
    platforms = session.execute(
        select(ApprovedPlatform.id, ApprovedPlatform.title)
        .where(ApprovedPlatform.active.is_(True))
        .order_by(ApprovedPlatform.title)
    )
    in_force = conditions_in_force(session)
    return ContactChoices(
        tuple(CitizenChoice(*row) for row in citizens),
        tuple(Choice(key, f"{initials} · {name}") for key, initials, name in workers),
        purposes(session),
        tuple(Choice(key, title) for key, title in platforms),
        in_force.conditions.lengths,
        tuple(OfferedCode(*code) for code in in_force.words.reason_codes.items()),
        in_force.rules.number(DELIVERY_MINUTES).value,
    )


def purposes(session: Session) -> tuple[Choice, ...]:
    """Return the purposes in use, in the team's order."""
    return tuple(Choice(key, title) for key, title in session.connection().execute(_PURPOSES))
