"""The words and the look of a workbook, from `templates/workbook.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from pactwright.resources import data_root
from pactwright.textfile import parsed, read_text

FILE: Final = "workbook.yml"


@cache
def words() -> Mapping[str, Any]:
    """Everything that the file says, as a tree of text."""
    return parsed(read_text(data_root() / "templates" / FILE), f"templates/{FILE}")[0]


def same(label: object) -> str:
    """What two spellings of a label have in common.

    >>> same("  Own law:  Records act ")
    'own law: records act'
    """
    return " ".join(str(label).split()).casefold()
