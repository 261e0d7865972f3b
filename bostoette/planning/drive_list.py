"""From held contacts to the drives between them: base, citizen, citizen, base (P83).

Only who travels by car has a list. Places are told by codes: the base, a citizen's code, or
another place.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from bostoette.models.car_kind import CarKind
from bostoette.models.drive_list import Drive, DriveFields
from bostoette.models.figure_rows import FigureWork
from bostoette.models.key import Key
from bostoette.models.travel_mode import TravelMode
from bostoette.models.worker_day import WeekWorker
from bostoette.planning.travel_figures import as_in_week
from bostoette.planning.week_travel import WeekWays

ELSEWHERE = "Andet sted"
Corrections = Mapping[tuple[date, Key | None], DriveFields]


def drives_of(
    worker: WeekWorker,
    work: Sequence[FigureWork],
    ways: WeekWays,
    codes: Mapping[str, str],
    *,
    usual_car: CarKind,
    corrections: Corrections,
) -> tuple[Drive, ...]:
    """Return a worker's drives in order of time; ``codes`` names places by their keys."""
    if worker.travel_mode is not TravelMode.CAR:
        return ()
    going = [as_in_week(one) for one in work if one.form.travels]
    days = ways.of_week((worker,), going, ())
    return tuple(
        Drive(
            day,
            leg.to_stop,
            leg.departs,
            codes.get(leg.from_place, ELSEWHERE),
            codes.get(leg.to_place, ELSEWHERE),
            None if leg.estimate.km is None else round(leg.estimate.km, 1),
            leg.estimate.certain,
            usual_car,
            corrections.get((day, leg.to_stop)),
        )
        for (_worker, day), travel in sorted(days.items(), key=lambda one: one[0][1])
        for leg in travel.legs
    )
