"""Makes an example of another size than the program offers, by another length of its past.

``python benchmarks/thirty_thousand.py FOLDER``: the large team with about 30,000 contacts.
``--weeks 152`` gives it 30,000 notes, ``--size municipality --citizens 4100`` 1.5 million: more
people and not more weeks, as no series runs for more than five years.
"""

import argparse
from datetime import date
from pathlib import Path

from bostoette.clocks import utc_now
from bostoette.models import demo_team
from bostoette.models.demo_team import DemoSize
from bostoette.services.demo import make_demo
from bostoette.store.places import Places

WEEKS = 116


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--size", type=DemoSize, default=DemoSize.LARGE_TEAM)
    asked.add_argument("--weeks", type=int)
    asked.add_argument("--citizens", type=int, help="with a tenth as many workers")
    wanted = asked.parse_args()
    workers, citizens, weeks = demo_team._SIZES[wanted.size]  # noqa: SLF001 - see above
    if wanted.citizens:
        workers, citizens = wanted.citizens // 10, wanted.citizens
    weeks = wanted.weeks or (WEEKS if wanted.size is DemoSize.LARGE_TEAM else weeks)
    demo_team._SIZES[wanted.size] = (workers, citizens, weeks)  # noqa: SLF001 - see above
    made = make_demo(Places.at(wanted.folder), wanted.size, date.today(), utc_now)  # noqa: DTZ011 - made for today
    print(f"{made.contacts:,} contacts")


if __name__ == "__main__":
    main()
