"""What a person fills in about a citizen, as dialogs give it, and what a page gets to show."""

from dataclasses import dataclass, fields
from datetime import date

from bostoette.models.citizen_kinds import (
    AgreementRhythm,
    CitizenStatus,
    FormWish,
    GrantPeriod,
    PrivateNetwork,
    RiskLevel,
    SupportNeed,
    ToleratesShifts,
    VideoAbility,
)
from bostoette.models.contact_form import ContactForm
from bostoette.models.cpr import holds_cpr
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import DAY_MINUTES

MOST_WEEKS_APART = 12
MOST_CONTACTS = 50
LONGEST_NAME, LONGEST_INITIALS, LONGEST_TEXT = 80, 10, 200
_TOO_LONG = {
    "name": "Navnet er for langt",
    "initials": "Initialerne er for lange",
    "address": "Adressen er for lang",
    "postal_code": "Postnummeret er for langt",
    "town": "Bynavnet er for langt",
    "meeting_point": "Mødestedet er for langt",
    "phone": "Telefonnummeret er for langt",
    "emergency_contact": "Nødkontakten er for lang",
    "language": "Sproget er for langt",
}
_STILL_THERE = "Intet er gemt endnu, og det skrevne står der stadig."


@dataclass(frozen=True, slots=True)
class CitizenFields:
    """Who a citizen is and where she is found; only the name must be there.

    Empty initials are made from the name.
    """

    name: str
    initials: str = ""
    address: str = ""
    postal_code: str = ""
    town: str = ""
    latitude: float | None = None
    longitude: float | None = None
    meeting_point: str = ""
    phone: str = ""
    emergency_contact: str = ""
    language: str = ""
    """Empty means Danish."""
    primary_worker_id: Key | None = None
    secondary_worker_id: Key | None = None

    def check(self) -> None:
        """Raise PlanError where the name is missing, something looks like a CPR number, and so on.

        Also where both workers are the same. Asked before anything is stored.
        """
        if not self.name.strip():
            raise PlanError(f"Skriv borgerens navn. {_STILL_THERE}")
        texts = [getattr(self, field.name) for field in fields(self)]
        if any(isinstance(text, str) and holds_cpr(text) for text in texts):
            raise PlanError(
                "Et af felterne ligner et CPR-nummer, og det gemmer programmet aldrig. "
                f"{_STILL_THERE} Slet nummeret; er det en telefon i udlandet, så begynd med +."
            )
        self._check_lengths()
        if self.primary_worker_id and self.primary_worker_id == self.secondary_worker_id:
            raise PlanError(
                "Den samme medarbejder står som både primær og sekundær. "
                f"{_STILL_THERE} Vælg en anden, eller lad den ene stå tom."
            )

    def _check_lengths(self) -> None:
        longest = {"name": LONGEST_NAME, "initials": LONGEST_INITIALS}
        for field in fields(self):
            text, most = getattr(self, field.name), longest.get(field.name, LONGEST_TEXT)
            if isinstance(text, str) and len(text.strip()) > most:
                raise PlanError(f"{_TOO_LONG[field.name]}; skriv højst {most} tegn. {_STILL_THERE}")


