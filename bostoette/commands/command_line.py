"""Runs one command, and turns whatever happens into an exit status and a Danish sentence."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

from bostoette.clocks import utc_now
from bostoette.commands.arguments import HelpAsked, WrongUsage, read_arguments
from bostoette.commands.voice import NobodyListens, Voice, fit_terminal, say, tell, tell_error
from bostoette.models.plan_error import PlanError

WELL = 0
NOT_WELL = 1
WRONG_USAGE = 2
INTERRUPTED = 130

Command = Callable[[Namespace, Voice], int]


def run(arguments: Sequence[str]) -> int:
    """Do what was typed; return the exit status, which is 0 only when all went well."""
    fit_terminal()
    try:
        return _run(arguments)
    except PlanError as error:
        tell_error(error)
        return NOT_WELL
    except NobodyListens:
        return NOT_WELL
    except KeyboardInterrupt:
        tell("Afbrudt. Det, der var gemt, er i behold, og intet er halvt gemt.")
        return INTERRUPTED


def _run(arguments: Sequence[str]) -> int:
    try:
        asked = read_arguments(arguments)
    except HelpAsked as asked_for:
        say(str(asked_for))
        return WELL
    except WrongUsage as wrong:
        tell(str(wrong))
        return WRONG_USAGE
    if asked.command is None:
        return command_named("window")(asked, Voice())
    try:
        return command_named(asked.command)(asked, Voice(json=asked.json))
    except (PlanError, NobodyListens):
        raise
    except Exception as fault:  # noqa: BLE001 - the outermost edge: a bug is told, not shown
        _tell_fault(asked, fault)
        return NOT_WELL


def command_named(name: str) -> Command:
    """Load the module of a command."""
    module = import_module(f"bostoette.commands.{name.replace('-', '_')}")
    return cast("Command", module.run)


def _tell_fault(asked: Namespace, fault: Exception) -> None:
    """Tell a bug as the window does: the kind and the places it passed, never its words."""
    from bostoette.commands.where import places_of
    from bostoette.store.fault_log import write_fault

    tell(
        "Noget gik galt i programmet, og det seneste blev måske ikke gjort. Det, der var gemt, er "
        "i behold. Prøv igen; kommer det tilbage, så send detaljerne til os. "
        "Der står ingen navne i dem."
    )
    try:
        tell(write_fault(places_of(asked).log, fault, utc_now()).rstrip())
    except PlanError:  # not even the folder is known
        tell(type(fault).__name__)
