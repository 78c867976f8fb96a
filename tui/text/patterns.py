"""Regular expressions that are compiled when first used.

The desk imports this room before its first frame, which needs hardly any of them; compiling
them all would take as long as a tenth of what a bare terminal program needs to start.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    def __init__(self, pattern: str, flags: re.RegexFlag) -> None:
        self._source = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        # Only what is not yet an attribute comes here: each method is looked up once.
        found = getattr(re.compile(*self._source), name)
        setattr(self, name, found)
        return found


def lazy(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """As ``re.compile``, but later."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
