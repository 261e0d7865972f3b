"""Questions about what citizens were promised, and what they said no to."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import literal, select, union_all
from sqlalchemy.orm import Session

from bostoette.models.citizen_kinds import FormWish
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.contact_agreement import ContactAgreement
from bostoette.models.contact_form import ContactForm
from bostoette.models.grant import Grant
from bostoette.models.key import Key
from bostoette.models.promised import Promised

_WISHES = {
    ContactForm.PHYSICAL: CitizenProfile.wish_physical,
    ContactForm.PHONE: CitizenProfile.wish_phone,
    ContactForm.VIDEO: CitizenProfile.wish_video,
    ContactForm.WALK_TALK: CitizenProfile.wish_walk_talk,
}


def promises_of(session: Session, citizens: Collection[Key]) -> dict[Key, list[Promised]]:
    """Return each citizen's grants and contact agreements, old ones too."""
    asked = [
        select(kind.citizen_id, literal(what), kind.valid_from, kind.valid_to).where(
            kind.citizen_id.in_(citizens)
        )
        for kind, what in ((Grant, "bevilling"), (ContactAgreement, "kontaktaftale"))
    ]
    found: dict[Key, list[Promised]] = defaultdict(list)
    for citizen, what, first, last in session.execute(union_all(*asked)):
        found[citizen].append(Promised(what, first, last))
    return found


def refused_forms(session: Session, citizens: Collection[Key]) -> dict[Key, frozenset[ContactForm]]:
    """Return the forms that each citizen says no to (P04)."""
    rows = session.execute(
        select(CitizenProfile.citizen_id, *_WISHES.values()).where(
            CitizenProfile.citizen_id.in_(citizens)
        )
    )
    return {
        citizen: frozenset(
            form for form, wish in zip(_WISHES, wishes, strict=True) if wish is FormWish.REFUSES
        )
        for citizen, *wishes in rows
    }
