"""ContactFields are everything a person fills in about one contact, as a dialog gives it."""

from dataclasses import dataclass

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus, FormReason
from bostoette.models.contact_variant import ContactVariant, MeetingFlag
from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.key import Key
from bostoette.models.long_text import refuse_long
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan

LONGEST_LINK = 2000
MOST_POINTS = 40
"""On one agenda."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody else in a contact, from and to in minutes after midnight (P31)."""

    name: str
    role: str
    from_minute: int
    until_minute: int


@dataclass(frozen=True, slots=True)
class ContactFields:
    """One contact as filled in. All forms' fields are kept; the form says which ones count."""

    span: TimeSpan
    form: ContactForm
    purpose_id: str
    workers: tuple[Key, ...]
    citizens: tuple[Key, ...]
    form_reason: FormReason | None = None
    place: ContactPlace = ContactPlace.HOME
    place_text: str = ""
    phone_number: str = ""
    video_platform_id: str | None = None
    video_link: str = ""
    meeting_point: str = ""
    bad_weather_plan: str = ""
    plan_b: str = ""
    override_reason: str = ""
    """Why the form was chosen although it is advised against (P07)."""
    reason_codes: tuple[str, ...] = ()
    """Reasons that were chosen for beginning at a distance, by id (P14)."""
    agreed_with_citizen: bool = False
    unplanned: bool = False
    variant: ContactVariant = ContactVariant.ORDINARY
    meeting_aim: str = ""
    """What a meeting is to lead to (P74)."""
    meeting_flags: tuple[MeetingFlag, ...] = ()
    participants: tuple[Participant, ...] = ()
    agenda: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.purpose_id:
            raise PlanError(
                "Vælg et formål for kontakten. Intet er gemt endnu, og det skrevne står der stadig."
            )
        if not self.workers:
            raise PlanError(
                "Vælg mindst én medarbejder. Intet er gemt endnu, og det skrevne står der stadig."
            )
        alone = self.form is ContactForm.HOTLINE or self.variant.for_staff
        if not self.citizens and not alone:
            raise PlanError("Vælg en borger. Intet er gemt endnu, og det skrevne står der stadig.")

    def check(self) -> None:
        """Raise PlanError where a text is too long for a page, or looks like a CPR number.

        Links are not looked at for numbers: those of video meetings are as long.
        """
        self._check_lengths()
        refuse_cpr(
            self.place_text,
            self.phone_number,
            self.meeting_point,
            self.bad_weather_plan,
            self.plan_b,
            self.override_reason,
            self.meeting_aim,
            *self.agenda,
            *(text for one in self.participants for text in (one.name, one.role)),
        )

    def _check_lengths(self) -> None:
        refuse_long("Stedet", self.place_text)
        refuse_long("Telefonnummeret", self.phone_number)
        refuse_long("Linket", self.video_link, LONGEST_LINK)
        refuse_long("Mødestedet", self.meeting_point)
        refuse_long("Planen for dårligt vejr", self.bad_weather_plan)
        refuse_long("Plan B", self.plan_b)
        refuse_long("Begrundelsen", self.override_reason)
        refuse_long("Mødets formål", self.meeting_aim)
        for point in self.agenda:
            refuse_long("Et punkt på dagsordenen", point)
        for one in self.participants:
            refuse_long("En deltager", f"{one.name} {one.role}")
        if len(self.agenda) > MOST_POINTS:
            raise PlanError(
                f"Dagsordenen har {len(self.agenda)} punkter; der er plads til {MOST_POINTS}. "
                "Intet er gemt endnu, og det skrevne står der stadig."
            )


@dataclass(frozen=True, slots=True)
class ContactDetails:
    """One contact as stored, for whoever opens it."""

    id: Key
    version: int
    fields: ContactFields
    status: ContactStatus
    status_reason: str
    actual_start: int | None
    actual_minutes: int | None
    series_id: Key | None
