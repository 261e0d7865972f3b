import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from bostoette.models.contact_form import ContactForm
from bostoette.models.plan_error import PlanError
from bostoette.models.practice_condition import Comparison, FieldTest
from bostoette.models.practice_rule import NumberName, NumberUnit
from bostoette.models.practice_rules import PracticeRules
from bostoette.store.conditions_file import delivered_conditions
from bostoette.store.practice_rules_file import delivered_practice_rules, read_practice_rules

FILE = """
[[group]]
id = "A"
title = "Relation"

[[rule]]
id = "P10"
group = "A"
priority = "must"
text = "Mød borgeren inden for {home_days}."
why = "Det virker."
about = "alle"
kind = ["warning", "field"]
forms = ["physical", "phone"]
against = ["phone"]
source = ["Randers Kommune"]
on = true
[rule.numbers]
home_days = { title = "Længst", value = 28, unit = "days", assumed = true }

[[reason_code]]
id = "safest"
title = "Mest tryg hjemme"
rules = ["P10"]

[[condition]]
id = "long_ago"
text = "Det er mere end {P10.home_days} siden."
lift = "Mød borgeren."
when = [
    { field = "support_need", is_not = "high" },
    { field = "days_since_home_visit", more_than = "P10.home_days" },
]
forms = ["phone"]
effect = "warned"
rules = ["P10"]
cleared_by = ["safest"]

[[hint]]
id = "well_known"
text = "I kender hinanden godt."
when = [{ field = "meetings_lately", at_least = 3 }]
forms = ["phone"]
rules = ["P10"]

[[question]]
id = "ask"
text = "Hvad ønsker borgeren?"
rules = ["P10"]

[[plan_check]]
id = "floor"
per = "citizen"
days = 28
text = "For få møder."
when = [{ field = "isolation_risk", is = true }]
raised_when = [{ measure = "home_visits", once_in_days = "P10.home_days" }]
rules = ["P10"]

[[tension]]
between = "Ja og nej."
settled = "Måske."
rules = ["P10"]

[[caution]]
text = "Pas på."
rules = []
"""

# What an English text in between would give away; none of these is a Danish word.
ENGLISH = re.compile(
    r"\b(the|and|with|not|are|should|must|when|if|citizen|worker|visit|phone|call|meeting|which"
    r"|that|from|they|week|day|feature|warning|rule|contact|support|remote|first)\b"
)


def read(tmp_path: Path, text: str) -> PracticeRules:
    file = tmp_path / "practice_rules.toml"
    file.write_text(text, encoding="utf-8")
    return read_practice_rules(file)


def danish_texts() -> Iterator[str]:
    """Every text of the delivered rules that somebody may read on screen."""
    delivered = delivered_practice_rules()
    for rule in delivered.rules.values():
        yield from (rule.text, rule.why, rule.about, *rule.sources)
        yield from (number.title for number in rule.numbers.values())
    for condition in delivered.conditions:
        yield from (delivered.filled(condition.text), delivered.filled(condition.lift))
    for tension in delivered.tensions:
        yield from (tension.between, tension.settled)
    yield from (group.title for group in delivered.groups)
    yield from (code.title for code in delivered.reason_codes)
    yield from (check.text for check in delivered.plan_checks)
    yield from (delivered.filled(hint.text) for hint in delivered.hints)
    yield from (question.text for question in delivered.questions)
    yield from (caution.text for caution in delivered.cautions)
    yield from (point.text for point in delivered.check_points)
    for step in delivered.start_steps:
        yield from (step.text, delivered.filled(step.how))


def test_all_rules_are_there_once_and_in_order() -> None:
    assert list(delivered_practice_rules().rules) == [f"P{number:02}" for number in range(1, 95)]


def test_every_group_has_its_rules_together() -> None:
    delivered = delivered_practice_rules()
    groups = [rule.group for rule in delivered.rules.values()]
    assert groups == sorted(groups)
    assert [group.id for group in delivered.groups] == sorted(set(groups)) == list("ABCDEFGHIJK")


def test_all_delivered_rules_are_on() -> None:
    assert all(rule.on for rule in delivered_practice_rules().rules.values())


def test_a_text_names_its_numbers_instead_of_writing_them() -> None:
    for rule in delivered_practice_rules().rules.values():
        assert not re.search(r"\d", rule.template), rule.id


def test_a_text_is_one_or_two_sentences() -> None:
    for rule in delivered_practice_rules().rules.values():
        sentences = re.findall(r"[^.!?]+[.!?](?:\s|$)", rule.template)
        assert 1 <= len(sentences) <= 2, rule.id
        assert len(rule.template) <= 240, rule.id


