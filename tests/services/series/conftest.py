"""A series of six Tuesdays."""

import pytest

from bostoette.models.contact_fields import ContactFields
from bostoette.models.key import Key
from bostoette.services import series
from bostoette.services.desk import Desk
from tests.clock import MONDAY
from tests.services.series_hands import (
    TUE,
    day,
    visit_with,
    weekly,
)


@pytest.fixture
def fields(worker_id: Key, citizen_id: Key) -> ContactFields:
    return visit_with(worker_id, citizen_id)


@pytest.fixture
def six_tuesdays(desk: Desk, fields: ContactFields) -> Key:
    return desk.do(series.create, fields, weekly(TUE, first=day(0, TUE), count=6), today=MONDAY)
