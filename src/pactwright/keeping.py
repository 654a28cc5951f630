"""What stands where a file is to be written: our own and untouched, edited by a person, or somebody else's.

Only our own untouched file is replaced. What a person may have edited is kept beside the new file under a name of its
own, whatever was asked for; what is not ours, or a final where a draft would take its place, is refused, or kept as
well where the run insists.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final, Literal, TypeAlias

from pactwright.errors import ForeignContentError, UsageError
from pactwright.provenance import FINAL

Standing: TypeAlias = Literal["free", "ours", "edited", "final", "foreign"]

_MAKER = "pactwright "
WHY: Final[Mapping[Standing, str]] = {
    "foreign": "exists already, and is no untouched file of ours",
    "final": "is a final, and a draft would take its place",
}
"""What stays where it is unless the run insists, and why."""


@dataclass(frozen=True, slots=True)
class Target:
    """A file to be written; `is_sheet` says that it is the sheet beside a final, which a person writes on."""

    path: Path
    content: bytes
    is_sheet: bool = False

    @property
    def standing(self) -> Standing:
        """What stands in its place; raises UsageError when that cannot be read."""
        if not self.path.exists():
            return "free"
        try:
            there = self.path.read_bytes()
        except OSError as failed:
            message = f"{self.path}: exists already and cannot be read: {failed.strerror}"
            raise UsageError(message) from failed
        if there == self.content:
            return "ours"
        if self.path.suffix.lower() == ".docx":
            return _of_word(there, self.content)
        return "edited" if self.is_sheet else "foreign"


def _of_word(there: bytes, new: bytes) -> Standing:
    """What a Word file is: ours where it lies as we packed it, or where it is set as we would set it, part by part."""
    from pactwright.compare import (  # noqa: PLC0415 - only where a Word file is in the way
        AS_SET,
        compared,
        draft_file,
        word_file,
    )
    from pactwright.writers.word.archive import is_as_packed  # noqa: PLC0415 - only where a Word file is in the way

    try:
        theirs = word_file(there, "the file")
    except (UsageError, ForeignContentError):
        return "foreign"
    if not theirs.properties.get("tool", "").startswith(_MAKER):
        return "foreign"
    made = draft_file(new)
    if theirs.properties.get("status") == FINAL != made.properties.get("status"):
        return "final"
    if is_as_packed(there):
        return "ours"
    comparison = compared(made, theirs, AS_SET)
    return "ours" if comparison.has_same_words and not comparison.differences else "edited"


def to_keep(targets: list[Target], *, force: bool) -> list[Target]:
    """The targets in whose place something stands that must be kept.

    Raises UsageError, before anything is written, where two files have one name, or what is not ours is in the way.
    """
    paths = [target.path for target in targets]
    for path in {path for path in paths if paths.count(path) > 1}:
        message = f"{path}: two documents of this run have this name; give their projects different titles"
        raise UsageError(message)
    standing = {target.path: target.standing for target in targets}
    refused = [_refused(found, standing) for found in WHY if found in standing.values()]
    if refused and not force:
        fix = "use -o to write elsewhere, or --force, which keeps it beside the new file under another name"
        message = "; ".join((*refused, fix))
        raise UsageError(message)
    return [target for target in targets if standing[target.path] in {"edited", *WHY}]


def _refused(found: Standing, standing: Mapping[Path, Standing]) -> str:
    return f"{', '.join(str(path) for path, each in standing.items() if each == found)}: {WHY[found]}"


def keep(path: Path) -> Path:
    """Copies a file to the first free name beside it, `mou.edited-1.docx`, and says which; over nothing, ever.

    A copy that stands there already is copy enough. Raises UsageError when it cannot be copied.
    """
    for number in count(1):
        copy = path.with_name(f"{path.stem}.edited-{number}{path.suffix}")
        try:
            content = path.read_bytes()
            with suppress(FileExistsError), copy.open("xb") as file:
                file.write(content)
                return copy
            if copy.is_file() and copy.read_bytes() == content:
                return copy
        except OSError as failed:
            message = f"{copy}: cannot be written: {failed.strerror}"
            raise UsageError(message) from failed
    raise AssertionError  # numbers do not end
