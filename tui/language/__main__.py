"""``python -m tui.language``: the language worker."""

from __future__ import annotations

import sys

from tui.language.worker import main

if __name__ == "__main__":
    sys.exit(main())
