"""style-waits.yml: what is not mended yet, a line for each file and check with the number of its findings.

The lines are sorted, and they only grow fewer: one that says more than is found is wrong, and so is text that says more
than its line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pactwright.findings import Finding

HEAD: Final = """\
# What our text still says against house style: file, check, and how often. Mend a text, then run
# `python tools/style_waits.py`, which takes out what no longer waits. Nobody adds a line; keep a text with a reason
# beside it, or mend it.
"""
COMMAND: Final = "python tools/style_waits.py"
Counts = Mapping[tuple[str, str], int]


def read_waits(text: str) -> Counts:
    r"""The counts by file and check; of two lines for one, as two branches leave them, the smaller counts.

    >>> read_waits("# why\na/b/c.md is-to: 2\na/b/c.md is-to: 1\n")
    {('a/b/c.md', 'is-to'): 1}
    """
    counts: dict[tuple[str, str], int] = {}
    for line in text.splitlines():
        key, _, number = line.partition(": ")
        file, _, rule = key.partition(" ")
        if not line.startswith("#") and rule and number.strip().isdigit():
            counts[file, rule] = min(int(number), counts.get((file, rule), int(number)))
    return counts


def written(counts: Counts) -> str:
    """The file of some counts."""
    return HEAD + "".join(f"{file} {rule}: {number}\n" for (file, rule), number in sorted(counts.items()) if number)


def shrunk(waits: Counts, found: Iterable[Finding], root: str) -> Counts:
    """The counts without what no longer waits; none is larger than before."""
    there = counted(found, root)
    return {key: min(number, there[key]) for key, number in waits.items()}


def counted(found: Iterable[Finding], root: str) -> Counter[tuple[str, str]]:
    """How often each check finds something in each file below a folder."""
    return Counter((_file(each, root), each.rule) for each in found)


def not_waiting(found: Iterable[Finding], waits: Counts, root: str) -> Iterator[Finding]:
    """The findings that the file does not tell of, and a finding for each line of it that tells of too much."""
    listed = list(found)
    there = counted(listed, root)
    for each in listed:
        key = (_file(each, root), each.rule)
        if there[key] > waits.get(key, 0):
            yield each
    for (file, rule), number in waits.items():
        if there[file, rule] < number:
            seen = f"{file} has {there[file, rule]} of {number} findings of {rule}"
            place = f"{root}/style-waits.yml:1:1"
            yield Finding("style-waits", "error", "style-waits.yml", seen, "the number that is found", COMMAND, place)


def _file(finding: Finding, root: str) -> str:
    return finding.place.rsplit(":", 2)[0].removeprefix(f"{root}/")
