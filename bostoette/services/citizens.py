"""What a person can do with citizens: take in, change, fill in the profile, list."""

from dataclasses import fields as fields_of
from dataclasses import replace
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_fields import (
    CitizenChoices,
    CitizenDetails,
    CitizenFields,
    ListedCitizen,
    ProfileFields,
    StoredAgreement,
    StoredGrant,
)
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.contact_agreement import ContactAgreement
from bostoette.models.grant import Grant, GrantParagraph
from bostoette.models.key import Key
from bostoette.planning.citizen_code import dotted, initials_of, unique_code
from bostoette.services import form_wishes, risk, video_startup
from bostoette.services.agreements import agreement_fields
from bostoette.services.development import stepping_down
from bostoette.services.grants import grant_fields
from bostoette.services.not_heard_from import not_heard_from
from bostoette.services.open_citizen import open_citizen
from bostoette.services.stale import check_version
from bostoette.store.citizens import (
    citizen_codes,
    listed_citizens,
    named_citizens,
    paragraph_names,
    platform_names,
    worker_names,
)
from bostoette.store.journal import describe

MANY = 500
"""From so many on, what is known of every citizen's contacts is read beside the window."""
_FIELD_NAMES = tuple(field.name for field in fields_of(CitizenFields))
_TEXT_NAMES = tuple(field.name for field in fields_of(CitizenFields) if field.type is str)
_PROFILE_NAMES = tuple(field.name for field in fields_of(ProfileFields))
_GRANTS = (
    select(Grant, GrantParagraph.title)
    .outerjoin(GrantParagraph, GrantParagraph.id == Grant.paragraph_id)
    .where(Grant.citizen_id == bindparam("citizen"))
    .order_by(Grant.valid_from.desc(), Grant.id.desc())
)
_AGREEMENTS = (
    select(ContactAgreement)
    .where(ContactAgreement.citizen_id == bindparam("citizen"))
    .order_by(ContactAgreement.valid_from.desc(), ContactAgreement.id.desc())
)


def listed(
    session: Session, today: date, seen_by: Key | None = None, from_minute: int = 0
) -> tuple[ListedCitizen, ...]:
    """Return all citizens by name, each with status, worker and next contact.

    ``seen_by`` is the worker whose relation to each is told (P11). The next contact is one that is
    not over by ``from_minute`` today, in minutes after midnight.
    """
    silent = {one.citizen.id for one in not_heard_from(session, today)}
    alone = {one.citizen_id for one in stepping_down(session, today)}
    told = silent | alone
    return tuple(
        replace(one, silent=one.id in silent, mostly_alone=one.id in alone)
        if one.id in told
        else one
        for one in listed_citizens(session, today, seen_by, from_minute)
    )


def many(session: Session) -> bool:
    """Tell whether there are so many citizens that looking through all of them takes its time."""
    return session.scalars(select(Citizen.id).offset(MANY - 1).limit(1)).first() is not None


def named(session: Session) -> tuple[ListedCitizen, ...]:
    """Return all citizens by name: at once, but with nothing of their contacts."""
    return named_citizens(session)


def choices(session: Session) -> CitizenChoices:
    """Return what the forms about a citizen offer."""
    return CitizenChoices(worker_names(session), paragraph_names(session), platform_names(session))


def create(session: Session, fields: CitizenFields) -> Key:
    """Take in a new citizen; only the name is needed. Return her key.

    Raises PlanError where a field cannot be stored.
    """
    citizen = new_citizen(fields)
    citizen.code = unique_code(citizen.initials, citizen_codes(session))
    session.add(citizen)
    session.flush()
    describe(session, f"Ny borger: {citizen.initials}")
    return citizen.id


def new_citizen(fields: CitizenFields) -> Citizen:
    """Make a citizen of what was filled in, not yet part of any session and without a code."""
    citizen = Citizen(profile=CitizenProfile())
    _fill(citizen, fields)
    return citizen


def change(session: Session, citizen_id: Key, version: int, fields: CitizenFields) -> None:
    """Save what was changed in the form; raises ChangedMeanwhile when it is stale.

    Other initials give another code, unless the old one still fits them.
    """
    citizen = open_citizen(session, citizen_id)
    check_version(citizen.version, version)
    before = citizen.initials
    _fill(citizen, fields)
    if citizen.initials != before:
        others = citizen_codes(session) - {citizen.code}
        citizen.code = unique_code(citizen.initials, others)
    describe(session, f"Ret borger: {citizen.initials}")


def change_profile(
    session: Session,
    citizen_id: Key,
    profile_version: int,
    fields: ProfileFields,
    by: Key | None = None,
) -> None:
    """Save the answers of the profile; raises ChangedMeanwhile when they are stale.

    Another risk colour goes into its history, judged by whoever asked (P42).
    """
    fields.check()
    citizen = open_citizen(session, citizen_id)
    check_version(citizen.profile.version, profile_version)
    before = profile_fields(citizen.profile)
    for name in _PROFILE_NAMES:
        setattr(citizen.profile, name, getattr(fields, name))
    form_wishes.note_answers(session, citizen_id, before, fields)
    video_startup.keep_teaching(session, citizen_id, before)
    judged_on = fields.filled_on or before.filled_on
    if judged_on is not None and fields.risk_level is not before.risk_level:
        risk.note_answer(session, citizen_id, fields.risk_level, judged_on, by)
    describe(session, f"Ret profil: {citizen.initials}")


def details(session: Session, citizen_id: Key) -> CitizenDetails:
    """Return everything about one citizen."""
    citizen = open_citizen(session, citizen_id)
    profile = citizen.profile
    return CitizenDetails(
        id=citizen.id,
        version=citizen.version,
        code=citizen.code,
        fields=CitizenFields(**{name: getattr(citizen, name) for name in _FIELD_NAMES}),
        status=citizen.status,
        status_since=citizen.status_since,
        profile=profile_fields(profile),
        profile_version=profile.version,
        grants=_grants(session, citizen_id),
        agreements=_agreements(session, citizen_id),
    )


def profile_fields(profile: CitizenProfile) -> ProfileFields:
    """Return a stored profile's answers."""
    return ProfileFields(**{name: getattr(profile, name) for name in _PROFILE_NAMES})


def _fill(citizen: Citizen, fields: CitizenFields) -> None:
    fields.check()
    for name in _FIELD_NAMES:
        value = getattr(fields, name)
        setattr(citizen, name, value.strip() if name in _TEXT_NAMES else value)
    citizen.initials = dotted(fields.initials) or initials_of(fields.name)


def _grants(session: Session, citizen_id: Key) -> tuple[StoredGrant, ...]:
    rows = session.execute(_GRANTS, {"citizen": citizen_id})
    return tuple(
        StoredGrant(grant.id, grant.version, title or grant.paragraph_id, grant_fields(grant))
        for grant, title in rows
    )


def _agreements(session: Session, citizen_id: Key) -> tuple[StoredAgreement, ...]:
    rows = session.scalars(_AGREEMENTS, {"citizen": citizen_id})
    return tuple(
        StoredAgreement(one.id, one.version, agreement_fields(one), one.note) for one in rows
    )
