"""Names stand where a Danish reader looks for them."""

from bostoette.models.danish_order import compare, order_key


def test_ae_oe_and_aa_come_last_and_in_this_order() -> None:
    names = ["Åse Ågård", "Ørnulf", "Ægir", "Zita", "Aase", "Ane", "anders", "Éva", "Eva"]
    assert sorted(names, key=order_key) == [
        "anders",
        "Ane",
        "Eva",
        "Éva",
        "Zita",
        "Ægir",
        "Ørnulf",
        "Aase",
        "Åse Ågård",
    ]


def test_comparing_agrees_with_the_order() -> None:
    assert (compare("Ægir", "Åse"), compare("Åse", "Ægir"), compare("Bo", "Bo")) == (-1, 1, 0)
