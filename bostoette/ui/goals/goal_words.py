"""What is said about a goal: its theme, where it stands and why, and too many at once (P45)."""

from bostoette.models.goal_fields import StoredGoal, StoredWish
from bostoette.models.goal_kinds import GoalStatus
from bostoette.ui.citizens.citizen_facts import brief_day
from bostoette.ui.naming import Naming


def theme_words(goal: StoredGoal) -> str:
    """Say theme and sub-theme, måltype, and when it is looked at again."""
    fields = goal.fields
    about = fields.theme.danish
    if fields.sub_theme is not None:
        about = f"{about} › {fields.sub_theme.danish}"
    parts = [about, fields.goal_type.danish]
    if fields.review_on is not None and goal.status is GoalStatus.ACTIVE:
        parts.append(f"ses på igen {brief_day(fields.review_on)}")
    return " · ".join(parts)


def standing_words(goal: StoredGoal, naming: Naming) -> str:
    """Say since when it stands where it does, why, and who noted it."""
    if goal.status is GoalStatus.ACTIVE:
        return f"I gang siden {brief_day(goal.since)}"
    last = goal.turns[-1] if goal.turns else None
    why = "" if last is None else last.said
    if last is not None and last.reason_text:
        why = naming.hidden(why)
    said = f"{goal.status.danish.capitalize()} siden {brief_day(goal.since)}"
    if goal.status is not GoalStatus.PAUSED:
        said = f"{goal.status.danish.capitalize()} {brief_day(goal.since)}"
    if why:
        said = f"{said}: {why}"
    return f"{said} ({last.by})" if last is not None and last.by else said


def too_many(active: int, most: int) -> str:
    """Warn where more goals are active than may be at a time; empty where there are not (P45)."""
    if active <= most:
        return ""
    return (
        f"Der er {active} mål i gang, og højst {most} ad gangen giver ro. "
        "Sæt et på pause, eller afslut et, så er der igen plads til dem alle. (P45)"
    )


def one_more(active: int, most: int) -> str:
    """Warn before one more goal than may be active is set; empty where there is room (P45)."""
    if active < most:
        return ""
    return (
        f"Der er allerede {active} mål i gang, og højst {most} ad gangen giver ro. Sæt et på "
        "pause først, hvis det nye er vigtigere. I kan også gemme det alligevel. (P45)"
    )


def active_goals(wishes: tuple[StoredWish, ...]) -> list[StoredGoal]:
    """Return the goals that are in play."""
    return [
        goal
        for wish in wishes
        for aim in wish.aims
        for goal in aim.goals
        if goal.status is GoalStatus.ACTIVE
    ]