@dataclass(frozen=True, slots=True)
class ProfileFields:
    """One citizen's answers about which form fits (practice catalogue, part 3).

    Named as `CitizenProfile`'s columns, and with the catalogue's defaults. Travel is in minutes
    one way from the base.
    """

    filled_on: date | None = None
    lives_alone: bool = True
    private_network: PrivateNetwork = PrivateNetwork.WEAK
    support_need: SupportNeed = SupportNeed.MEDIUM
    risk_level: RiskLevel = RiskLevel.GREEN
    isolation_risk: bool = False
    in_substance_treatment: bool = False
    relapsed_on: date | None = None
    """The day of the latest relapse; it counts until they have met after it (P40)."""
    tolerates_shifts: ToleratesShifts = ToleratesShifts.NORMAL
    needs_predictability: bool = False
    wish_physical: FormWish = FormWish.NEUTRAL
    wish_phone: FormWish = FormWish.NEUTRAL
    wish_video: FormWish = FormWish.NEUTRAL
    wish_walk_talk: FormWish = FormWish.NEUTRAL
    wishes_asked_on: date | None = None
    wishes_asked_by: Key | None = None
    has_phone: bool = True
    has_video_device: bool = True
    loan_device_planned: bool = False
    has_internet: bool = True
    equipment_checked_on: date | None = None
    platform_id: str | None = None
    video_ability: VideoAbility = VideoAbility.ALONE
    video_startup_done: bool = True
    needs_teaching_for_video: bool = False
    can_relate_to_remote: bool = True
    needs_something_to_look_at: bool = False
    uses_visual_methods: bool = False
    dislikes_own_face_on_screen: bool = False
    uneasy_in_public: bool = False
    does_not_want_home_seen: bool = False
    may_hide_being_unwell: bool = False
    meeting_hard_anxiety_or_pain: bool = False
    transport_tiring: bool = False
    can_walk_outdoors: bool = True
    has_private_room: bool = True
    values_shop_trip: bool = False
    travel_minutes_one_way: int = 15

    def check(self) -> None:
        """Raise PlanError where the travel time cannot be."""
        if not 0 <= self.travel_minutes_one_way < DAY_MINUTES:
            raise PlanError(
                f"Rejsetiden kan ikke passe; skriv minutter den ene vej. {_STILL_THERE}"
            )


@dataclass(frozen=True, slots=True)
class GrantFields:
    """One grant: minutes a week or month as a number, a range, or left open (both None)."""

    paragraph_id: str
    """Empty only where an imported file did not say."""
    valid_from: date
    minutes_from: int | None = None
    minutes_to: int | None = None
    period: GrantPeriod = GrantPeriod.WEEK
    valid_to: date | None = None

    def check(self) -> None:
        """Raise PlanError where the paragraph is missing or numbers or days stand the wrong way."""
        if not self.paragraph_id:
            raise PlanError(f"Vælg den paragraf, støtten er bevilget efter. {_STILL_THERE}")
        if self.minutes_from is not None and self.minutes_to is not None:
            _check_range(self.minutes_from, self.minutes_to)
        _check_days(self.valid_from, self.valid_to)


@dataclass(frozen=True, slots=True)
class AgreementLineFields:
    """So many contacts of so many minutes per rhythm; several forms make it flexible (P02)."""

    number: int
    minutes: int
    rhythm: AgreementRhythm = AgreementRhythm.WEEK
    every_weeks: int = 1
    forms: tuple[ContactForm, ...] = (ContactForm.PHYSICAL,)

    def check(self) -> None:
        """Raise PlanError where a number is out of bounds or no form is chosen."""
        if not self.forms:
            raise PlanError(f"Vælg mindst én form på hver linje i aftalen. {_STILL_THERE}")
        if not (1 <= self.number <= MOST_CONTACTS and 1 <= self.minutes <= DAY_MINUTES):
            raise PlanError(f"Antal og minutter skal være mindst 1. {_STILL_THERE}")
        if not 1 <= self.every_weeks <= MOST_WEEKS_APART:
            raise PlanError(f"Vælg hver 1. til {MOST_WEEKS_APART}. uge. {_STILL_THERE}")

    @property
    def flexible(self) -> bool:
        """Tell whether the form is chosen each time (fleksibel)."""
        return len(self.forms) > 1

    def said(self) -> str:
        """Say how many and how long: ``2 × 10 min pr. uge``."""
        return f"{self.number} × {self.minutes} min {self._rhythm_said()}"

    def _rhythm_said(self) -> str:
        if self.rhythm is AgreementRhythm.MONTH:
            return "pr. måned"
        if self.rhythm is AgreementRhythm.WEEK or self.every_weeks == 1:
            return "pr. uge"
        return f"hver {self.every_weeks}. uge"


