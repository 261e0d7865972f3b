from itertools import chain
from pathlib import Path

from bostoette.store.conditions_file import delivered_conditions
from bostoette.store.practice_rules_file import delivered_practice_rules
from script.make_practice import PAGE, ROOT, RULE_ID, cited_ids, page, without_citations

READ_BY_PEOPLE = {".py", ".toml", ".md", ".csv", ".txt", ".qss"}


def own_files() -> list[Path]:
    """Every text file in which a rule may be cited."""
    folders = ("bostoette", "tests", "docs", "resources", "script")
    every = chain.from_iterable((ROOT / folder).rglob("*") for folder in folders)
    return [file for file in every if file.suffix in READ_BY_PEOPLE and file.is_file()]


def test_every_rule_that_is_cited_anywhere_is_explained() -> None:
    cited = cited_ids(own_files())
    unknown = {rule: files for rule, files in cited.items() if rule not in explained()}
    assert cited
    assert not unknown


def explained() -> set[str]:
    return set(delivered_practice_rules().rules)


def test_the_page_says_what_the_files_say() -> None:
    written = PAGE.read_text(encoding="utf-8")
    fresh = page(delivered_practice_rules(), delivered_conditions(), {})
    assert without_citations(written) == without_citations(fresh), "run script/make_practice.py"


def test_the_page_explains_every_rule_with_its_sources_and_marks_assumed_numbers() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for rule in delivered_practice_rules().rules.values():
        section = text.partition(f"### {rule.id}\n")[2].partition("\n#")[0]
        assert rule.text in section
        assert all(source in section for source in rule.sources)
        assumed = [number for number in rule.numbers.values() if number.assumed]
        assert section.count("(antagelse)") == len(assumed)


def test_a_rule_is_listed_with_the_modules_that_name_it() -> None:
    text = page(
        delivered_practice_rules(), delivered_conditions(), {"P01": ["a.py"], "P02": ["b.py"]}
    )
    assert "- Cited in: `a.py`\n" in text.partition("### P01\n")[2].partition("### P02\n")[0]


def test_a_citation_is_a_whole_word() -> None:
    assert RULE_ID.findall("P37, P42 and XP12 or P123") == ["P37", "P42"]
