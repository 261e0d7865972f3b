"""Limits typed in Ctrl+K: initials are typed as they are said, with dots or without."""

import pytest

from bostoette.models.citizen_fields import WorkerName
from bostoette.models.found_text import SearchAnswer, SearchLimits
from bostoette.models.key import new_key
from bostoette.ui.naming import Naming
from bostoette.ui.palette.text_answers import TextAnswers, TextWays
from tests.clock import MONDAY


@pytest.mark.parametrize("typed", ["af:AO", "af:ao", "af:A.O.", "af:Ahmed"])
def test_an_author_is_found_by_initials_with_dots_or_without(typed: str) -> None:
    ahmed = WorkerName(new_key(), "A.O.", "Ahmed Opdigtholm")
    asked: list[SearchLimits] = []

    def find(_words: str, limits: SearchLimits) -> SearchAnswer:
        asked.append(limits)
        return SearchAnswer((), (), more=False)

    ways = TextWays(find, lambda *_: None, lambda *_: None)
    TextAnswers(MONDAY, (), (ahmed,), Naming(), ways)(f"køkken {typed}")
    assert [one.author_id for one in asked] == [ahmed.id]
