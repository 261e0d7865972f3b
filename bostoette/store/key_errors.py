"""What can stand between a person and the data key, each in its own Danish sentence."""

from bostoette.models.plan_error import PlanError


class WrongPassphrase(PlanError):
    """The passphrase opens no slot of a sound key file."""

    def __init__(self) -> None:
        super().__init__(
            "Adgangssætningen passer ikke. Dine data er urørte. Prøv igen – se efter store "
            "bogstaver og tastaturets sprog – eller brug gendannelsesnøglen."
        )


class WrongRecoveryKey(PlanError):
    """A well-formed recovery key that belongs to other data or has been replaced."""

    def __init__(self) -> None:
        super().__init__(
            "Gendannelsesnøglen er tastet rigtigt, men hører ikke til disse data; måske er den "
            "afløst af en nyere. Dine data er urørte. Find den nyeste udskrift, eller brug "
            "adgangssætningen."
        )


class KeyFileMissing(PlanError):
    """There is no key file beside the data."""

    def __init__(self) -> None:
        super().__init__(
            "Nøglefilen bostoette.key mangler, og uden den kan data ikke låses op. Data er "
            "urørte. Læg nøglefilen tilbage i mappen, eller gendan en sikkerhedskopi."
        )


class KeyFileDamaged(PlanError):
    """The key file was ours, but its content no longer agrees with its checksum."""

    def __init__(self, *, details: str = "") -> None:
        super().__init__(
            "Nøglefilen bostoette.key er beskadiget, så data kan ikke låses op. Det er ikke "
            "adgangssætningen, der er forkert, og data er urørte. Gendan nøglefilen fra en "
            "sikkerhedskopi.",
            details=details,
        )


class KeyFileAltered(PlanError):
    """The key file's slots were changed by somebody without the data key."""

    def __init__(self) -> None:
        super().__init__(
            "Nøglefilen bostoette.key er ændret af noget andet end programmet og bliver ikke "
            "brugt. Data er urørte. Gendan nøglefilen fra en sikkerhedskopi."
        )


class KeyFileNotOurs(PlanError):
    """The file with the key file's name is something else."""

    def __init__(self) -> None:
        super().__init__(
            "Filen bostoette.key er ikke en nøglefil fra dette program. Intet er ændret. Læg den "
            "rigtige nøglefil tilbage i mappen, eller gendan en sikkerhedskopi."
        )


class KeyFileTooNew(PlanError):
    """The key file was written by a newer program."""

    def __init__(self) -> None:
        super().__init__(
            "Nøglefilen er skrevet af en nyere udgave af programmet. Intet er ændret. Installér "
            "den nyeste udgave, og prøv igen."
        )


class LastWayIn(PlanError):
    """The last passphrase or recovery key cannot be taken away."""

    def __init__(self) -> None:
        super().__init__(
            "Det er den sidste vej ind til data, så den er ikke fjernet. Lav først en anden "
            "adgangssætning eller en ny gendannelsesnøgle."
        )


class PassphraseTaken(PlanError):
    """Another slot has the same passphrase, so it could not tell who signs in."""

    def __init__(self) -> None:
        super().__init__("Den adgangssætning kan ikke bruges her. Intet er ændret. Vælg en anden.")


class SamePassphrase(PlanError):
    """The passphrase that was given was to be kept as an own one."""

    def __init__(self) -> None:
        super().__init__(
            "Det er den adgangssætning, du fik. Den, der gav dig den, kender den også. Intet er "
            "ændret. Vælg en anden, som kun du kender."
        )


class MustChooseOwn(PlanError):
    """A passphrase that somebody else gave opens nothing but the choice of an own one."""

    def __init__(self) -> None:
        super().__init__(
            "Adgangssætningen, du fik, gælder kun, til du har valgt din egen. Intet er ændret. "
            "Åbn programmet, og vælg din egen adgangssætning."
        )


class NoLongerLetIn(PlanError):
    """Whoever was chosen, or had come in, has been taken out of the key file."""

    def __init__(self) -> None:
        super().__init__(
            "Du har ikke længere adgang til dataene på denne computer. Intet er ændret. Tal med "
            "teamlederen, hvis det er en fejl."
        )


class TooLittleMemory(PlanError):
    """The machine could not spare the memory that the derivation needs."""

    def __init__(self) -> None:
        super().__init__(
            "Computeren har ikke hukommelse nok lige nu til at låse op. Data er urørte. Luk andre "
            "programmer, og prøv igen."
        )


class KeyStoreUnavailable(PlanError):
    """The system has no key store that keeps secrets encrypted, or it said no."""

    def __init__(self, *, details: str = "") -> None:
        super().__init__(
            "Computerens nøglering kan ikke bruges lige nu. Intet er ændret; adgangssætningen "
            "virker som før.",
            details=details,
        )