def test_the_texts_are_danish() -> None:
    for text in danish_texts():
        assert not ENGLISH.search(text.lower()), text


def test_the_texts_have_no_emoji_and_write_times_with_a_dot() -> None:
    for text in danish_texts():
        assert not any(unicodedata.category(letter) in {"So", "Cs", "Co"} for letter in text), text
        assert not re.search(r"\d:\d", text), text


def test_the_texts_use_the_words_of_the_field() -> None:
    for text in danish_texts():
        assert not re.search(r"klient|patient|blanding|betingelser|kunde", text.lower()), text


def test_a_delivered_text_is_shown_with_its_numbers() -> None:
    rules = delivered_practice_rules().rules
    assert "mindst én gang inden for 28 dage" in rules["P01"].text
    assert "klar torsdag og gennemgås fredag" in rules["P88"].text


def test_lengths_stand_in_one_place_only() -> None:
    assert delivered_practice_rules().rules["P71"].numbers == {}
    assert set(delivered_conditions().lengths) == set(ContactForm)


def test_every_purpose_that_a_condition_names_is_delivered() -> None:
    purposes = {purpose.id for purpose in delivered_conditions().purposes}
    named = {
        test.value
        for condition in delivered_practice_rules().conditions
        for test in condition.when
        if test.field == "purpose"
    }
    assert named
    assert named <= purposes


def test_neither_age_nor_diagnosis_nor_target_group_is_looked_at() -> None:
    fields = {
        test.field for condition in delivered_practice_rules().conditions for test in condition.when
    }
    assert not [field for field in fields if re.search(r"age\b|diagnos|target|group", field)]


def test_a_file_is_read_as_it_stands(tmp_path: Path) -> None:
    rules = read(tmp_path, FILE)
    rule = rules.rules["P10"]
    assert rule.text == "Mød borgeren inden for 28 dage."
    assert rule.against == (ContactForm.PHONE,)
    assert rule.numbers["home_days"].unit is NumberUnit.DAYS
    limit = NumberName("P10", "home_days")
    assert rules.conditions[0].when == (
        FieldTest("support_need", Comparison.IS_NOT, "high"),
        FieldTest("days_since_home_visit", Comparison.MORE_THAN, limit),
    )
    assert rules.number(limit).value == 28
    assert rules.filled(rules.conditions[0].text) == "Det er mere end 28 dage siden."
    assert rules.hints[0].when == (FieldTest("meetings_lately", Comparison.AT_LEAST, 3),)
    assert not rules.hints[0].beside_warned
    assert rules.questions[0].text == "Hvad ønsker borgeren?"


def test_all_stands_for_every_form(tmp_path: Path) -> None:
    text = FILE.replace('forms = ["physical", "phone"]', 'forms = ["all"]', 1)
    assert read(tmp_path, text).rules["P10"].forms == tuple(ContactForm)


