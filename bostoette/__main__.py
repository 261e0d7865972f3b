"""``python -m bostoette``, and where the frozen program begins."""

import sys

if getattr(sys, "frozen", False):
    # A child process of the frozen program starts here again and must not open a second window.
    import multiprocessing

    multiprocessing.freeze_support()

from bostoette.cli import main

if __name__ == "__main__":
    sys.exit(main())
