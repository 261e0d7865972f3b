"""A key store of a trusted kind that keeps its secrets in memory."""

from keyring.backends import SecretService
from keyring.errors import KeyringLocked


class MemoryKeyring(SecretService.Keyring):
    """Works without a desktop behind it; can be locked."""

    priority: float = 5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # keyring's own is untyped
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._refuse_if_locked()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._refuse_if_locked()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._refuse_if_locked()
        del self.kept[service, username]

    def _refuse_if_locked(self) -> None:
        if self.locked:
            raise KeyringLocked("locked")
