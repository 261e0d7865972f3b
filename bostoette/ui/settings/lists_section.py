"""Lister: purposes, platforms, paragraphs, typed travel times, materials, sentences for notes."""

from bostoette.models.citizen import Citizen
from bostoette.models.grant import GrantParagraph
from bostoette.models.material import Material
from bostoette.models.note import SentenceTemplate
from bostoette.models.team import ApprovedPlatform, Purpose, TravelPair
from bostoette.models.worker import Worker
from bostoette.services import materials, sentences, team_lists, team_rights
from bostoette.ui.settings.ground import Ground
from bostoette.ui.settings.led_lists import ParagraphList, PlatformList, PurposeList
from bostoette.ui.settings.material_list import MaterialList
from bostoette.ui.settings.section import Section
from bostoette.ui.settings.sentence_list import SentenceList
from bostoette.ui.settings.travel_list import TravelList
from bostoette.ui.spelling import spelling_said
from bostoette.ui.words import quiet


class ListsSection(Section):
    """Six lists, each with its own actions."""

    title = "Lister"
    kinds = (
        Purpose,
        ApprovedPlatform,
        GrantParagraph,
        TravelPair,
        Worker,
        Citizen,
        Material,
        SentenceTemplate,
    )

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self.right_words = quiet("")
        self.purposes = PurposeList(ground, self.attempt)
        self.platforms = PlatformList(ground, self.attempt)
        self.paragraphs = ParagraphList(ground, self.attempt)
        self.travel = TravelList(ground, self.attempt)
        self.materials = MaterialList(ground, self.attempt)
        self.sentences = SentenceList(ground, self.attempt)
        self.add(self.right_words)
        self.add(self.notice)
        self.add_heading("Formål", "I den rækkefølge, de vises, når en kontakt planlægges.")
        self.add(self.purposes)
        self.add_heading(
            "Godkendte platforme", "Kun disse kan vælges til en kontakt med en borger."
        )
        self.add(self.platforms)
        self.add_heading("Paragraffer", "Dem, støtten kan være bevilget efter.")
        self.add(self.paragraphs)
        self.add_heading(
            "Rejsetider", "Minutter, I selv har skrevet. Dem kan alle rette; de gælder begge veje."
        )
        self.add(self.travel)
        self.add_heading("Materialer", "Øvelser, apps og sider, I sender. Dem kan alle rette.")
        self.add(self.materials)
        self.add_heading(
            "Sætninger til notater",
            "Dem, I ofte skriver. Alle kan rette; de sættes ind i et notat.",
        )
        self.add(self.sentences)
        self.add(quiet(spelling_said()))
        self.finish_column()
        self.refresh()

    def refresh(self) -> None:
        """Read the lists anew; what is chosen stays chosen."""
        desk = self.ground.desk
        right = desk.read(team_rights.lead_right, self.ground.actor)
        self.right_words.setText(right.sentence)
        known = desk.read(team_lists.everything)
        self.purposes.show_led(known.purposes, may=right.may)
        self.platforms.show_led(known.platforms, may=right.may)
        self.paragraphs.show_led(known.paragraphs, may=right.may)
        self.travel.show_travel(known.travel, self.naming)
        self.materials.show_library(desk.read(materials.library))
        self.sentences.show_led(desk.read(sentences.listed), may=True)
