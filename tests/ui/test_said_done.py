"""The quiet message says what was done, not what is to be done."""

import pytest

from bostoette.ui.said_done import said_done


@pytest.mark.parametrize(
    ("wish", "done"),
    [
        ("Flyt A.M. til torsdag", "Flyttet: A.M. til torsdag"),
        ("Planlæg A.M., video, tirsdag kl. 12.00", "Planlagt: A.M., video, tirsdag kl. 12.00"),
        ("Aflys A.M. (af os)", "Aflyst: A.M. (af os)"),
        ("Læg dagen om: man. 7. dec.", "Dagen er lagt om: man. 7. dec."),
        ("Flyt kontakterne man. 7. dec.", "Kontakterne er flyttet man. 7. dec."),
        ("Ret egen tid: dokumentation", "Rettet egen tid: dokumentation"),
        ("Giv A.M. til B.K.", "Givet videre: A.M. til B.K."),
        ("Ny kontakt med A.M.", "Ny kontakt med A.M."),
        ("Afholdt: A.M.", "Afholdt: A.M."),
    ],
)
def test_a_step_is_said_as_done(wish: str, done: str) -> None:
    assert said_done(wish) == done
