"""A PlanError is something a person can act on, told in one Danish sentence."""


class PlanError(Exception):
    """Something the person can act on.

    The sentence says what happened, that nothing was lost, and what to do.
    It never holds a name, a note or an address, since it may be logged.
    """

    def __init__(self, sentence: str, *, details: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.details = details
        """Technical words for a folded "Detaljer", without names."""
