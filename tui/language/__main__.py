"""``python -m tui.language``: the language worker, on one core."""

from __future__ import annotations

import os
import sys

if __name__ == "__main__":
    # Read when numpy is loaded. Products of our size are not quicker on several cores, only dearer.
    for library in ("OMP", "OPENBLAS", "MKL"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")

    from tui.language.worker import main

    sys.exit(main())