@pytest.mark.parametrize(
    ("right", "wrong", "place", "what"),
    [
        ('why = "Det virker."', "", "rule nr. 1 (P10), feltet why", "feltet mangler"),
        ('why = "Det virker."', 'wyh = "Nej."', "rule nr. 1 (P10), feltet wyh", "ukendt"),
        ('why = "Det virker."', 'why = " "', "rule nr. 1 (P10), feltet why", "en tekst"),
        ('id = "P10"', 'id = "X1"', "rule nr. 1 (X1), feltet id", "to cifre"),
        ('group = "A"', 'group = "Z"', "feltet group", "»Z« kendes ikke"),
        ('priority = "must"', 'priority = "maybe"', "feltet priority", "must, should og could"),
        ('"warning", "field"', "", "feltet kind", "mindst ét"),
        ('["Randers Kommune"]', "[7]", "feltet source", "en tekst"),
        ("on = true", 'on = "ja"', "feltet on", "true eller false"),
        ('against = ["phone"]', 'against = ["video"]', "feltet against", "»video«"),
        ("{home_days}", "{days}", "feltet text", "»days«"),
        ("{home_days}", "{home_days", "feltet text", "ikke lukket"),
        ("{home_days}", "{home_days:d}", "feltet text", "home_days"),
        ("value = 28", "value = -1", "(P10), numbers home_days, feltet value", "helt tal"),
        ("value = 28", "value = 2.5", "(P10), numbers home_days, feltet value", "helt tal"),
        ('unit = "days"', 'unit = "moons"', "numbers home_days, feltet unit", "»moons«"),
        ('value = 28, unit = "days"', 'value = 9, unit = "weekday"', "feltet value", "weekday"),
        (
            '= 3 }]\nforms = ["phone"]\nrules = ["P10"]',
            "= 3 }]",
            "(well_known), feltet forms",
            "ét",
        ),
        ("at_least = 3", 'at_least = "tre"', "hint nr. 1 (well_known), when nr. 1", "»tre«"),
        ("Hvad ønsker borgeren?", "", "question nr. 1 (ask), feltet text", "en tekst"),
        ("{P10.home_days}", "{P10.days}", "(long_ago), feltet text", "»{P10.days}«"),
        ("{P10.home_days}", "{home_days}", "(long_ago), feltet text", "{P37.home_days}"),
        ("support_need", "age", "(long_ago), when nr. 1, feltet field", "»age« kendes ikke"),
        ('is_not = "high"', 'is_not = "huge"', "when nr. 1, feltet is_not", "»huge«"),
        ('is_not = "high"', 'is = "low", is_not = "high"', "feltet field", "netop én"),
        ('"P10.home_days"', '"P10.away_days"', "when nr. 2, feltet more_than", "P10.away_days"),
        ('"days_since_home_visit"', '"has_relapsed"', "when nr. 2, feltet more_than", "et tal"),
        ('effect = "warned"', 'effect = "banned"', "condition nr. 1 (long_ago)", "»banned«"),
        ('cleared_by = ["safest"]', 'cleared_by = ["no"]', "feltet cleared_by", "»no«"),
        ('"isolation_risk"', '"purpose"', "plan_check nr. 1 (floor), when nr. 1", "»purpose«"),
        ('"home_visits"', '"smiles"', "raised_when nr. 1, feltet measure", "»smiles«"),
        ("once_in_days =", "about =", "raised_when nr. 1, feltet about", "ukendt"),
        ('settled = "Måske."', "", "tension nr. 1, feltet settled", "mangler"),
        ('text = "Pas på."', "text = 3", "caution nr. 1, feltet text", "en tekst"),
        ("[[caution]]", "[[kaution]]", "feltet kaution", "ukendt"),
    ],
)
def test_a_faulty_line_is_told_with_its_entry_and_field(
    tmp_path: Path, right: str, wrong: str, place: str, what: str
) -> None:
    assert right in FILE
    with pytest.raises(PlanError) as told:
        read(tmp_path, FILE.replace(right, wrong, 1))
    assert place in told.value.sentence
    assert what in told.value.sentence
    assert told.value.sentence.startswith("Filen med praksisreglerne har en fejl i ")
    assert "Intet er ændret; ret filen." in told.value.sentence


def test_the_same_rule_twice_is_told(tmp_path: Path) -> None:
    twice = FILE + FILE[FILE.index("[[rule]]") : FILE.index("[[reason_code]]")]
    with pytest.raises(PlanError, match=r"rule nr. 2 \(P10\), feltet id: »P10« står to gange"):
        read(tmp_path, twice)


def test_a_file_that_is_no_toml_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match=r"Filen med praksisreglerne kan ikke læses: .*line 3"):
        read(tmp_path, '\n[[group]]\nid = "A\n')


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    file = tmp_path / "practice_rules.toml"
    file.write_bytes("text = 'Mød borgeren på torvet'".encode("latin-1"))
    with pytest.raises(PlanError, match="kan ikke læses"):
        read_practice_rules(file)


@pytest.mark.parametrize(
    ("entry", "what"),
    [
        ('[[check_point]]\nid = "tea"\ntext = "Te"\nrules = ["P10"]', "expectations"),
        (f'[[check_point]]\nid = "agenda"\ntext = "Dagsorden"\nrules = ["P{99}"]', f"P{99}"),
        ('[[check_point]]\nid = "agenda"\ntext = "Dagsorden"', "mindst ét"),
        (
            '[[start_step]]\nid = "practice"\ntext = "Øv"\nhow = "{P10.calls}"\nrules = ["P10"]',
            "{P10.calls}",
        ),
    ],
)
def test_a_faulty_point_or_step_is_told_with_its_place(
    tmp_path: Path, entry: str, what: str
) -> None:
    path = tmp_path / "rules.toml"
    path.write_text(f"{FILE}\n{entry}\n", encoding="utf-8")
    with pytest.raises(PlanError, match=r"nr\. 1") as told:
        read_practice_rules(path)
    assert what in told.value.sentence


def test_every_unit_has_bounds_that_hold_every_delivered_number() -> None:
    assert all(unit.bounds for unit in NumberUnit)
    for rule in delivered_practice_rules().rules.values():
        for number in rule.numbers.values():
            assert number.value in number.unit.bounds
