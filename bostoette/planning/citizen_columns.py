"""Which column of a municipality's list is what, by headings read forgivingly."""

from collections.abc import Sequence

from bostoette.models.citizen_import import ColumnMatch, ImportField
from bostoette.models.folded_text import folded_words

_SAID = {
    ImportField.NAME: (
        "navn|fulde navn|fuldt navn|borger|borgernavn|klientnavn|navn paa borger"
        "|adresseringsnavn|navn fra cpr|cpr navn"
    ),
    ImportField.FIRST_NAME: "fornavn|fornavne|for og mellemnavn|fornavn og mellemnavn",
    ImportField.LAST_NAME: "efternavn|efternavne",
    ImportField.INITIALS: "initialer|init|forbogstaver",
    ImportField.ADDRESS: (
        "adresse|bopael|bopaelsadresse|gade|vej|vejnavn|gadenavn|gade vej|vej og nr|gade og nr"
        "|vejnavn og nr|vejnavn og husnr|adresselinje|adresselinje 1|adresse 1|gadeadresse"
        "|folkeregisteradresse|cpr adresse|adresse fra cpr|fuld adresse"
    ),
    ImportField.HOUSE_NUMBER: "husnr|hus nr|husnummer|vejnr|gadenr|nr og bogstav",
    ImportField.FLOOR: "etage|sal",
    ImportField.DOOR: "doer|side|sidedoer|side doer|doernr|doerbetegnelse",
    ImportField.POSTAL_CODE: (
        "postnr|post nr|postnummer|postnr by|postnr og by|postnummer og by|postnr bynavn"
    ),
    ImportField.TOWN: "by|bynavn|postdistrikt|postby",
    ImportField.PHONE: (
        "tlf|tlf nr|tlfnr|telefon|telefonnr|telefon nr|telefonnummer|mobil|mobilnr|mobil nr"
        "|mobilnummer|mobiltelefon|mobiltlf|mobil tlf|privat telefon|telefon privat|tlf mobil"
    ),
    ImportField.LANGUAGE: "sprog|modersmaal|talt sprog|foretrukket sprog",
    ImportField.PRIMARY_WORKER: (
        "kontaktperson|primaer kontaktperson|medarbejder|primaer medarbejder|primaer|bostoette"
        "|bostoettemedarbejder|bostoetter|ansvarlig medarbejder|ansvarlig|stoetteperson|vejleder"
        "|medarbejder initialer|kontaktperson 1|medarbejder 1|tilknyttet medarbejder"
        "|primaer bostoette|primaer vejleder|udfoerende medarbejder"
    ),
    ImportField.SECONDARY_WORKER: (
        "sekundaer medarbejder|sekundaer kontaktperson|sekundaer|anden medarbejder|medarbejder 2"
        "|kontaktperson 2|makker|stedfortraeder|sekundaer bostoette|sekundaer vejleder"
    ),
    ImportField.PARAGRAPH: (
        "paragraf|bevillingsparagraf|bevilling paragraf|lovgrundlag|lovhjemmel|hjemmel"
        "|lovparagraf|paragraf i serviceloven|serviceloven|sel paragraf|sel"
    ),
    ImportField.VALID_FROM: (
        "startdato|start|fra|fra dato|fradato|gyldig fra|bevilget fra|bevilling fra|ivaerksat"
        "|ivaerksaettelsesdato|bevillingsstart|bevilling startdato|bevillingsdato|opstart"
        "|opstartsdato|startdato for bevilling|startdato bevilling|indsats startdato"
    ),
    ImportField.VALID_TO: (
        "slutdato|slut|til|til dato|tildato|gyldig til|bevilget til|bevilling til|udloeb"
        "|udloebsdato|udloeber|bevillingsslut|bevilling slutdato|ophoersdato|ophoer"
        "|slutdato for bevilling|slutdato bevilling|indsats slutdato"
    ),
    ImportField.STATUS: "status|borgerstatus|indsatsstatus|status for indsats|forloebsstatus",
    ImportField.MEETING_POINT: "moedested|andet moedested|moedes",
    ImportField.TRAVEL_MINUTES: (
        "rejsetid|koeretid|transporttid|vejtid|rejsetid min|koeretid min|transporttid min"
        "|rejsetid i minutter|koeretid i minutter|rejsetid minutter|koeretid minutter"
    ),
}
_FIELDS = {word: field for field, words in _SAID.items() for word in words.split("|")}
_OWNERS = frozenset({"borger", "borgers", "borgerens", "klient", "klientens", "brugers"})
_OTHERS_WORDS = (
    "paaroerende paaroerendes laege laegens vaerge vaerges sagsbehandler sagsbehandlers leder"
    " leders mor far aegtefaelle partner ejer netvaerk kontaktpersons kontaktpersonens"
    " medarbejders medarbejderens"
)
_SOMEBODY_ELSE = frozenset(_OTHERS_WORDS.split())
_OTHER_TIMES = ("forbrug", "brugt", "planlagt", "lever", "afhold", "faktisk", "rest", "koer")
_TRAVEL_TIMES = frozenset({"rejsetid", "transporttid", "vejtid"})
_GRANTED_STEMS = ("bevilg", "bevilling", "visiteret", "visiterede", "tildelt", "ydelse")
_TIME_WORDS = frozenset({"tid", "tidsramme", "timetal", "omfang", "stoette", "bostoette"})
_HOURS = frozenset({"time", "timer", "timetal", "t"})
_MINUTES = frozenset({"min", "minut", "minutter", "minuttal"})
_WEEK = frozenset({"uge", "ugen", "ugentlig", "ugentlige", "ugentligt", "ugl"})
_MONTH = frozenset({"md", "mdr", "mnd", "maaned", "maaneden", "maanedlig", "maanedlige"})
_GRANTED = {
    ("time", "week"): ImportField.GRANTED_WEEK,
    ("hours", "week"): ImportField.GRANTED_HOURS_WEEK,
    ("minutes", "week"): ImportField.GRANTED_MINUTES_WEEK,
    ("time", "month"): ImportField.GRANTED_MONTH,
    ("hours", "month"): ImportField.GRANTED_HOURS_MONTH,
    ("minutes", "month"): ImportField.GRANTED_MINUTES_MONTH,
}
GRANTED_FIELDS = frozenset(_GRANTED.values())
_GUESSES = (
    ("fornavn", ImportField.FIRST_NAME),
    ("efternavn", ImportField.LAST_NAME),
    ("postnr", ImportField.POSTAL_CODE),
    ("postnummer", ImportField.POSTAL_CODE),
    ("adresse", ImportField.ADDRESS),
    ("telefon", ImportField.PHONE),
    ("tlf", ImportField.PHONE),
    ("mobil", ImportField.PHONE),
    ("sekundaer", ImportField.SECONDARY_WORKER),
    ("kontaktperson", ImportField.PRIMARY_WORKER),
    ("medarbejder", ImportField.PRIMARY_WORKER),
    ("paragraf", ImportField.PARAGRAPH),
    ("startdato", ImportField.VALID_FROM),
    ("slutdato", ImportField.VALID_TO),
    ("status", ImportField.STATUS),
    ("sprog", ImportField.LANGUAGE),
    ("navn", ImportField.NAME),
)
_Guess = tuple[ImportField | None, bool]


