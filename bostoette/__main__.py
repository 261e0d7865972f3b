"""``python -m bostoette``, and where the frozen program begins."""

import sys

from bostoette.cli import main

if __name__ == "__main__":
    sys.exit(main())
