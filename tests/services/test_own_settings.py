"""Where several share an account, each keeps her own text size and colours."""

from bostoette.models.machine_settings import MachineSettings
from bostoette.models.worker_fields import WorkerFields
from bostoette.services import people, unlocking
from bostoette.services.own_settings import keep_settings, settings_of
from bostoette.services.people import FirstPassphrase
from bostoette.store.settings_file import load_settings
from tests.begun import ANOTHER, PASSPHRASE, Begun
from tests.clock import Clock

LARGE = MachineSettings(text_percent=200, data_in="shared")


def test_each_of_several_has_her_own_and_a_new_one_begins_with_the_last(begun: Begun) -> None:
    opened = unlocking.open_unlocked(
        begun.places, unlocking.unlock(begun.places, PASSPHRASE), Clock()
    )
    first = FirstPassphrase(ANOTHER, one_time=False)
    karl = people.take_in(opened, PASSPHRASE, WorkerFields("Karl Lund", "K.L."), first).hex()
    opened.close()
    mona = begun.worker_id.hex()
    keep_settings(begun.places, mona, LARGE)
    assert load_settings(begun.places.settings) == LARGE
    common = load_settings(begun.places.settings)
    assert settings_of(begun.places, karl, common).text_percent == 200
    keep_settings(begun.places, karl, MachineSettings(appearance="dark", data_in="own"))
    common = load_settings(begun.places.settings)
    hers = settings_of(begun.places, mona, common)
    assert (hers.text_percent, hers.appearance, hers.last_person) == (200, "system", mona)
    assert hers.data_in == "own", "the folder is the account's and not the person's"
    assert settings_of(begun.places, karl, common).appearance == "dark"


def test_who_is_alone_has_the_computers(begun: Begun) -> None:
    mona = begun.worker_id.hex()
    keep_settings(begun.places, mona, LARGE)
    assert settings_of(begun.places, mona, LARGE) == LARGE
    assert not begun.places.settings_of(mona).exists()
