"""What can be typed after ``bostoette``, and what is said where it makes no sense.

Loaded before anything else, so it imports next to nothing.
"""

import argparse
import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from bostoette.clocks import local_now
from bostoette.models.iso_week import IsoWeek
from bostoette.models.plan_error import PlanError
from bostoette.planning.danish_date import parse_day

LEVELS = ("code", "initials", "first_name", "full")
SIZES = ("team", "large-team", "municipality")

_WEEK = re.compile(r"(?:(\d{4})-?)?[wW]?(\d{1,2})")
_ENGLISH = (
    (r"the following arguments are required: (?P<what>.+)", "Der mangler noget: {what}."),
    (r"unrecognized arguments: (?P<what>.+)", "Det kendes ikke: {what}."),
    (r"ambiguous option: (?P<what>\S+) .+", "{what} kan betyde flere ting; skriv det helt ud."),
    (r"argument KOMMANDO: invalid choice: (?P<what>'.*?') .+", "Der er ingen kommando {what}."),
    (
        r"argument (?P<name>.+?): invalid choice: (?P<what>'.*?') \(choose from (?P<from>.+)\)",
        "{name} kan ikke være {what}; vælg mellem {from}.",
    ),
    (r"argument (?P<name>.+?): expected .+", "{name} mangler sin værdi."),
    (
        r"argument (?P<name>.+?): not allowed with argument (?P<what>.+)",
        "{name} og {what} kan ikke bruges sammen.",
    ),
    (r"argument (?P<name>.+?): ignored explicit argument .+", "{name} tager ingen værdi."),
    (r"argument (?P<name>.+?): (?P<what>.+)", "{name}: {what}"),
)


class NoSuchWeek(ValueError):
    """What was typed is no week."""


class WrongUsage(Exception):
    """What was typed makes no sense; the text says so in Danish."""


class HelpAsked(Exception):
    """Somebody asked for help; the text is the help."""


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """Read what was typed; ``command`` names what is to be done, None the window.

    Raises:
        WrongUsage: it makes no sense.
        HelpAsked: ``--help`` was among it.

    """
    asked = _parser().parse_args(arguments)
    if getattr(asked, "to", None) is not None and asked.first is None:
        raise WrongUsage("--to mangler sit --from. Der er ikke gjort noget.")
    return asked


def read_week(text: str, today: date) -> IsoWeek:
    """Read ``2026-48``, ``2026-W48`` or ``48``, the last as the week 48 nearest to today.

    Raises NoSuchWeek where there is none.
    """
    found = _WEEK.fullmatch(text.strip())
    if found is None:
        raise NoSuchWeek(text)
    number = int(found[2])
    if found[1]:
        return _week(int(found[1]), number)
    years = (today.year + offset for offset in (-1, 0, 1))
    weeks = [IsoWeek(year, number) for year in years if _is_week(year, number)]
    if not weeks:
        raise NoSuchWeek(text)
    this_monday = IsoWeek.of(today).monday
    return min(weeks, key=lambda week: abs(week.monday - this_monday))


def _week(year: int, number: int) -> IsoWeek:
    if not _is_week(year, number):
        raise NoSuchWeek(number)
    return IsoWeek(year, number)


def _is_week(year: int, number: int) -> bool:
    try:
        date.fromisocalendar(year, number, 7)
    except ValueError:
        return False
    return True


def _week_argument(text: str) -> IsoWeek:
    try:
        return read_week(text, local_now().date())
    except NoSuchWeek as error:
        raise argparse.ArgumentTypeError(
            f"der er ingen uge »{text}«; skriv for eksempel 48 eller 2026-48."
        ) from error


def _day_argument(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    try:
        return parse_day(text, local_now().date())
    except PlanError as error:
        raise argparse.ArgumentTypeError(
            f"der er ingen dag »{text}«; skriv for eksempel 2026-11-26 eller 26/11."
        ) from error


class _Danish(argparse.HelpFormatter):
    """Help in Danish."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Brug: " if prefix is None else prefix)


class _Help(argparse.Action):
    """``--help``: gives the help to whoever runs the commands, who writes it."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        _namespace: argparse.Namespace,
        _values: object,
        _option_string: str | None = None,
    ) -> None:
        raise HelpAsked(parser.format_help().rstrip())


class _Parser(argparse.ArgumentParser):
    """A parser that speaks Danish and never ends the process."""

    def __init__(self, **options: Any) -> None:
        options = {"add_help": False, "formatter_class": _Danish, **options}
        super().__init__(**options)
        self._positionals.title = "skal med"
        self.options = self.add_argument_group("muligheder")
        self.options.add_argument("-h", "--help", action=_Help, nargs=0, help="vis denne hjælp")

    def error(self, message: str) -> NoReturn:
        """Say what makes no sense."""
        asked = f"Se {self.prog} --help. Der er ikke gjort noget."
        raise WrongUsage(f"{_in_danish(message)} {asked}")


def _in_danish(message: str) -> str:
    for english, danish in _ENGLISH:
        found = re.fullmatch(english, message, re.DOTALL)
        if found:
            return danish.format(**found.groupdict())
    return message


