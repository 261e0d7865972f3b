"""The team's sentences for notes, which everybody may add to and correct (P92)."""

from bostoette.services import sentences
from bostoette.ui.settings.led_lists import LedList, ListWords
from bostoette.ui.settings.list_dialogs import TitleDialog


class SentenceList(LedList):
    """Sentences that a note offers to put in."""

    words = ListWords("Sætninger til notater", "sætningen", "Ny sætning")

    def new(self) -> None:
        """Ask for a sentence."""
        self._ask("Ny sætning", "", None)

    def change(self) -> None:
        """Ask how the sentence should be."""
        entry = self.chosen_entry
        if entry is not None:
            self._ask("Ret sætningen", entry.title, entry.id)

    def put_in_use(self, entry_id: str, *, active: bool) -> None:
        """Offer a sentence, or offer it no longer."""
        self.ground.desk.do(sentences.use, entry_id, active=active)

    def _ask(self, heading: str, text: str, sentence_id: str | None) -> None:
        ground = self.ground

        def store(typed: str) -> None:
            if sentence_id is None:
                ground.desk.do(sentences.add, typed)
            else:
                ground.desk.do(sentences.change, sentence_id, typed)

        TitleDialog(ground.theme, heading, text, store, self).show_fitting()
