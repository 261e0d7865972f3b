"""The settings of a computer's account, and of each person where several share one.

Text size and colours are a person's own. What was set last is also the account's, since the unlock
page asks before anybody is known.
"""

from dataclasses import replace

from bostoette.models.machine_settings import MachineSettings
from bostoette.services.data_there import people_here
from bostoette.store.places import Places, make_folder
from bostoette.store.settings_file import load_settings, save_settings


def settings_of(places: Places, worker: str, common: MachineSettings) -> MachineSettings:
    """Give a person's own settings (``worker`` is her key in hex), or the account's."""
    if not worker or not people_here(places):
        return common
    path = places.settings_of(worker)
    mine = load_settings(path) if path.exists() else common
    return replace(mine, last_person=worker, data_in=common.data_in)


def keep_settings(places: Places, worker: str, settings: MachineSettings) -> None:
    """Keep the account's settings, and the person's where several share the account.

    Raises PlanError where the disk does not take them.
    """
    if places.account is not None:
        make_folder(places.account, parents=True)
    save_settings(places.settings, settings)
    if worker and people_here(places):
        save_settings(places.settings_of(worker), settings)
