"""For any rule, any change and anything that has happened."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.contact import Contact
from bostoette.models.contact_fields import ContactFields
from bostoette.models.plan_error import PlanError
from bostoette.models.series import Series
from bostoette.models.series_change import Scope, SeriesChange
from bostoette.models.series_rule import SeriesRule
from bostoette.planning.recurrence import occurrences
from bostoette.services import contacts, series
from bostoette.services.desk import Desk
from bostoette.store.journal import describe
from tests.clock import MONDAY
from tests.services.series.changing import ALL, FOLLOWING, at, move
from tests.services.series_hands import (
    NINE,
    contact_on,
    days,
    everything,
    spans,
)


def _everything_gone(session: Session) -> None:
    for contact in session.scalars(select(Contact)):
        session.delete(contact)
    session.flush()
    for one in session.scalars(select(Series).order_by(Series.split_from.desc(), Series.id.desc())):
        session.delete(one)
        session.flush()
    describe(session, "Ryd op")


rules_of_any_kind = st.builds(
    SeriesRule,
    st.integers(1, 4),
    st.sets(st.integers(0, 6), min_size=1, max_size=3).map(tuple),
    st.dates(date(2027, 2, 1), date(2027, 3, 31)),
    st.just(NINE),
    st.just(60),
    st.none(),
    st.integers(1, 9),
)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data(), rule=rules_of_any_kind, scope=st.sampled_from([FOLLOWING, ALL]))
def test_any_change_leaves_what_happened_alone_and_comes_back_with_one_key(
    desk: Desk, fields: ContactFields, data: st.DataObject, rule: SeriesRule, scope: Scope
) -> None:
    desk.do(_everything_gone)
    desk.do(series.create, fields, rule, today=MONDAY)
    dates = occurrences(rule, date.max)
    happened = data.draw(st.sets(st.sampled_from(dates), max_size=len(dates) - 1))
    for when in happened:
        desk.do(contacts.hold, contact_on(desk, when))
    opened = data.draw(st.sampled_from(sorted(set(dates) - happened)))
    shift = timedelta(days=data.draw(st.integers(-6, 13)))
    asked = SeriesChange(to=at(opened + shift, NINE + 30))
    made = everything(desk)
    try:
        move(desk, scope, opened, at(opened + shift, NINE + 30))
    except PlanError:
        return
    cut = dates[0] if scope is ALL else opened
    goes_along = opened.weekday()
    expected = sorted(
        when + shift
        if when >= cut and when not in happened and when.weekday() == goes_along
        else when
        for when in dates
    )
    assert days(desk) == expected
    assert asked.to in spans(desk)
    moved = everything(desk)
    desk.undo()
    assert everything(desk) == made
    desk.redo()
    assert everything(desk) == moved
