"""Nobody in the example team is real, and nothing in it reaches anybody."""

import re

from bostoette.models.citizen import Citizen
from bostoette.models.contact import Contact, ContactParticipant
from bostoette.models.cpr import holds_cpr
from bostoette.models.worker import Worker
from bostoette.services.program_file import OpenFile
from bostoette.store.demo_team_file import demo_team
from tests.services.example.asking import content, rows

KEY_IN_HEX = re.compile(r"[0-9a-f]{32}")


def test_everybodys_name_is_clearly_invented(example: OpenFile) -> None:
    names = demo_team().names
    surnames = {start + end for start in names.surname_starts for end in names.surname_ends}
    everybody = [
        one.name for kind in (Worker, Citizen, ContactParticipant) for one in rows(example, kind)
    ]

    assert {name.split()[-1] for name in everybody} <= surnames


def test_nothing_in_it_looks_like_a_cpr_number(example: OpenFile) -> None:
    texts = [
        KEY_IN_HEX.sub("", str(value))
        for every in content(example).values()
        for row in every
        for value in row
        if isinstance(value, str | dict | list)
    ]

    assert len(texts) > 10_000
    assert [one for one in texts if holds_cpr(one)] == []


def test_numbers_and_links_can_belong_to_nobody(example: OpenFile) -> None:
    people = [*rows(example, Worker), *rows(example, Citizen)]
    contacts = rows(example, Contact)
    numbers = {one.phone for one in people} | {one.phone_number for one in contacts}
    links = {one.video_link for one in contacts} - {""}

    assert all(re.fullmatch(r"12 \d\d \d\d \d\d", number) for number in numbers - {""})
    assert links
    assert all(link.startswith("https://video.eksempel.invalid/") for link in links)
