"""The command line: opens the window, or does one thing and says it in Danish."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bostoette.models.plan_error import PlanError
from bostoette.store.places import Places


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; exit status 0 only when all went well."""
    asked = _parser().parse_args(arguments)
    places = Places.at(asked.data) if asked.data else Places.default()
    try:
        from bostoette import app

        return app.run(places, demo=asked.demo, ask=asked.ask)
    except PlanError as error:
        print(error.sentence, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bostoette", description="Bostøttens uge.")
    parser.add_argument("--data", type=Path, metavar="MAPPE", help="mappen med data")
    parser.add_argument("--demo", action="store_true", help="åbn eksemplet")
    parser.add_argument("--ask", action="store_true", help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main())
