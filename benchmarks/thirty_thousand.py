"""Makes an example of about 30,000 contacts: the large team with more than two years behind it.

``python benchmarks/thirty_thousand.py FOLDER``. The program itself offers no such size.
"""

import sys
from datetime import date
from pathlib import Path

from bostoette.clocks import utc_now
from bostoette.models import demo_team
from bostoette.models.demo_team import DemoSize
from bostoette.services.demo import make_demo
from bostoette.store.places import Places

WEEKS = 116


def main() -> None:
    workers, citizens, _weeks = demo_team._SIZES[DemoSize.LARGE_TEAM]  # noqa: SLF001 - see above
    demo_team._SIZES[DemoSize.LARGE_TEAM] = (workers, citizens, WEEKS)  # noqa: SLF001 - see above
    made = make_demo(Places.at(Path(sys.argv[1])), DemoSize.LARGE_TEAM, date.today(), utc_now)  # noqa: DTZ011 - made for today
    print(f"{made.contacts:,} contacts")


if __name__ == "__main__":
    main()
