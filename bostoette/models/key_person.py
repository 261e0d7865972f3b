"""A KeyPerson is somebody with an own way in, as the key file names her before anybody is in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

LONGEST = 200
"""Signs; a name in the team has at most 80."""


@dataclass(frozen=True, slots=True)
class KeyPerson:
    """A worker who can come in; read by anybody who holds the key file, so it tells no more."""

    worker: str
    """The worker's key in hex."""
    initials: str
    name: str = field(default="", repr=False)
    """Empty where the team lets only initials be seen."""
    one_time: bool = False
    """Whether her passphrase was given to her, so that she chooses her own at the first start."""

    def __post_init__(self) -> None:
        """Refuse what no program of ours has written."""
        bytes.fromhex(self.worker)
        if max(len(self.initials), len(self.name)) > LONGEST:
            raise ValueError("a name of no person")

    @property
    def full(self) -> str:
        """The name with the initials: ``Mona Jensen (M.J.)``."""
        return f"{self.name} ({self.initials})" if self.name else self.initials

    def to_plain(self) -> dict[str, Any]:
        """Give the person as she stands in the key file."""
        return {
            "worker": self.worker,
            "initials": self.initials,
            "name": self.name,
            "one_time": self.one_time,
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "KeyPerson":
        """Read a person from the key file.

        Raises:
            KeyError, TypeError, ValueError: it is none.

        """
        texts = (plain["worker"], plain["initials"], plain["name"])
        if type(plain["one_time"]) is not bool or any(type(text) is not str for text in texts):
            raise TypeError("not a person's fields")
        return cls(plain["worker"], plain["initials"], plain["name"], plain["one_time"])
