"""What a team decides for itself: purposes, platforms, paragraphs, travel times, export levels.

All of it is a team leader's to change (`team_rights`), except the minutes between two places,
which whoever drives them knows best. Entries are put out of use, not deleted: what was planned
with them keeps its words.
"""

from collections.abc import Iterable
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.calendar_event import ExportLevel
from bostoette.models.citizen import Citizen
from bostoette.models.cpr import holds_cpr
from bostoette.models.danish_order import COLLATION
from bostoette.models.grant import GrantParagraph
from bostoette.models.key import Key, new_key
from bostoette.models.plan_error import PlanError
from bostoette.models.right import Right
from bostoette.models.team import ApprovedPlatform, Purpose, TeamSetting, TravelPair
from bostoette.models.team_lists import (
    ListedPlatform,
    ListedPurpose,
    ListedTravel,
    NamedPlace,
    TeamLists,
)
from bostoette.models.timespan import DAY_MINUTES
from bostoette.models.worker import Worker
from bostoette.planning.travel import place_pair
from bostoette.services.team_rights import refuse_unless
from bostoette.store.citizens import paragraph_names
from bostoette.store.journal import describe

EXPORT_LEVELS_OFF = "export_levels_off"
"""The TeamSetting that lists the levels no calendar file may use."""
T = TypeVar("T", Purpose, ApprovedPlatform, GrantParagraph)
LONGEST_TITLE = 60
_STILL_THERE = "Intet er gemt endnu, og det skrevne står der stadig."


def everything(session: Session) -> TeamLists:
    """Return all the lists, each in the order in which it is shown."""
    return TeamLists(
        listed_purposes(session),
        listed_platforms(session),
        paragraph_names(session),
        listed_travel(session),
    )


# --- purposes (P08) ---


def listed_purposes(session: Session) -> tuple[ListedPurpose, ...]:
    """Return all purposes in the team's order, those out of use included."""
    rows = session.scalars(select(Purpose).order_by(Purpose.position, Purpose.id)).all()
    titles = {row.id: row.title for row in rows}
    return tuple(
        ListedPurpose(
            row.id,
            row.title,
            row.like is not None,
            row.like,
            titles.get(row.like or "", ""),
            row.active,
        )
        for row in rows
    )


def add_purpose(session: Session, actor_id: Key, title: str, like: str) -> str:
    """Add a purpose of the team's own, which takes a delivered one's order of forms.

    Raises PlanError where the title cannot be used or it is not the person's to do.
    """
    refuse_unless(session, actor_id, Right.LISTS)
    rows = session.scalars(select(Purpose)).all()
    purpose = Purpose(
        id=f"own-{new_key().hex()}",
        title=_free_title(title, (row.title for row in rows)),
        position=max((row.position for row in rows), default=-1) + 1,
        like=_delivered(session, like),
    )
    session.add(purpose)
    describe(session, "Nyt formål")
    return purpose.id


def change_purpose(session: Session, actor_id: Key, purpose_id: str, title: str, like: str) -> None:
    """Give a purpose of the team's own another title or order; delivered ones stand fast.

    Raises PlanError as `add_purpose` does.
    """
    refuse_unless(session, actor_id, Right.LISTS)
    purpose = _entry(session, Purpose, purpose_id)
    if purpose.like is None:
        raise PlanError(
            "Formålet følger med programmet, så dets navn og rækkefølge står fast. Intet er "
            "ændret. Lav et formål af teamets eget, eller tag det ud af brug."
        )
    others = session.scalars(select(Purpose.title).where(Purpose.id != purpose_id)).all()
    purpose.title, purpose.like = _free_title(title, others), _delivered(session, like)
    describe(session, "Ret formål")


def move_purpose(session: Session, actor_id: Key, purpose_id: str, places: int) -> None:
    """Move a purpose so many places down the list (up where negative), as far as it goes."""
    refuse_unless(session, actor_id, Right.LISTS)
    purpose = _entry(session, Purpose, purpose_id)
    rows = list(session.scalars(select(Purpose).order_by(Purpose.position, Purpose.id)))
    here = rows.index(purpose)
    there = min(max(here + places, 0), len(rows) - 1)
    if there == here:
        return
    rows.insert(there, rows.pop(here))
    for position, row in enumerate(rows):
        row.position = position
    describe(session, "Flyt formål")


