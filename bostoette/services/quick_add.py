"""What a typed line is understood against: the citizens with their agreements, the purposes."""

from collections import defaultdict
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, selectinload

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_fields import AgreementFields
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.contact_agreement import ContactAgreement
from bostoette.models.danish_order import COLLATION
from bostoette.models.key import Key
from bostoette.models.quick_add import QuickCitizen, QuickKnown, QuickPurpose
from bostoette.models.team import Purpose
from bostoette.services.agreements import agreement_fields
from bostoette.services.practice_in_force import practice_in_force
from bostoette.store.conditions_file import delivered_conditions

_FOLLOW_UP = ("P22", "longest_minutes")


def known(session: Session, today: date) -> QuickKnown:
    """Return whom and what a line may mean: people who are planned for, purposes in use.

    Agreements that ended before today are left out. Lengths are those of P71 and P22.
    """
    practice = practice_in_force(session)
    lengths = practice.conditions.lengths
    rule, number = _FOLLOW_UP
    short = practice.rules.rules[rule].numbers[number].value
    return QuickKnown(
        citizens=_citizens(session, today),
        purposes=_purposes(session),
        lengths={form: length.default_minutes for form, length in lengths.items()},
        short_minutes=int(short),
    )


def _citizens(session: Session, today: date) -> tuple[QuickCitizen, ...]:
    agreements = _agreements(session, today)
    rows = session.execute(
        select(
            Citizen.id,
            Citizen.name,
            Citizen.initials,
            Citizen.code,
            Citizen.phone,
            Citizen.meeting_point,
        )
        .where(Citizen.status.in_((CitizenStatus.ACTIVE, CitizenStatus.PAUSED)))
        .order_by(Citizen.name.collate(COLLATION))
    )
    return tuple(QuickCitizen(*row, agreements=tuple(agreements.get(row.id, ()))) for row in rows)


def _agreements(session: Session, today: date) -> dict[Key, list[AgreementFields]]:
    found: dict[Key, list[AgreementFields]] = defaultdict(list)
    rows = session.scalars(
        select(ContactAgreement)
        .where(or_(ContactAgreement.valid_to.is_(None), ContactAgreement.valid_to >= today))
        .options(selectinload(ContactAgreement.lines))
        .order_by(ContactAgreement.valid_from.desc())
    )
    for agreement in rows:
        found[agreement.citizen_id].append(agreement_fields(agreement))
    return found


def _purposes(session: Session) -> tuple[QuickPurpose, ...]:
    orders = {one.id: one.order for one in delivered_conditions().purposes}
    rows = session.execute(
        select(Purpose.id, Purpose.title, Purpose.like)
        .where(Purpose.active.is_(True))
        .order_by(Purpose.position)
    )
    return tuple(
        QuickPurpose(key, title, like or key, orders.get(like or key, ()))
        for key, title, like in rows
    )
