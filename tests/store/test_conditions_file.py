from pathlib import Path

import pytest

from bostoette.models.conditions import Conditions
from bostoette.models.contact_form import ContactForm
from bostoette.models.plan_error import PlanError
from bostoette.store.conditions_file import delivered_conditions, read_conditions

FILE = """
[[form]]
id = "video"
default_minutes = 25
cap_minutes = 45
rule = "P71"

[[purpose]]
id = "acute"
title = "Akut"
order = ["phone", "video"]
rule = "P23"

[[platform]]
id = "vdx"
title = "VDX"

[[ending]]
delete_after_months = 24
"""


def read(tmp_path: Path, text: str) -> Conditions:
    file = tmp_path / "conditions.toml"
    file.write_text(text, encoding="utf-8")
    return read_conditions(file)


def test_every_form_has_a_length_and_every_purpose_an_order() -> None:
    delivered = delivered_conditions()
    assert set(delivered.lengths) == set(ContactForm)
    assert all(purpose.order for purpose in delivered.purposes)


def test_a_file_is_read_as_it_stands(tmp_path: Path) -> None:
    conditions = read(tmp_path, FILE)
    assert conditions.lengths[ContactForm.VIDEO].cap_minutes == 45
    assert conditions.lengths[ContactForm.VIDEO].rule == "P71"
    assert conditions.purposes[0].order == (ContactForm.PHONE, ContactForm.VIDEO)
    assert conditions.platforms[0].link == ""
    assert conditions.delete_after_months == 24


@pytest.mark.parametrize(
    ("right", "wrong", "place", "what"),
    [
        ('rule = "P23"', "", "purpose nr. 1 (acute), feltet rule", "feltet mangler"),
        ("cap_minutes = 45", 'cap_minutes = "45"', "feltet cap_minutes", "helt tal"),
        ('"phone", "video"', '"phone", "fax"', "feltet order", "»fax« kendes ikke"),
        ("[[ending]]", "[[slut]]", "feltet ending", "feltet mangler"),
        ('id = "video"', 'id = "telepathy"', "form nr. 1 (telepathy), feltet id", "vælg mellem"),
    ],
)
def test_a_faulty_line_is_told_with_its_entry_and_field(
    tmp_path: Path, right: str, wrong: str, place: str, what: str
) -> None:
    with pytest.raises(PlanError) as told:
        read(tmp_path, FILE.replace(right, wrong))
    assert place in told.value.sentence
    assert what in told.value.sentence
    assert "Intet er ændret" in told.value.sentence
