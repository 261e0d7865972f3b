"""One contact of a day that falls apart: who and when, what is done with it, and its new time."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from bostoette.models.contact_form import ContactForm
from bostoette.models.cover import Cover
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import WeekContact
from bostoette.models.wording import from_to, short_day, when
from bostoette.planning.day_changes import DayAct, DayGround, DayWish, acts_for, near
from bostoette.ui.calm_box import CalmBox
from bostoette.ui.words import Words, quiet

_WORDS = {
    DayAct.PHONE: "Omlæg til telefon",
    DayAct.VIDEO: "Omlæg til video",
    DayAct.CANCEL: "Aflys (af os)",
    DayAct.LEAVE: "Lad stå",
}
_CHOICE_LETTERS = 12
_TAKES_OVER = {
    DayAct.GIVE_PHONE: "{} ringer{} ({})",
    DayAct.GIVE_VIDEO: "{} holder det på video{} ({})",
}


class ContactLine:
    """The widgets of one line; the dialog lays them out and asks what was chosen."""

    def __init__(self, contact: WeekContact, ground: DayGround, said: str, parent: QWidget) -> None:
        self.contact = contact
        self._ground = ground
        self.title = Words(said, parent)
        known = ground.vulnerable.get(contact.id)
        self.about = quiet(known.said(ground.today) if known else "", parent)
        self.about.setVisible(known is not None)
        self.choice = CalmBox(parent)
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(_CHOICE_LETTERS)
        self.choice.setAccessibleName(f"Hvad der sker med {said}")
        self.told = Words(parent=parent)
        self._wishes: list[DayWish] = []
        self._strangers = {
            one.worker_id for one in ground.covers.get(contact.id, ()) if one.stranger
        }
        for act in acts_for(contact, ground):
            if act is DayAct.MOVE:
                for day in sorted(near(contact, ground.days)):
                    self._offer(DayWish(act, day), f"Flyt til {short_day(day)}")
                self._offer_covers()
            else:
                self._offer(DayWish(act), _WORDS[act] + self._warned(act))

    @property
    def wish(self) -> DayWish:
        """What is chosen."""
        return self._wishes[self.choice.currentIndex()]

    @property
    def as_visit(self) -> bool:
        """Whether what is chosen makes a visit of a remote contact, since the two are strangers."""
        return self.wish.worker in self._strangers and not self.contact.form.face_to_face

    def choose(self, wish: DayWish) -> None:
        """Choose something that is offered."""
        self.choice.setCurrentIndex(self._wishes.index(wish))

    def tell(self, to: TimeSpan | None, colleagues: Sequence[str], *, twice: bool) -> bool:
        """Say what comes of the choice; tell whether it can be done.

        ``twice`` where the colleague is given another contact at the same time.
        """
        act = self.wish.act
        if to is None and act not in {DayAct.CANCEL, DayAct.LEAVE}:
            self.told.setText("Ingen ledig tid den dag. Vælg en anden.")
            return False
        if twice:
            self.told.setText("Kollegaen får to på samme tid. Vælg en anden til den ene.")
            return False
        self.told.setText(self._said(act, to, colleagues))
        return True

    def _said(self, act: DayAct, to: TimeSpan | None, colleagues: Sequence[str]) -> str:
        if to is not None:
            return when(to) if self._ground.away else from_to(to)
        if act is DayAct.CANCEL:
            told = "; borgeren skal have det at vide (opgave)"
            return f"Bliver stående som aflyst{told if self.contact.agreed_with_citizen else ''}"
        return f"{', '.join(colleagues)} er med" if colleagues else ""

    def _offer_covers(self) -> None:
        """Offer colleagues who are free: known ones, and how a stranger could help (P13)."""
        for one in self._ground.covers.get(self.contact.id, ()):
            words = "Giv til {} som besøg ({})" if self._as_visit(one) else "Giv til {} ({})"
            knows = one.relation.strength.danish
            give = DayWish(DayAct.GIVE, worker=one.worker_id)
            self._offer(give, words.format(one.initials, knows))
            for act in self._remote_of(one):
                only = " kort for at flytte" if one.stranger else ""
                said = _TAKES_OVER[act].format(one.initials, only, knows)
                warned = self._warned(act, None if one.stranger else one.worker_id)
                self._offer(DayWish(act, worker=one.worker_id), said + warned)

    def _remote_of(self, cover: Cover) -> list[DayAct]:
        """Return how a colleague may take it over at a distance; a stranger only rings."""
        call, video = ContactForm.PHONE, ContactForm.VIDEO
        offered = []
        ruled_out = self.contact.id in self._ground.unfit.get(call, ())
        if not ruled_out and (self.contact.form is not call or cover.stranger):
            offered.append(DayAct.GIVE_PHONE)
        if not cover.stranger and self._ground.fits(self.contact, video):
            offered.append(DayAct.GIVE_VIDEO)
        return offered

    def _warned(self, act: DayAct, known: Key | None = None) -> str:
        """Say that the advice warns against the form an act comes to, held by ``known``."""
        form, ground = act.becomes, self._ground
        if form is None:
            return ""
        if known is not None:
            warned = (self.contact.id, known) in ground.warned_given.get(form, ())
        else:
            warned = self.contact.id in ground.warned.get(form, ())
        return " – frarådes" if warned else ""

    def _as_visit(self, cover: Cover) -> bool:
        return cover.stranger and not self.contact.form.face_to_face

    def _offer(self, wish: DayWish, words: str) -> None:
        self._wishes.append(wish)
        self.choice.addItem(words)
