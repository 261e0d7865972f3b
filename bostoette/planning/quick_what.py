"""What it is, in a typed line: the contact form, the purpose, or own time."""

import re
from typing import TypeVar

from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.contact_form import ContactForm
from bostoette.models.folded_text import folded_words
from bostoette.models.quick_add import QuickPurpose
from bostoette.planning.quick_line import QuickLine

K = TypeVar("K")

_SHORTEST_WORD = 5
_TOO_COMMON = frozenset({"moede", "foerste", "efter"})
_FORM_WORDS = {
    ContactForm.GROUP_ONLINE: r"onlinegruppe|gruppe online|videogruppe|online gruppe",
    ContactForm.GROUP_WALK: r"gaahold|fast gaahold|turgruppe|gaagruppe",
    ContactForm.HOTLINE: r"hotline|hjaelpelinje|telefonvagt",
    ContactForm.PHYSICAL: (
        r"(?:fysisk )?besoeg|hjemmebesoeg|fysisk|fysisk moede|hjemme hos|paa besoeg|besoege?r?"
    ),
    ContactForm.PHONE: (
        r"telefon(?:isk)?|telefonsamtale|telefonmoede|telefonkontakt|tlf\.?|opkald|opringning"
        r"|mobil|ring(?:e|er)?(?: op)?(?: til)?|ring op"
    ),
    ContactForm.VIDEO: (
        r"video|videosamtale|videoopkald|videomoede|videokontakt|online|virtuelt?|paa skaerm|skype"
    ),
    ContactForm.WALK_TALK: (
        r"gaatur|gaa-tur|gaa tur|gaa en tur|gaature|walk(?: |-)(?:and|og|&)(?: |-)talk|walk"
        r"|gaasamtale|gaa-tur-samtale|gaatursamtale"
    ),
    ContactForm.SMS_CHAT: r"sms|chat|besked|skriv(?:e|er)?(?: til)?",
}
_FORMS = {form: re.compile(words) for form, words in _FORM_WORDS.items()}
_OWN = {
    kind: re.compile(words)
    for kind, words in {
        AppointmentKind.MEETING: (
            r"[a-z-]*moede|supervision|kursus|konference|sparring|apv|oplaeg|undervisning af os"
        ),
        AppointmentKind.DOCUMENTATION: (
            r"dokumentation(?:stid)?|dok|dokumentere|journal(?:isering)?|notater|skrivetid"
        ),
        AppointmentKind.BREAK: r"pause|frokost(?:pause)?|kaffe(?:pause)?",
        AppointmentKind.DRIVING: r"koersel|koere(?:tid)?|transport(?:tid)?",
        AppointmentKind.OTHER: (
            r"egen tid|optaget|andet|laege|tandlaege|ferie|afspadsering|fri|planlaegning"
            r"|forberedelse|kontortid|mails?"
        ),
    }.items()
}
_PURPOSE_WORDS = {
    "short_follow_up": r"(?:kort )?opfoelgning|opf\.?|opfoelgende|check-?in|tjek ?ind|status",
    "support_conversation": r"stoettesamtale|stoette|almindelig samtale|samtale",
    "acute": r"akut|her og nu",
    "day_structure": r"komme i gang|kom i gang|morgenopkald|godmorgen|dagen i gang",
    "sensitive_topic": r"saarbart(?: emne)?|svaert emne|svaer samtale",
    "big_question": r"stort spoergsmaal|beslutning",
    "assessment": r"udredning",
    "practical_help": r"praktisk(?: hjaelp)?|praktiske goeremaal",
    "schedule_overview": r"skema|ugeskema|ugens skema|overblik",
    "home_skills": r"oeve|oevelse|traening|faerdighed",
    "social_need": r"socialt(?: behov)?|selskab",
    "first_meeting": r"foerste (?:moede|gang|samtale)|opstartsmoede",
    "video_startup": r"opstart (?:af |paa )?video|videoopstart",
    "guidance_teaching": r"vejledning|undervisning",
    "guided_support": r"guidet(?: stoette)?",
    "treatment_conversation": r"behandling(?:ssamtale)?",
    "after_relapse": r"(?:efter )?tilbagefald",
    "hands_on": r"hands-?on|oevelse med haenderne",
    "family_treatment": r"familiebehandling|familiesamtale",
}
_PURPOSES = {key: re.compile(words) for key, words in _PURPOSE_WORDS.items()}


def take_form(line: QuickLine) -> ContactForm | None:
    """Take the first form that is said: ``telefon``, ``ring til``, ``walk-and-talk``."""
    return _earliest(line, _FORMS)


def take_own_time(line: QuickLine) -> AppointmentKind | None:
    """Tell what own time is for, without taking the word: it is the best title."""
    text = " ".join(line.folded_words)
    for kind, pattern in _OWN.items():
        if re.search(rf"(?<!\S)(?:{pattern.pattern})(?!\S)", text):
            return kind
    return None


def take_purpose(line: QuickLine, purposes: tuple[QuickPurpose, ...]) -> QuickPurpose | None:
    """Take a purpose by its title, by words people use for it, or by a long word of its title."""
    for purpose in sorted(purposes, key=lambda one: -len(one.title)):
        title = folded_words(purpose.title)
        if title and line.take(re.compile(re.escape(title))) is not None:
            return purpose
    known = {one.id: one for one in reversed(purposes)}
    by_words = {one.id: _PURPOSES[one.id] for one in purposes if one.id in _PURPOSES}
    found = _earliest(line, by_words)
    return known[found] if found is not None else _by_word(line, purposes)


def _by_word(line: QuickLine, purposes: tuple[QuickPurpose, ...]) -> QuickPurpose | None:
    for place in line.left():
        word = line.folded_words[place]
        if len(word) < _SHORTEST_WORD or word in _TOO_COMMON:
            continue
        fitting = [one for one in purposes if word in folded_words(one.title).split()]
        if len(fitting) == 1:
            line.take_words(place, place + 1)
            return fitting[0]
    return None


def _earliest(line: QuickLine, patterns: dict[K, re.Pattern[str]]) -> K | None:
    """Take what stands first in the line; of two at one place the longer."""
    text = " ".join(line.folded_words)
    best: tuple[int, int, K, str] | None = None
    for key, pattern in patterns.items():
        found = re.search(rf"(?<!\S)(?:{pattern.pattern})(?!\S)", text)
        if found is None:
            continue
        rank = (found.start(), -len(found[0]))
        if best is None or rank < best[:2]:
            best = (*rank, key, found[0])
    if best is None:
        return None
    line.take(re.compile(re.escape(best[3])))
    return best[2]
