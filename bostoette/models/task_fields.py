"""A task (opgave) as a person fills it in, and as lists show it."""

from dataclasses import dataclass
from datetime import date, datetime

from bostoette.models.contact_form import ContactForm
from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.models.told_how import ToldHow
from bostoette.models.week_contact import CitizenName


@dataclass(frozen=True, slots=True)
class TaskFields:
    """A task of one's own: what, by which day, and for whom if anybody."""

    text: str
    due: date | None = None
    citizen_id: Key | None = None

    def check(self) -> None:
        """Raise PlanError where nothing is to be done, or something looks like a CPR number."""
        if not self.text.strip():
            raise PlanError(
                "Skriv, hvad der skal gøres. Intet er gemt endnu, og det skrevne står der stadig."
            )
        refuse_cpr(self.text)


@dataclass(frozen=True, slots=True)
class ListedTask:
    """One task of a list."""

    id: Key
    version: int
    text: str
    due: date | None
    tells: bool
    """It is about telling the citizen of a change (P49); the text is what to say."""
    citizen: CitizenName | None
    contact_id: Key | None
    form: ContactForm | None
    """The contact's form, where there is a contact."""
    span: TimeSpan | None
    done_at: datetime | None
    """In UTC."""
    done_by: str
    """The initials of whoever did it; empty while open."""
    told_how: ToldHow | None = None
    """How the citizen was told, where it is done and was to tell her."""
    settled_with_citizen: bool = False
    """It is settled on the citizen's page: what a trial came to, the next step of a phase-out."""

    def overdue(self, today: date) -> bool:
        """Tell whether it should have been done before today."""
        return self.done_at is None and self.due is not None and self.due < today
