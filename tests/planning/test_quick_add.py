"""Quick add understands what people write, and says what is missing."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.citizen_fields import AgreementFields, AgreementLineFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.quick_add import QuickAdd, QuickCitizen, QuickKnown, QuickPurpose, Unclear
from bostoette.models.timespan import TimeSpan
from bostoette.planning.quick_add import EXAMPLE, QuickReader
from bostoette.store.conditions_file import delivered_conditions

MONDAY = date(2026, 11, 23)
SENTENCES = tomllib.loads(
    Path(__file__).with_name("quick_add_sentences.toml").read_text(encoding="utf-8")
)["sentence"]


def _citizen(number: int, name: str, code: str, *lines: AgreementLineFields) -> QuickCitizen:
    agreements = (AgreementFields(date(2026, 1, 1), lines),) if lines else ()
    initials = f"{code[0]}.{code[1]}."
    return QuickCitizen(bytes([number]), name, initials, code, "12345678", "Søen", agreements)


def _line(number: int, minutes: int, form: ContactForm) -> AgreementLineFields:
    return AgreementLineFields(number, minutes, forms=(form,))


CITIZENS = (
    _citizen(
        1,
        "Asta Mortensen",
        "AM",
        _line(1, 60, ContactForm.PHYSICAL),
        _line(2, 10, ContactForm.PHONE),
    ),
    _citizen(2, "Karl Lund", "KL", _line(1, 45, ContactForm.PHYSICAL)),
    _citizen(3, "Søren Holm", "SH"),
    _citizen(4, "Anna Petersen", "AP", _line(2, 25, ContactForm.VIDEO)),
    _citizen(5, "Bente Eriksen", "BE"),
    _citizen(6, "Jens Madsen", "JM"),
    _citizen(7, "Jonna Møller", "JM2"),
    _citizen(8, "Tor Ibsen", "TI"),
)


@pytest.fixture(scope="module")
def reader() -> QuickReader:
    conditions = delivered_conditions()
    purposes = tuple(
        QuickPurpose(one.id, one.title, one.id, one.order) for one in conditions.purposes
    )
    lengths = {form: length.default_minutes for form, length in conditions.lengths.items()}
    return QuickReader(QuickKnown(CITIZENS, purposes, lengths, short_minutes=20))


def _understood(reader: QuickReader, text: str) -> QuickAdd:
    answer = reader.understand(text, MONDAY)
    assert isinstance(answer, QuickAdd), answer
    return answer


@pytest.mark.parametrize("sentence", SENTENCES, ids=[one["text"] for one in SENTENCES])
def test_a_line_is_understood_as_its_writer_means(
    reader: QuickReader, sentence: dict[str, str]
) -> None:
    answer = reader.understand(sentence["text"], MONDAY)
    if isinstance(answer, QuickAdd):
        assert answer.understood == sentence.get("means")
    else:
        assert answer.sentence == sentence.get("lacks")


def test_at_least_sixty_lines_are_tried() -> None:
    assert len(SENTENCES) >= 60


def test_a_line_becomes_a_contact_with_everything_it_says(reader: QuickReader) -> None:
    add = _understood(reader, "A.M. tors 14-14.30 telefon opfølgning om huslejen")
    fields = add.contact(b"w")
    assert fields.span == TimeSpan(date(2026, 11, 26), 14 * 60, 30)
    assert fields.form is ContactForm.PHONE
    assert fields.purpose_id == "short_follow_up"
    assert (fields.workers, fields.citizens) == ((b"w",), (CITIZENS[0].id,))
    assert fields.agenda == ("huslejen",)
    assert fields.phone_number == "12345678"


def test_a_repeated_line_becomes_a_rule_that_begins_on_its_first_day(reader: QuickReader) -> None:
    rule = _understood(reader, "hver 2. uge tirsdag kl. 9 besøg hos K.L. 45 min").rule
    assert rule is not None
    assert (rule.every_weeks, rule.weekdays, rule.minutes) == (2, (1,), 45)
    assert rule.first_day == date(2026, 11, 24)
    assert rule.open_ended


def test_what_is_not_said_comes_from_the_agreement_of_that_day(reader: QuickReader) -> None:
    assert _understood(reader, "A.P. fre 10").form is ContactForm.VIDEO
    assert _understood(reader, "A.P. fre 10").span.minutes == 25
    assert _understood(reader, "A.M. fre 10 opfølgning").form is ContactForm.PHONE
    assert _understood(reader, "A.M. fre 10 10 min").form is ContactForm.PHONE
    assert _understood(reader, "A.M. 1/12/2025 kl 10 video").span.minutes == 25


def test_a_short_follow_up_is_short_where_nothing_is_agreed(reader: QuickReader) -> None:
    add = _understood(reader, "B.E. fre 10 opfølgning")
    assert (add.form, add.span.minutes) == (ContactForm.VIDEO, 20)


def test_own_time_has_its_kind_and_what_was_written_as_title(reader: QuickReader) -> None:
    fields = _understood(reader, "møde med kommunen tirsdag 13-14").own_time()
    assert fields.kind is AppointmentKind.MEETING
    assert fields.title == "møde med kommunen"
    assert _understood(reader, "pause tirsdag 12").own_time().title == ""


def test_who_could_be_meant_is_told_with_the_choices(reader: QuickReader) -> None:
    answer = reader.understand("J.M. tors 10", MONDAY)
    assert isinstance(answer, Unclear)
    assert [one.code for one in answer.choices] == ["JM", "JM2"]


def test_an_empty_line_shows_an_example(reader: QuickReader) -> None:
    assert reader.understand("  ", MONDAY) == Unclear(EXAMPLE)


def test_a_time_after_midnight_is_told(reader: QuickReader) -> None:
    answer = reader.understand("A.M. tors 23 besøg 2 timer", MONDAY)
    assert isinstance(answer, Unclear)
    assert "døgn" in answer.sentence


_WORDS = (
    [word for one in SENTENCES for word in str(one["text"]).split()]
    + "9-10 halv kvart i over kl. 0 00 24 25.61 hver 0. gange indtil fra uge 53 99 |".split()  # noqa: SIM905 - reads best so
)


@given(
    st.text()
    | st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join)
    | st.lists(st.sampled_from(_WORDS) | st.text(max_size=5), max_size=9).map(" ".join),
    st.dates(date(2020, 1, 1), date(2040, 1, 1)),
)
def test_whatever_is_typed_is_understood_or_told(
    reader: QuickReader, text: str, today: date
) -> None:
    answer = reader.understand(text, today)
    assert answer.understood if isinstance(answer, QuickAdd) else answer.sentence


@pytest.mark.parametrize("day", ["31/12/9999", "31/12/2099", "uge 50 9998 torsdag"])
def test_a_day_whose_year_is_a_slip_is_not_planned(reader: QuickReader, day: str) -> None:
    answer = reader.understand(f"Asta besøg {day} kl. 13", MONDAY)
    assert isinstance(answer, Unclear)


def test_a_line_that_is_too_long_is_told_so_and_nothing_of_it_is_dropped(
    reader: QuickReader,
) -> None:
    begun = "A.M. tors 14-14.30 telefon "
    most = reader.understand(begun + "n" * (300 - len(begun)), MONDAY)
    assert isinstance(most, QuickAdd)
    said = reader.understand(begun + "n" * 5000, MONDAY)
    assert isinstance(said, Unclear)
    assert said.sentence.startswith("Linjen er på 5027 tegn; der er plads til 300.")
