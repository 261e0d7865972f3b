"""The command line's entry: opens the window, or does one thing and says it in Danish.

Nothing is imported before it is known what for: the window and the calendar reader start here.
"""

import gc
import sys
from collections.abc import Sequence

from bostoette.models.plan_error import PlanError

READ_CALENDAR = "read-calendar"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; exit status 0 only when all went well."""
    typed = list(sys.argv[1:] if arguments is None else arguments)
    if typed == [READ_CALENDAR]:
        from bostoette.store.calendar_reader_process import answer_on_standard_output

        return answer_on_standard_output()
    if not typed:
        return _open_window()
    from bostoette.commands.command_line import run

    return run(typed)


def _open_window() -> int:
    gc.disable()  # nothing that is loaded now is garbage; `ui/collector.py` looks later
    try:
        from bostoette import app
        from bostoette.store.shared_place import chosen_places

        return app.run(chosen_places())
    except PlanError as error:
        from bostoette.commands.voice import fit_terminal, tell_error

        fit_terminal()
        tell_error(error)
        return 1


if __name__ == "__main__":
    sys.exit(main())