def use_purpose(session: Session, actor_id: Key, purpose_id: str, *, active: bool) -> None:
    """Take a purpose out of use, or into use again; the last one in use stays.

    Raises PlanError where it is the last, or not the person's to do.
    """
    refuse_unless(session, actor_id, Right.LISTS)
    purpose = _entry(session, Purpose, purpose_id)
    purpose.active = active
    if not session.scalar(select(Purpose.id).where(Purpose.active.is_(True)).limit(1)):
        raise PlanError(
            "Det er det sidste formål i brug, og en kontakt skal have et. Intet er ændret. "
            "Tag først et andet i brug."
        )
    describe(session, "Tag formål i brug" if active else "Tag formål ud af brug")


# --- approved platforms (P66) ---


def listed_platforms(session: Session) -> tuple[ListedPlatform, ...]:
    """Return all platforms by title, those out of use included."""
    rows = session.scalars(select(ApprovedPlatform).order_by(ApprovedPlatform.title))
    return tuple(ListedPlatform(row.id, row.title, row.link, row.active) for row in rows)


def add_platform(session: Session, actor_id: Key, title: str, link: str) -> str:
    """Approve a platform for support; raises PlanError as `add_purpose` does."""
    refuse_unless(session, actor_id, Right.LISTS)
    taken = session.scalars(select(ApprovedPlatform.title)).all()
    platform = ApprovedPlatform(
        id=f"own-{new_key().hex()}", title=_free_title(title, taken), link=_checked_link(link)
    )
    session.add(platform)
    describe(session, "Ny platform")
    return platform.id


def change_platform(
    session: Session, actor_id: Key, platform_id: str, title: str, link: str
) -> None:
    """Give a platform another title or link; raises PlanError as `add_purpose` does."""
    refuse_unless(session, actor_id, Right.LISTS)
    platform = _entry(session, ApprovedPlatform, platform_id)
    others = session.scalars(
        select(ApprovedPlatform.title).where(ApprovedPlatform.id != platform_id)
    ).all()
    platform.title, platform.link = _free_title(title, others), _checked_link(link)
    describe(session, "Ret platform")


def use_platform(session: Session, actor_id: Key, platform_id: str, *, active: bool) -> None:
    """Take a platform's approval back, or approve it again."""
    refuse_unless(session, actor_id, Right.LISTS)
    _entry(session, ApprovedPlatform, platform_id).active = active
    describe(session, "Godkend platform" if active else "Tag platform ud af brug")


# --- paragraphs of grants ---


def add_paragraph(session: Session, actor_id: Key, title: str) -> str:
    """Add a paragraph that support can be granted by; raises PlanError as `add_purpose` does."""
    refuse_unless(session, actor_id, Right.LISTS)
    taken = session.scalars(select(GrantParagraph.title)).all()
    paragraph = GrantParagraph(id=f"own-{new_key().hex()}", title=_free_title(title, taken))
    session.add(paragraph)
    describe(session, "Ny paragraf")
    return paragraph.id


def change_paragraph(session: Session, actor_id: Key, paragraph_id: str, title: str) -> None:
    """Give a paragraph another title; raises PlanError as `add_purpose` does."""
    refuse_unless(session, actor_id, Right.LISTS)
    paragraph = _entry(session, GrantParagraph, paragraph_id)
    others = session.scalars(
        select(GrantParagraph.title).where(GrantParagraph.id != paragraph_id)
    ).all()
    paragraph.title = _free_title(title, others)
    describe(session, "Ret paragraf")


def use_paragraph(session: Session, actor_id: Key, paragraph_id: str, *, active: bool) -> None:
    """Take a paragraph out of use, or into use again."""
    refuse_unless(session, actor_id, Right.LISTS)
    _entry(session, GrantParagraph, paragraph_id).active = active
    describe(session, "Tag paragraf i brug" if active else "Tag paragraf ud af brug")


# --- typed travel times ---


def base_place(worker_id: Key) -> str:
    """Return the key of a worker's base among the places of travel."""
    return f"base:{worker_id.hex()}"


def home_place(citizen_id: Key) -> str:
    """Return the key of a citizen's home among the places of travel."""
    return citizen_id.hex()


def places(session: Session) -> tuple[NamedPlace, ...]:
    """Return every place one can travel between: bases first, then homes, by name."""
    workers = session.execute(
        select(Worker.id, Worker.name, Worker.initials).order_by(Worker.name.collate(COLLATION))
    )
    citizens = session.execute(
        select(Citizen.id, Citizen.name, Citizen.initials).order_by(Citizen.name.collate(COLLATION))
    )
    bases = tuple(
        NamedPlace(base_place(key), name, initials, base=True) for key, name, initials in workers
    )
    homes = tuple(
        NamedPlace(home_place(key), name, initials, base=False) for key, name, initials in citizens
    )
    return bases + homes


