"""Where the program's files lie on this machine, and whether they can lie there."""

import errno
import tempfile
from dataclasses import dataclass
from pathlib import Path

import appdirs

from bostoette.models.plan_error import PlanError
from bostoette.store.network_share import lies_on_network_share

NAME = "bostoette"
_EXAMPLE = "eksempel"


class FolderMissing(PlanError):
    """The folder is not there, or what is there is no folder."""

    def __init__(self) -> None:
        super().__init__(
            "Mappen til dine data findes ikke. Intet er ændret. Se efter, om drevet er sat i, og "
            "om stien er skrevet rigtigt, eller vælg en anden mappe."
        )


class FolderReadOnly(PlanError):
    """The person may not write there."""

    def __init__(self) -> None:
        super().__init__(
            "Programmet må ikke skrive i mappen med dine data. Intet er ændret. Bed "
            "it-afdelingen om skriveadgang, eller vælg en mappe, du må skrive i."
        )


class FolderClosed(PlanError):
    """The person may not even look into it."""

    def __init__(self) -> None:
        super().__init__(
            "Du har ikke adgang til mappen med dine data, så programmet kan ikke se, hvad der "
            "ligger i den. Intet er ændret. Bed it-afdelingen om adgang, eller vælg en anden mappe."
        )


class HomeUnknown(PlanError):
    """The system does not say where this person's files belong."""

    def __init__(self) -> None:
        super().__init__(
            "Computeren siger ikke, hvor dine filer hører til. Intet er ændret. Skriv hele stien "
            "til mappen med --data."
        )


class DiskFull(PlanError):
    """There is no room left."""

    def __init__(self) -> None:
        super().__init__(
            "Disken er fuld, så filen blev ikke gemt. Alt, hvad der var gemt før, er i behold. "
            "Gør plads på disken, og prøv igen."
        )


class NetworkShare(PlanError):
    """The folder lies on another machine, where locks do not hold and databases break."""

    def __init__(self) -> None:
        super().__init__(
            "Mappen ligger på et netværksdrev, hvor data kan gå i stykker. Intet er ændret. Vælg "
            "en mappe på computerens egen disk."
        )


@dataclass(frozen=True, slots=True)
class Places:
    """The files of one set of data: the person's own, or the example's, never mixed."""

    folder: Path
    is_example: bool = False
    account: Path | None = None
    """Where the folder is shared: the account's own, for what is not the team's."""

    @classmethod
    def default(cls) -> "Places":
        """Give the places that the system sets aside for this person's programs.

        Raises:
            HomeUnknown: it sets none aside.

        """
        folder = Path(appdirs.user_data_dir(NAME, appauthor=False))
        if not folder.is_absolute():  # an empty or relative XDG_DATA_HOME counts as unset
            folder = _expanded(Path("~/.local/share")) / NAME
        return cls(folder)

    @classmethod
    def at(cls, folder: Path) -> "Places":
        """Give the places in a folder that the person chose (``--data DIR``).

        Raises:
            HomeUnknown: it begins with the home of somebody who is not known here.

        """
        return cls(_expanded(folder).absolute())

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.folder / "bostoette.db"

    @property
    def key_file(self) -> Path:
        """The wrapped data key beside the database."""
        return self.folder / "bostoette.key"

    @property
    def copies(self) -> Path:
        """The folder of the daily copies."""
        return self.folder / "kopier"

    @property
    def log(self) -> Path:
        """The log, without names and notes."""
        return self._own / "bostoette.log"

    @property
    def settings(self) -> Path:
        """The settings that belong to this machine (or account) and not to the team."""
        return self._own / "indstillinger.json"

    def settings_of(self, worker: str) -> Path:
        """Give the settings of one of several people; ``worker`` is her key in hex."""
        return self.settings.with_stem(f"{self.settings.stem}-{worker}")

    @property
    def unproven(self) -> Path:
        """An empty mark: the recovery key was shown, but nobody has typed any of it back."""
        return self.folder / "noegle-ikke-set"

    @property
    def example(self) -> "Places":
        """The places of the example team, in a folder of their own and never a shared one."""
        return self if self.is_example else Places(self._own / _EXAMPLE, is_example=True)

    @property
    def _own(self) -> Path:
        return self.account or self.folder


def _expanded(folder: Path) -> Path:
    try:
        return folder.expanduser()
    except RuntimeError as error:
        raise HomeUnknown from error


def make_folder(folder: Path, *, parents: bool = False) -> None:
    """Make the data folder if it is missing, for this person alone, and check it.

    ``parents`` makes the folders above it too; leave it off for a folder that a person named,
    so that a stick that is not plugged in is told and not replaced by an empty folder.

    Raises:
        FolderMissing, FolderReadOnly, NetworkShare, PlanError: it cannot hold data.

    """
    if lies_on_network_share(folder):
        raise NetworkShare
    try:
        if parents:
            folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise unusable(error) from error
    check_folder(folder)


def check_folder(folder: Path) -> None:
    """Check that an existing folder can hold the data; leaves nothing behind.

    Raises:
        FolderMissing, FolderReadOnly, NetworkShare, PlanError: it cannot.

    """
    if not folder.is_dir():
        raise FolderMissing
    if lies_on_network_share(folder):
        raise NetworkShare
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise unusable(error) from error


def unusable(error: OSError) -> PlanError:
    """Tell what stopped a file from being read or written."""
    for numbers, told in _TOLD.items():
        if error.errno in numbers:
            return told()
    return PlanError(
        "Disken svarede med en fejl, så filen kunne ikke læses eller gemmes. Det, der var gemt "
        "før, er i behold. Prøv igen, og bed om hjælp, hvis fejlen kommer tilbage.",
        details=errno.errorcode.get(error.errno or 0, "OSError"),
    )


_TOLD: dict[frozenset[int], type[FolderMissing | FolderReadOnly | DiskFull]] = {
    frozenset(
        {errno.ENOENT, errno.ENOTDIR, errno.EEXIST, errno.EISDIR, errno.ENAMETOOLONG}
    ): FolderMissing,
    frozenset({errno.EACCES, errno.EPERM, errno.EROFS}): FolderReadOnly,
    frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}): DiskFull,
}
