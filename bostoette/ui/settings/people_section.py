"""Personer på denne computer: who comes in to these data, each by an own passphrase."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton

from bostoette.models.key import Key
from bostoette.models.right import Right
from bostoette.models.team import TeamSetting
from bostoette.models.wording import listed, short_day
from bostoette.models.worker import Worker
from bostoette.models.worker_fields import LeadRight
from bostoette.services import moving, people, team_rights
from bostoette.services.people import FirstPassphrase, PersonHere
from bostoette.ui.settings.ground import Ground
from bostoette.ui.settings.list_with_actions import Entry, ListWithActions
from bostoette.ui.settings.passphrase_dialogs import AskPassphrase
from bostoette.ui.settings.people_dialogs import GiveEntryDialog, GivenDialog, NewPersonDialog
from bostoette.ui.settings.section import Section
from bostoette.ui.words import Words, quiet

_TAKEN = (
    "Adgangssætningen åbner ikke mere, og computere, der huskede adgangen, gør det heller ikke. "
    "Alt, hvad personen har gjort og skrevet, bliver stående. Har personen taget en kopi af "
    "filerne, mens adgangen gjaldt, kan programmet ikke tage kopien tilbage."
)
_ROLES = (
    "Roller værner mod fejltagelser: en medarbejder kommer ikke til at rette teamets rammer. De "
    "er ikke en lås mellem jer. Alle, der har adgang her, har den samme nøgle til de samme data. "
    "Har teamet ingen teamleder, må alle det hele."
)


_MOVING = (
    "Dataene ligger på din egen konto. Har I hver jeres konto, kan de ligge i en mappe, som alle "
    "konti på computeren kan bruge."
)
_MOVE = (
    "Programmet tager først en kopi, flytter så det hele til mappen, som alle konti på computeren "
    "kan bruge, og starter forfra. Alle, der har adgang, kommer ind som før."
)


class PeopleSection(Section):
    """The list of people, and what a team leader does with their ways in."""

    title = "Personer"
    heading = "Personer på denne computer"
    lead = (
        "Hver person har sin egen adgangssætning til de samme data og ser sin egen uge først. "
        "I skifter sådan: Lås (Ctrl+L), vælg navn, skriv din adgangssætning."
    )
    kinds = (Worker, TeamSetting)

    moved = Signal()
    """The data lie in another folder and are closed: the program has to start anew."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._people: dict[Key, PersonHere] = {}
        self._right = LeadRight(may=True, sentence="")
        self.right_words = quiet("")
        self.people = ListWithActions(self.theme, "Personer", "Ingen endnu.")
        add = self.people.add_action
        self.new_button = add("Ny person …", self.new_person, "Ny person")
        self.give_button = add("Giv adgang …", self.give_entry, "Giv adgang")
        self.take_button = add("Fjern adgang …", self.take_entry, "Fjern adgang")
        self.full_names = QCheckBox("Vis fulde navne, når programmet låses op")
        self.full_names.setAccessibleName(self.full_names.text())
        self.names_words = quiet(
            "Navnene kan læses, før nogen er låst ind. Slået fra står der kun initialer."
        )
        self.move_button = QPushButton("Flyt dataene til den fælles mappe …", self)
        self.move_button.clicked.connect(self.move_data)
        self._lay_out()
        self.people.chosen.connect(self._allow)
        self.people.open_by(self.give_entry)
        self.full_names.clicked.connect(self.change_names)
        self.finish_column()
        self.refresh()

    def refresh(self) -> None:
        """Read the list anew; whoever is chosen stays chosen."""
        self.attempt(self._show)

    def new_person(self) -> None:
        """Ask for somebody new."""
        opened = self.ground.opened
        NewPersonDialog(
            self.theme,
            self,
            today=self.ground.today,
            store=partial(people.take_in, opened),
            done=self._given,
        ).show_fitting()

    def give_entry(self) -> None:
        """Give the chosen one a way in, or a new passphrase."""
        person = self._chosen
        if person is None or not self.give_button.isEnabled():
            return
        who, opened = person.initials, self.ground.opened
        new = f"{who} får en ny adgangssætning. Den gamle åbner ikke mere."
        first = f"{who} er i teamet, men har ingen adgang endnu."
        GiveEntryDialog(
            self.theme,
            self,
            title=f"Adgang til {who}",
            lead=new if person.has_entry else first,
            store=lambda own, how: people.give_entry(opened, own, person.worker_id, how),
            done=lambda how: self._given(who, how),
        ).show_fitting()

    def take_entry(self) -> None:
        """Take the chosen one's way in away, on the word of the leader's own passphrase."""
        person = self._chosen
        if person is None:
            return
        opened = self.ground.opened
        AskPassphrase(
            self.theme,
            self,
            title=f"Fjern adgang for {person.initials}",
            lead=_TAKEN,
            save_word="Fjern adgang",
            work=lambda own: people.take_entry(opened, own, person.worker_id),
            done=lambda _: self._done(f"{person.initials} har ikke længere adgang"),
        ).show_fitting()

    def change_names(self) -> None:
        """Show full names or initials at the unlock page, on the word of the passphrase."""
        wished, opened = self.full_names.isChecked(), self.ground.opened
        self.full_names.setChecked(not wished)
        AskPassphrase(
            self.theme,
            self,
            title="Navne ved oplåsning",
            lead="Navnene står i nøglefilen, så den skal låses op for at blive ændret.",
            save_word="Vis fulde navne" if wished else "Vis kun initialer",
            work=lambda own: people.show_full_names(opened, own, full=wished),
            done=lambda _: self._done("Navnene ved oplåsning er ændret"),
        ).show_fitting()

    def move_data(self) -> None:
        """Move the data to where all accounts can use them, on the word of the passphrase."""
        opened, moment = self.ground.opened, self.ground.moment
        AskPassphrase(
            self.theme,
            self,
            title="Flyt til den fælles mappe",
            lead=_MOVE,
            save_word="Flyt dataene",
            work=lambda own: moving.move_to_shared(opened, own, moment),
            done=lambda _: self.moved.emit(),
        ).show_fitting()

    # --- inside ---

    def _lay_out(self) -> None:
        self.add(self.right_words)
        self.add(self.people)
        self.add(self.notice)
        self.add(self.full_names)
        self.add(self.names_words)
        if moving.can_move(self.ground.opened.places):
            self.add_heading("Flere konti på computeren", _MOVING)
            self.add_buttons([self.move_button])
        else:
            self.move_button.hide()
        self.add_heading("Hvad en rolle må", _ROLES)
        for words in rights_in_words():
            self.add(Words(words))

    def _show(self) -> None:
        desk, places = self.ground.desk, self.ground.opened.places
        self._right = desk.read(team_rights.lead_right, self.ground.actor)
        self.right_words.setText(self._right.sentence)
        self._people = {one.worker_id: one for one in desk.read(people.listed, places)}
        self.full_names.setChecked(desk.read(people.full_names))
        chosen = None if self.people.current else self.ground.actor
        entries = [Entry(one.worker_id, self._words(one)) for one in self._people.values()]
        self.people.show_entries(entries, chosen)

    def _given(self, whom: str, first: FirstPassphrase) -> None:
        self._done(f"{whom} har fået adgang")
        if first.one_time:
            GivenDialog(self.theme, self, whom=whom, given=first.text).show_fitting()

    def _done(self, words: str) -> None:
        self.said.emit(words)
        self.refresh()

    def _allow(self) -> None:
        """Let only those actions be chosen that can be done."""
        person, may = self._chosen, self._right.may
        other = person is not None and person.worker_id != self.ground.actor
        has_entry = person is not None and person.has_entry
        self.new_button.setEnabled(may)
        self.give_button.setText("Ny adgangssætning …" if has_entry else "Giv adgang …")
        self.give_button.setEnabled(may and other and person is not None and person.active)
        self.take_button.setEnabled(may and other and has_entry)
        self.full_names.setEnabled(may)
        self.move_button.setEnabled(may)

    @property
    def _chosen(self) -> PersonHere | None:
        chosen = self.people.current
        return self._people.get(chosen) if isinstance(chosen, bytes) else None

    def _words(self, person: PersonHere) -> str:
        parts = [person.initials]
        if not self.naming.discreet:
            parts.append(person.name)
        parts.append(person.role.danish)
        parts += self._entry_words(person)
        return " · ".join(parts)

    def _entry_words(self, person: PersonHere) -> list[str]:
        if person.worker_id == self.ground.actor:
            return ["det er dig"]
        if not person.has_entry:
            return ["ingen adgang"]
        over = person.valid_to is not None and person.valid_to < self.ground.today
        if over or not person.active:
            return ["adgangen er lukket"]
        until = [f"adgang til {short_day(person.valid_to)}"] if person.valid_to else []
        return [*(until or ["adgang"]), *(["skal vælge sin egen"] if person.one_time else [])]


def rights_in_words() -> tuple[str, str, str]:
    """Say what a team leader may, what is lent to a stand-in, and what everybody may."""
    lent = listed([right.danish for right in Right if right.lent])
    hers = listed([right.danish for right in Right if not right.lent])
    return (
        f"Kun en teamleder må {hers}.",
        f"En teamleder og hendes stedfortræder må {lent}.",
        "Alle må det øvrige; en vikar til og med sin sidste dag.",
    )
