"""Who came in: said in the window, and noted so that the next start finds her and her folder."""

from dataclasses import replace

from bostoette.models.machine_settings import MachineSettings
from bostoette.services.data_there import people_here
from bostoette.services.program_file import OpenFile
from bostoette.ui.main_window import MainWindow


def say_who(window: MainWindow, opened: OpenFile) -> None:
    """Say who is signed in, where several people come in to the same data."""
    who = opened.desk.actor_id.hex()
    for person in people_here(opened.places):
        if person.worker == who:
            window.rail.say_who(person.initials)
            window.message.say(f"Du er logget ind som {person.initials}", undoable=False)


def noted(settings: MachineSettings, opened: OpenFile, *, named: bool) -> MachineSettings:
    """Give the settings with the person, and with the folder unless it was ``named`` by hand."""
    if people_here(opened.places):
        settings = replace(settings, last_person=opened.desk.actor_id.hex())
    if named:
        return settings
    return replace(settings, data_in="own" if opened.places.account is None else "shared")
