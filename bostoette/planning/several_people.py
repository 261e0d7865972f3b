"""What is said while a contact of several people is filled in: its size, its length, its room.

Groups (P61, P73), meetings on a screen (P29, P74), and whom it may be kinder to let join from
home (P31). Nothing is forbidden.
"""

from collections.abc import Iterator

from bostoette.models.contact_fields import ContactFields, Participant
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_variant import MeetingFlag
from bostoette.models.folded_text import folded
from bostoette.models.practice_rule import NumberName
from bostoette.models.practice_rules import PracticeRules
from bostoette.planning.group_size import size_said

MOST_ON_VIDEO = NumberName("P74", "participants")
MANY = NumberName("P31", "many_participants")
_ON_SCREEN = frozenset({ContactForm.VIDEO, ContactForm.PHONE})
_NO_PROFESSIONALS = ("paaroerende", "mor", "far", "soester", "bror", "ven", "kaereste", "naboe")
_NEAREST = frozenset(folded(word) for word in _NO_PROFESSIONALS)

_MANY_SAID = "fagpersoner med ud over medarbejderen ved borgerens side"
_FROM_HOME = "Lad borgeren være med på video hjemmefra, med en medarbejder ved siden af."

_NOT_WRITTEN = frozenset({"sensitive_topic", "acute", "after_relapse", "big_question"})

Said = tuple[str, str]
"""The rule's id, and the sentence."""


def sentences(fields: ContactFields, rules: PracticeRules) -> tuple[Said, ...]:
    """Return what there is to say of a contact of several people; a rule that is off says none."""
    found = [*_group(fields, rules), *_meeting(fields, rules), *_written(fields)]
    return tuple(one for one in found if rules.on((one[0],)))


def professionals(fields: ContactFields) -> int:
    """Count whom the citizen meets: professionals besides the worker who sits beside her.

    Other participants count unless what stands beside them says that they are relatives.
    """
    outside = sum(not _is_near(one) for one in fields.participants)
    return outside + max(0, len(fields.workers) - 1)


def _group(fields: ContactFields, rules: PracticeRules) -> Iterator[Said]:
    said = size_said(fields.form, fields.variant, len(fields.citizens), rules)
    if said:
        text, _, rule = said.removesuffix(")").rpartition(" (")
        yield rule, text


def _meeting(fields: ContactFields, rules: PracticeRules) -> Iterator[Said]:
    if not fields.variant.is_meeting:
        return
    people = len(fields.workers) + len(fields.citizens) + len(fields.participants)
    most = rules.number(MOST_ON_VIDEO).value
    if fields.form is ContactForm.VIDEO and people > most:
        split = "Del mødet i to, eller lad nogle være med i kun deres egen del."
        yield "P74", f"{people} på video er mange; højst {most} er godt. {split}"
    against = [flag for flag in fields.meeting_flags if flag.against_screen]
    if against and fields.form in _ON_SCREEN:
        why = "; ".join(flag.danish[0].lower() + flag.danish[1:] for flag in against)
        yield "P29", f"Mød hellere i samme rum: {why}."
    if fields.citizens:
        yield from _from_home(fields, rules)


def _written(fields: ContactFields) -> Iterator[Said]:
    """Tell where a message is no fit, or has no approved channel yet (P66, P78)."""
    if fields.form is not ContactForm.SMS_CHAT:
        return
    if fields.purpose_id in _NOT_WRITTEN:
        yield "P78", "Sårbare og akutte emner hører ikke til på skrift. Ring, eller mød borgeren."
    if fields.video_platform_id is None:
        yield "P66", "Vælg en godkendt kanal under Platform; andre må ikke bruges."


def _from_home(fields: ContactFields, rules: PracticeRules) -> Iterator[Said]:
    """Propose that the citizen joins from home, with a worker she trusts beside her (P31)."""
    many = professionals(fields)
    if many >= rules.number(MANY).value:
        yield "P31", f"Der er {many} {_MANY_SAID}. {_FROM_HOME}"
    elif MeetingFlag.CARE_DUTIES in fields.meeting_flags:
        yield "P31", f"Borgeren har nogen at passe. {_FROM_HOME}"


def _is_near(one: Participant) -> bool:
    return any(word in _NEAREST for word in folded(one.role).split())
