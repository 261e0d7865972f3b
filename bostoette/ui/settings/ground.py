"""The Ground is what every section of the settings stands on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.services.desk import Desk
from bostoette.services.program_file import OpenFile
from bostoette.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Ground:
    """The open file, the theme, the time, and this computer's settings as they are now."""

    opened: OpenFile
    theme: Theme
    now: Callable[[], datetime]
    """The local time, without a zone."""
    moment: Callable[[], datetime]
    """The moment in UTC."""
    settings: Callable[[], MachineSettings]

    @property
    def desk(self) -> Desk:
        """The desk of the person who is in."""
        return self.opened.desk

    @property
    def actor(self) -> Key:
        """The person who is in."""
        return self.opened.desk.actor_id

    @property
    def today(self) -> date:
        """The day it is."""
        return self.now().date()

    @property
    def example(self) -> bool:
        """Whether it is the example team that is open."""
        return self.opened.places.is_example
