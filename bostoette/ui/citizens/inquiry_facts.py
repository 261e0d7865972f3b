"""Who turned to us about a citizen, and what was sent to her, as her page tells it (P76, P79)."""

from bostoette.models.inquiry import Caller
from bostoette.models.inquiry_fields import ListedInquiry
from bostoette.models.wording import short_day
from bostoette.ui.citizens.citizen_facts import Fact, Shown

MOST_SHOWN = 6


def inquiry_facts(shown: Shown) -> list[Fact]:
    """Say who turned to us when, about what, and how worn a relative is."""
    return [_inquiry(one, shown) for one in shown.page.inquiries[:MOST_SHOWN]]


def sent_facts(shown: Shown) -> list[Fact]:
    """Say what was sent when."""
    return [
        Fact(f"{short_day(one.day).capitalize()} · {one.worker}", one.title)
        for one in shown.page.sent[:MOST_SHOWN]
    ]


def _inquiry(one: ListedInquiry, shown: Shown) -> Fact:
    who = one.who if one.caller is Caller.RELATIVE and one.who else one.caller.danish.lower()
    hidden = shown.naming.hidden
    said = [
        hidden(one.topic),
        f"råd: {hidden(one.advice)}" if one.advice else "",
        f"henvist til {hidden(one.guided_to)}" if one.guided_to else "",
        f"belastning {one.strain.danish}" if one.strain else "",
        "bekymret" if one.worried else "",
    ]
    label = f"{short_day(one.day).capitalize()} · {hidden(who)} · {one.worker}"
    return Fact(label, " · ".join(part for part in said if part))
