"""Everything that the page about the team's sheet shows, read in one go (P09)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from bostoette.models.key import Key
from bostoette.models.sheet_change import SheetChanges
from bostoette.models.sheet_version import Overridden, Participant, StoredVersion
from bostoette.models.worker_fields import LeadRight
from bostoette.services import overridden_rules, sheet_versions, team_rights
from bostoette.services.practice_in_force import Practice, practice_with
from bostoette.store.sheet_rows import sheet_changes


@dataclass(frozen=True, slots=True)
class SheetPage:
    """The sheet in force beside the delivered one, and who may change it."""

    changes: SheetChanges
    practice: Practice
    delivered: Practice
    right: LeadRight
    versions: tuple[StoredVersion, ...]
    """The newest first."""
    due: date | None
    """Since when it should have been looked at again."""
    overridden: dict[str, Overridden]
    """By rule, the most often set aside first; empty where it was not asked for."""
    people: tuple[Participant, ...]
    review_on: date
    """When to look at it again if a version is saved today."""

    @property
    def settled(self) -> bool:
        """Tell whether the sheet is as the newest version says."""
        return self.changes == self.versions[0].changes


def page_of(
    session: Session, actor_id: Key, today: date, *, with_overridden: bool = True
) -> SheetPage:
    """Return the page's values, for a person and a day.

    What is set aside takes a while to count; ``with_overridden`` False leaves it out.
    """
    changes = sheet_changes(session)
    overridden = overridden_rules.most_overridden(session, today) if with_overridden else ()
    return SheetPage(
        changes,
        practice_with(changes),
        practice_with(()),
        team_rights.lead_right(session, actor_id),
        sheet_versions.versions(session),
        sheet_versions.review_due(session, today),
        {one.rule: one for one in overridden},
        sheet_versions.possible_participants(session),
        sheet_versions.proposed_review(session, today),
    )
