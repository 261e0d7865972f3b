"""The window."""

from bostoette.ui.plain_imports import import_plainly

import_plainly()
