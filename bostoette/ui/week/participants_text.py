"""Other participants as lines of text: name; role; from–to."""

from bostoette.models.contact_fields import Participant
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.models.typed_time import parse_clock
from bostoette.models.wording import clock

PARTS = 3


def participants_text(participants: tuple[Participant, ...]) -> str:
    """Write participants one a line."""
    return "\n".join(
        f"{one.name}; {one.role}; {clock(one.from_minute)}–{clock(one.until_minute)}"
        for one in participants
    )


def participants_from(text: str, span: TimeSpan) -> tuple[Participant, ...]:
    """Read participants back; without times somebody is there all the time (P31)."""
    return tuple(_participant(line, span) for line in text.splitlines() if line.strip())


def _participant(line: str, span: TimeSpan) -> Participant:
    name, role, times = (*(part.strip() for part in line.split(";")), "", "")[:PARTS]
    if not name:
        raise PlanError(
            "Skriv en deltager som: navn; rolle; 10.00–10.20. Intet er gemt endnu, og det skrevne "
            "står der stadig."
        )
    if not times:
        return Participant(name, role, span.start, span.end)
    first, _dash, last = times.replace("-", "–").partition("–")
    from_minute, until_minute = parse_clock(first), parse_clock(last)
    if until_minute <= from_minute:
        raise PlanError(
            "En deltagers sluttid skal ligge efter starttiden. Intet er gemt endnu, og det skrevne "
            "står der stadig."
        )
    return Participant(name, role, from_minute, until_minute)
