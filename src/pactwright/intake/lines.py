r"""Several values in one cell, each on a line of its own; a line that begins with two spaces goes on with another.

>>> joined(["one", "two\nlines"])
'one\ntwo\n  lines'
>>> parted("one\ntwo\n  lines")
['one', 'two\nlines']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

ON: Final = "  "
NO_WORD: Final = re.compile(r"[,;\n]")
PAIR: Final = re.compile(r"(?P<key>[^\s:]+): ?(?P<said>.*)", re.DOTALL)


def joined(texts: Iterable[str]) -> str:
    """The text of a cell that holds these values."""
    return "\n".join(each.replace("\n", f"\n{ON}") for each in texts)


def parted(text: str) -> list[str]:
    """The values of a cell, without empty lines between them."""
    values: list[str] = []
    for line in text.split("\n"):
        if line.startswith(ON) and values:
            values[-1] += f"\n{line[len(ON) :]}"
        elif line.strip():
            values.append(line.strip())
    return values


def words_in(text: str) -> list[str]:
    """The words or ids of a cell; none of them holds a comma.

    >>> words_in("host, lead")
    ['host', 'lead']
    """
    return [each for each in map(str.strip, NO_WORD.split(text)) if each]


def pairs(said: Mapping[str, str]) -> str:
    """The text of a cell that says something for each of several ids."""
    return joined(f"{key}: {each}" for key, each in said.items())


def pairs_in(text: str) -> dict[str, str] | None:
    r"""What a cell says for each id; None where a line of it names no id, or one stands twice.

    >>> pairs_in("city: 40\npartner: 60%"), pairs_in("half each")
    ({'city': '40', 'partner': '60%'}, None)
    """
    found = [PAIR.fullmatch(each) for each in parted(text)]
    said = {each["key"]: each["said"].strip() for each in found if each}
    return said if len(said) == len(found) else None