@dataclass(frozen=True, slots=True)
class AgreementFields:
    """The agreed mix from a day on; without lines it must be on demand (P02, P77)."""

    valid_from: date
    lines: tuple[AgreementLineFields, ...] = ()
    on_demand: bool = False
    valid_to: date | None = None

    @property
    def asks_for_times(self) -> bool:
        """Tell whether contacts have to be planned for it: nothing is on demand (P77)."""
        return bool(self.lines) and not self.on_demand

    def check(self) -> None:
        """Raise PlanError where nothing is agreed or the days stand the wrong way."""
        if not self.lines and not self.on_demand:
            raise PlanError(
                "Aftalen er tom. Tilføj en linje, eller sæt kryds ved, at borgeren selv henvender "
                f"sig. {_STILL_THERE}"
            )
        for line in self.lines:
            line.check()
        _check_days(self.valid_from, self.valid_to)


@dataclass(frozen=True, slots=True)
class ListedCitizen:
    """One line of the list of citizens."""

    id: Key
    name: str
    initials: str
    code: str
    status: CitizenStatus
    status_since: date | None
    worker_initials: str
    """The primary worker's; empty where there is none."""
    next_day: date | None
    """The day of the next planned contact that is not over yet."""
    next_start: int | None = None
    """When it begins, in minutes after midnight."""
    primary_worker_id: Key | None = None
    secondary_worker_id: Key | None = None
    met: bool = False
    """Whether anybody has met her face to face."""
    met_by_me: bool = False
    """Whether the person who looks has met her face to face (P11)."""
    silent: bool = False
    """Whether nobody has heard from her for the rule's days (P43)."""
    mostly_alone: bool = False
    """Whether a goal of hers is mostly done alone, so that less may do (P44)."""
    looked_up: bool = True
    """Whether her contacts were looked through; without, nothing is known of them."""

    risk: RiskLevel = RiskLevel.GREEN
    next_end: int | None = None
    """When the next planned contact is over, in minutes after midnight."""

    def is_current(self, today: date) -> bool:
        """Tell whether she receives support, also where an end is set for a later day."""
        if self.status.stops_everything:
            return self.status_since is not None and today < self.status_since
        return True


@dataclass(frozen=True, slots=True)
class WorkerName:
    """A worker to choose, in the two lengths a screen needs."""

    id: Key
    initials: str
    name: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class ListName:
    """An entry of an editable list to choose: a paragraph, a platform."""

    id: str
    title: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class CitizenChoices:
    """Everything the forms about a citizen offer, also what is no longer in use."""

    workers: tuple[WorkerName, ...] = ()
    paragraphs: tuple[ListName, ...] = ()
    platforms: tuple[ListName, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredGrant:
    """A grant as stored, with its paragraph's title."""

    id: Key
    version: int
    paragraph: str
    fields: GrantFields


@dataclass(frozen=True, slots=True)
class StoredAgreement:
    """An agreement as stored."""

    id: Key
    version: int
    fields: AgreementFields
    note: str = ""
    """What a trial of a form came to, and the like (P10)."""


@dataclass(frozen=True, slots=True)
class CitizenDetails:
    """Everything about one citizen, for whoever opens her."""

    id: Key
    version: int
    code: str
    fields: CitizenFields
    status: CitizenStatus
    status_since: date | None
    profile: ProfileFields
    profile_version: int
    grants: tuple[StoredGrant, ...]
    """Newest first."""
    agreements: tuple[StoredAgreement, ...]
    """Newest first."""

    def agreement_on(self, day: date) -> StoredAgreement | None:
        """Return the agreement that holds on a day."""
        return next((one for one in self.agreements if _holds(one.fields, day)), None)

    def grants_on(self, day: date) -> tuple[StoredGrant, ...]:
        """Return the grants that hold on a day."""
        return tuple(one for one in self.grants if _holds(one.fields, day))


def _holds(period: GrantFields | AgreementFields, day: date) -> bool:
    return period.valid_from <= day and (period.valid_to is None or day <= period.valid_to)


def _check_days(first: date, last: date | None) -> None:
    if last is not None and last < first:
        raise PlanError(f"Slutdatoen ligger før startdatoen. {_STILL_THERE}")


def _check_range(low: int, high: int) -> None:
    if not 0 <= low <= high:
        raise PlanError(
            f"Den bevilgede tid skal gå fra det mindste til det største. {_STILL_THERE}"
        )