def listed_travel(session: Session) -> tuple[ListedTravel, ...]:
    """Return the minutes that were typed, in the order of the places."""
    known = {place.key: (order, place) for order, place in enumerate(places(session))}
    found = []
    for pair in session.scalars(select(TravelPair)):
        ends = sorted(
            (
                known.get(key, (len(known), NamedPlace(key, "ukendt sted", "?", base=False)))
                for key in (pair.place_a, pair.place_b)
            ),
            key=lambda end: end[0],
        )
        orders = tuple(order for order, _place in ends)
        found.append((orders, ListedTravel(ends[0][1], ends[1][1], pair.minutes)))
    return tuple(travel for _orders, travel in sorted(found, key=lambda one: one[0]))


def set_travel(session: Session, place_a: str, place_b: str, minutes: int) -> None:
    """Type the minutes between two places, in both directions; they beat every estimate.

    Raises PlanError where it is one place or the minutes cannot be.
    """
    if place_a == place_b:
        raise PlanError(f"Vælg to forskellige steder. {_STILL_THERE}")
    if not 0 <= minutes < DAY_MINUTES:
        raise PlanError(f"Skriv rejsetiden i minutter. {_STILL_THERE}")
    one, other = place_pair(place_a, place_b)
    pair = session.get(TravelPair, (one, other))
    if pair is None:
        session.add(TravelPair(place_a=one, place_b=other, minutes=minutes))
    else:
        pair.minutes = minutes
    describe(session, "Ret rejsetid" if pair else "Ny rejsetid")


def remove_travel(session: Session, place_a: str, place_b: str) -> None:
    """Let the minutes between two places be estimated again."""
    pair = session.get(TravelPair, place_pair(place_a, place_b))
    if pair is not None:
        session.delete(pair)
        describe(session, "Slet rejsetid")


# --- levels of export (P94) ---


def export_levels_off(session: Session) -> frozenset[ExportLevel]:
    """Return the levels that the team leader has switched off."""
    kept = session.get(TeamSetting, EXPORT_LEVELS_OFF)
    names = kept.value if kept is not None and isinstance(kept.value, list) else []
    return frozenset(level for level in ExportLevel if level.value in names and level.names_people)


def switch_export_levels_off(
    session: Session, actor_id: Key, levels: Iterable[ExportLevel]
) -> None:
    """Say which levels no calendar file may use from now on; the others may be used again.

    Only the levels that tell a name can be off: code and initials always remain. Raises
    PlanError for another level, or where it is not the person's to do.
    """
    refuse_unless(session, actor_id, Right.LISTS)
    wanted = sorted(set(levels))
    if not all(level.names_people for level in wanted):
        raise PlanError(
            "Kode og initialer kan altid bruges i en kalenderfil. Intet er ændret. "
            "Vælg kun blandt de andre."
        )
    kept = session.get(TeamSetting, EXPORT_LEVELS_OFF)
    if kept is None:
        session.add(TeamSetting(id=EXPORT_LEVELS_OFF, value=[level.value for level in wanted]))
    else:
        kept.value = [level.value for level in wanted]
    describe(session, "Ret niveauer for eksport")


# --- inside ---


def _entry(session: Session, kind: type[T], entry_id: str) -> T:
    entry = session.get(kind, entry_id)
    if entry is None:
        raise PlanError(
            "Linjen findes ikke længere på listen. Andet er ikke ændret; se listen efter igen."
        )
    return entry


def _free_title(title: str, taken: Iterable[str]) -> str:
    typed = " ".join(title.split())
    if not typed:
        raise PlanError(f"Skriv et navn til listen. {_STILL_THERE}")
    if len(typed) > LONGEST_TITLE:
        raise PlanError(f"Navnet er for langt; skriv højst {LONGEST_TITLE} tegn. {_STILL_THERE}")
    if holds_cpr(typed):
        raise PlanError(f"Det ligner et CPR-nummer, som aldrig gemmes. {_STILL_THERE} Slet det.")
    if any(typed.casefold() == other.casefold() for other in taken):
        raise PlanError(f"Navnet står allerede på listen. {_STILL_THERE} Vælg et andet.")
    return typed


def _checked_link(link: str) -> str:
    typed = link.strip()
    if typed and not typed.startswith("https://"):
        raise PlanError(f"Et link skal begynde med https://. {_STILL_THERE}")
    return typed


def _delivered(session: Session, purpose_id: str) -> str:
    like = session.get(Purpose, purpose_id)
    if like is None or like.like is not None:
        raise PlanError(f"Vælg det formål, det nye skal ligne. {_STILL_THERE}")
    return like.id
