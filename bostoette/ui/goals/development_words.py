"""What the development tab says in words, and the rows of its tables."""

from collections import Counter
from datetime import date

from bostoette.models.contact_form import ContactForm
from bostoette.models.development import Development, FourWeeks, GoalCurve, WellbeingMark
from bostoette.models.goal_kinds import GoalStatus, Independence
from bostoette.models.wording import MONTHS_SHORT, listed
from bostoette.ui.citizens.citizen_facts import brief_day

NO_MARKS = (
    "Der er ingen mærker endnu. Når et notat siger »alene«, »med et lille puf« eller »med hjælp«, "
    "kommer trinene til at stå her."
)
NO_WELLBEING = "Der er ingen mærker for trivsel endnu. De sættes i notatet."


def steps_said(curve: GoalCurve) -> str:
    """Say where the curve began, where it is, and how many marks there are."""
    if not curve.marks:
        return NO_MARKS
    first, last = curve.marks[0], curve.marks[-1]
    if len(curve.marks) == 1:
        return f"{first.independence.danish.capitalize()} {brief_day(first.day)}."
    numbers = Counter(one.independence for one in curve.marks)
    counts = [f"{numbers[step]} {step.danish}" for step in reversed(Independence) if numbers[step]]
    return (
        f"Fra {first.independence.danish} {brief_day(first.day)} til {last.independence.danish} "
        f"{brief_day(last.day)}. Af {len(curve.marks)} mærker: {listed(counts)}."
    )


def goal_note(curve: GoalCurve, *, discreet: bool) -> str:
    """Say what the goal is about, where it stands, and what the marks say."""
    standing = "" if curve.status is GoalStatus.ACTIVE else f" ({curve.status.danish})"
    about = "" if discreet else curve.about
    return " · ".join(filter(None, (f"{about}{standing}".strip(), steps_said(curve))))


def goal_warning(curve: GoalCurve, weeks: int) -> str:
    """Say that support may be stepped down, or that something was lost (P44, P41)."""
    said = []
    if curve.steps_down:
        said.append(
            f"Går mest alene i {weeks} uger. Tal om, hvorvidt støtten til netop det kan blive "
            "mindre; borgeren og lederen beslutter, og programmet ændrer intet. (P44)"
        )
    if curve.lost:
        said.append("Noget er tabt siden en pause. Begynd et trin længere nede. (P41)")
    return " ".join(said)


def goal_rows(curve: GoalCurve) -> list[tuple[str, ...]]:
    """Return the marks, the newest first."""
    return [
        (brief_day(one.day), one.independence.danish.capitalize()) for one in reversed(curve.marks)
    ]


def wellbeing_said(marks: tuple[WellbeingMark, ...]) -> str:
    """Say how wellbeing has been, and per form."""
    if not marks:
        return NO_WELLBEING
    parts = []
    for form in ContactForm:
        scores = [one.score for one in marks if one.form is form]
        if scores:
            average = f"{sum(scores) / len(scores):.1f}".replace(".", ",")
            parts.append(f"{form.short_name} {average}")
    last = marks[-1]
    return f"Senest {last.score} af 5 ({brief_day(last.day)}). I gennemsnit: {', '.join(parts)}."


def wellbeing_warning(shown: Development) -> str:
    """Say that wellbeing fell, and what is proposed (P39)."""
    fall = shown.fall
    if fall is None:
        return ""
    return (
        f"Trivslen er faldet fra {fall.before} til {fall.now} på de seneste {fall.contacts} "
        "kontakter. Planlæg et besøg eller en gåtur, og tal med lederen. (P39)"
    )


def wellbeing_rows(marks: tuple[WellbeingMark, ...]) -> list[tuple[str, ...]]:
    """Return the marks, the newest first."""
    return [
        (brief_day(one.day), one.form.short_name.capitalize(), f"{one.score} af 5")
        for one in reversed(marks)
    ]


def period_word(period: FourWeeks) -> str:
    """Name four weeks by their last day, briefly."""
    return f"{period.last.day}. {MONTHS_SHORT[period.last.month - 1]}"


def mix_said(periods: tuple[FourWeeks, ...]) -> str:
    """Say the mix of the latest four weeks."""
    forms = periods[-1].forms if periods else {}
    parts = [f"{form.short_name} {forms[form]}" for form in ContactForm if forms.get(form)]
    return f"Afholdt de seneste fire uger: {listed(parts) or 'ingen kontakter'}."


def mix_rows(periods: tuple[FourWeeks, ...], forms: list[ContactForm]) -> list[tuple[str, ...]]:
    """Return a row for every four weeks, the newest first."""
    return [
        (f"Til {period_word(one)}", *(str(one.forms.get(form, 0)) for form in forms))
        for one in reversed(periods)
    ]


def workers_said(periods: tuple[FourWeeks, ...], most: int) -> str:
    """Say who the citizen met in the latest four weeks, and what is best (P17)."""
    met = periods[-1].workers if periods else ()
    who = listed(list(met)) or "ingen"
    return f"De seneste fire uger: {len(met)} ({who}). Højst {most} giver ro. (P17)"


def gap_said(shown: Development, today: date) -> str:
    """Say that there is or was a break (P41); empty where there was none."""
    gap = shown.gap
    if gap is None:
        return ""
    if gap.resumed is None:
        days = (today - gap.last_before).days
        since = brief_day(gap.last_before)
        told = f"Der har ikke været en afholdt kontakt siden {since} ({days} dage)."
    else:
        days = (gap.resumed - gap.last_before).days
        told = f"I har holdt pause i {days} dage og begyndte igen {brief_day(gap.resumed)}."
    return (
        f"{told} Efter en lang pause er det lettere at begynde med korte og hyppige kontakter. "
        "Mærk de mål, hvor noget er gået tabt. (P41)"
    )