def _parser() -> _Parser:
    parser = _Parser(
        prog="bostoette",
        description="Bostøttens uge. Uden kommando åbnes vinduet.",
    )
    parser.set_defaults(json=False)
    parser.options.add_argument("--data", type=Path, metavar="MAPPE", help="mappen med data")
    parser.options.add_argument("--demo", action="store_true", help="brug eksemplet")
    parser.options.add_argument("--ask", action="store_true", help=argparse.SUPPRESS)
    commands = parser.add_subparsers(
        title="kommandoer", metavar="KOMMANDO", dest="command", parser_class=_Parser
    )
    _add_looking(commands)
    _add_taking_in(commands)
    _add_giving_out(commands)
    _add_copies(commands)
    _add_hidden(commands)
    return parser


def _command(commands: Any, name: str, does: str = "") -> _Parser:
    """Add a command; one that says nothing about itself stays out of the help."""
    known = {"help": does} if does else {}
    parser: _Parser = commands.add_parser(name, description=f"{does}.", **known)
    add = parser.options.add_argument
    add("--json", action="store_true", help="svar i JSON til maskiner")
    add("--data", type=Path, metavar="MAPPE", default=argparse.SUPPRESS, help="mappen med data")
    add("--demo", action="store_true", default=argparse.SUPPRESS, help="brug eksemplet")
    return parser


def _add_week(parser: _Parser) -> None:
    parser.options.add_argument(
        "--week", type=_week_argument, metavar="UGE", help="48 eller 2026-48; ellers denne uge"
    )


def _add_worker(parser: _Parser) -> None:
    parser.options.add_argument(
        "--worker", metavar="INITIALER", help="en medarbejders initialer; ellers dig selv"
    )


def _add_looking(commands: Any) -> None:
    for name, does in (("week", "Vis en uge"), ("check", "Sig, hvad der er at se på i en uge")):
        parser = _command(commands, name, does)
        _add_week(parser)
        _add_worker(parser)
    advise = _command(commands, "advise", "Prøv rammerne på opdigtede borgere fra en fil")
    advise.add_argument("file", type=Path, metavar="FIL")


def _add_taking_in(commands: Any) -> None:
    citizens = _command(commands, "import-citizens", "Tag borgere ind fra en CSV-fil")
    citizens.add_argument("file", type=Path, metavar="FIL")
    citizens.options.add_argument(
        "--yes", action="store_true", help="gem; ellers vises kun, hvad der ville blive gemt"
    )
    calendar = _command(commands, "import-calendar", "Tag egne aftaler ind fra en kalenderfil")
    calendar.add_argument("file", type=Path, metavar="FIL")
    _add_worker(calendar)


def _add_giving_out(commands: Any) -> None:
    calendar = _command(commands, "export-ics", "Læg en uge eller periode ud som kalenderfil")
    _add_period(calendar)
    whose = calendar.options.add_mutually_exclusive_group()
    whose.add_argument("--worker", metavar="INITIALER", help="medarbejderens uge; ellers din egen")
    whose.add_argument("--citizen", metavar="KODE", help="borgerens egne aftaler")
    calendar.options.add_argument(
        "--level", choices=LEVELS, default=LEVELS[0], help="hvor meget der står om borgeren"
    )
    pdf = _command(commands, "export-pdf", "Læg en uge ud som PDF på én side")
    _add_week(pdf)
    _add_worker(pdf)
    for parser in (calendar, pdf):
        parser.options.add_argument("--output", type=Path, metavar="FIL", help="filen, der skrives")


def _add_period(parser: _Parser) -> None:
    week = parser.options.add_mutually_exclusive_group()
    week.add_argument(
        "--week", type=_week_argument, metavar="UGE", help="48 eller 2026-48; ellers denne uge"
    )
    week.add_argument("--from", dest="first", type=_day_argument, metavar="DAG", help="første dag")
    parser.options.add_argument(
        "--to", type=_day_argument, metavar="DAG", help="sidste dag; ellers første dag"
    )


def _add_copies(commands: Any) -> None:
    backup = _command(commands, "backup", "Lav en kontrolleret sikkerhedskopi i én fil")
    backup.add_argument("file", type=Path, metavar="FIL")
    restore = _command(commands, "restore", "Gå tilbage til en kopi")
    restore.add_argument("file", type=Path, metavar="FIL")
    restore.options.add_argument(
        "--yes", action="store_true", help="gør det; ellers vises kun, hvad der ville ske"
    )
    verify = _command(commands, "verify", "Se efter, om data eller en kopi er hel")
    verify.add_argument("file", type=Path, metavar="FIL", nargs="?", help="en kopi; ellers data")
    demo = _command(commands, "demo", "Lav eksemplet på ny")
    demo.options.add_argument(
        "--size", choices=SIZES, default=SIZES[0], help="hvor meget eksemplet rummer"
    )


def _add_hidden(commands: Any) -> None:
    for name in ("headless", "self-check"):
        _command(commands, name).add_argument("folder", type=Path, metavar="MAPPE")