def match_columns(headings: Sequence[str]) -> tuple[ColumnMatch, ...]:
    """Match each heading with a field, in order; each field is given away once.

    A heading that is known word for word comes before one that is guessed at, and the first
    before the next. What belongs to relatives, doctors or case workers is left alone.
    """
    guesses = [_guess(heading) for heading in headings]
    winners = _winners(guesses)
    return tuple(
        ColumnMatch(place, heading, field if winners.get(field) == place else None, certain)
        for place, (heading, (field, certain)) in enumerate(zip(headings, guesses, strict=True))
    )


def _winners(guesses: Sequence[_Guess]) -> dict[ImportField | None, int]:
    winners: dict[ImportField | None, int] = {}
    granted_taken = False
    for place, (field, _) in sorted(enumerate(guesses), key=lambda guess: not guess[1][1]):
        if field is None or field in winners or (field in GRANTED_FIELDS and granted_taken):
            continue
        winners[field] = place
        granted_taken = granted_taken or field in GRANTED_FIELDS
    return winners


def _guess(heading: str) -> _Guess:
    """Return what a heading most likely is, and whether that is certain."""
    words = folded_words(heading.replace("§", " paragraf ")).split()
    owned = [word for word in words if word not in _OWNERS] or words
    field = _FIELDS.get(" ".join(owned))
    if field:
        return field, True
    if _SOMEBODY_ELSE.intersection(words) or "mail" in heading.casefold():
        return None, True
    granted = _granted(frozenset(owned))
    if granted[0]:
        return granted
    guesses = (field for word, field in _GUESSES if word in owned)
    guessed = next(guesses, None)
    return guessed, guessed is None


def _granted(words: frozenset[str]) -> _Guess:
    """Find unit and period in a heading about granted time; a week where none is named."""
    if words & _TRAVEL_TIMES or any(word.startswith(_OTHER_TIMES) for word in words):
        return None, True
    unit = "hours" if words & _HOURS else "minutes" if words & _MINUTES else "time"
    period = "month" if words & _MONTH else "week" if words & _WEEK else ""
    says_granted = any(word.startswith(_GRANTED_STEMS) for word in words)
    about_time = unit != "time" or bool(words & _TIME_WORDS)
    if not about_time or not (says_granted or period or words & {"timer", "minutter", "timetal"}):
        return None, True
    return _GRANTED[unit, period or "week"], bool(period)
