"""Answers that came back in a table, written into the spec at their addresses.

Every answer is looked at before anything is written, and the spec is written whole or not at all. Only lines that an
answer changes are touched: the tree of the new text must be the old one with the answers in it, and nothing else.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from pactwright.batch.tables.text_file import delimited_sheet
from pactwright.errors import InputError, UsageError
from pactwright.files import write_whole
from pactwright.findings import Finding
from pactwright.including import DASH, spec_tree
from pactwright.intake import is_workbook
from pactwright.questions import readiness_of
from pactwright.service import SpecFile, read, read_tree
from pactwright.spec.form import place_at
from pactwright.textfile import BOM, read_text
from pactwright.validation import quoted
from pactwright.yaml_edits import NoPlaceError, with_value, without_entry

if TYPE_CHECKING:
    from pactwright.findings import SourceMap
    from pactwright.textfile import Tree
    from pactwright.workbooks.sheet import Sheet
    from pactwright.yaml_edits import Answer, Keys

Texts: TypeAlias = dict[Path, str]

NEEDED: Final = ("address", "answer")
TEXT_TABLES: Final = frozenset({".csv", ".tsv", ".txt"})
LISTS: Final = ("open", "disputed")
ISSUE_KEYS: Final = 2  # choices, and the issue
CHANGE: Final = "type it into the spec"
ASIDE: Final = "the text around it would change too"


@dataclass(frozen=True, slots=True)
class Reply:
    """One filled line of the table: the address, what was typed, and where it stands."""

    address: str
    typed: str
    place: str

    @property
    def keys(self) -> Keys:
        """The keys that lead to its place in the spec."""
        keys = tuple(self.address.removeprefix("choices.").split("."))
        return ("choices", *keys) if "/" in keys[0] else keys

    def refused(self, seen: str, accepted: str = "", fix: str = "") -> Finding:
        """Why it is not taken."""
        return Finding("answer", "error", self.address, seen, accepted, fix, self.place)


@dataclass(frozen=True, slots=True)
class Taken:
    """How many answers were written, into which files, how many facts are open now, and what to say of the table."""

    answers: int
    files: tuple[Path, ...]
    still_open: int
    remarks: tuple[Finding, ...] = ()


def taken(table: Path, path: Path, house: Path | None = None) -> Taken:
    """Writes the answers of a table into a spec; lines without an answer stay open.

    Raises InputError with every answer that is refused, at its place in the table, and with what is wrong with the
    spec; UsageError for what cannot be read. Then nothing is written.
    """
    if path == DASH:
        message = "-: answers are written into a file; name the spec"
        raise UsageError(message)
    if is_workbook(path):
        message = f"{path}: a table of answers goes into a spec in YAML; into a workbook, type them yourself"
        raise UsageError(message)
    source = read(path, house)
    asked = frozenset(each.address for each in readiness_of(source).questions)
    writing = _Writing(source)
    sheet = _sheet_of(table)
    refusals = [finding for reply in replies_in(sheet) if (finding := writing.take(reply, asked))]
    refusals += writing.problems(house)
    if refusals:
        raise InputError(tuple(refusals))
    for file, text in writing.texts.items():
        write_whole(file, _as_it_was(file, text))
    still = readiness_of(read(path, house)).count
    return Taken(len(writing.replies), tuple(writing.texts), still, sheet.remarks)


def _sheet_of(table: Path) -> Sheet:
    """The sheet of a table in a text file; UsageError for another."""
    if table.suffix.lower() not in TEXT_TABLES:
        message = f"{table}: is not a table of answers; save it as .csv"
        raise UsageError(message)
    return delimited_sheet(table)


def replies_in(sheet: Sheet) -> Iterator[Reply]:
    """The filled lines of a table with the columns address and answer; InputError for another."""
    columns: Mapping[str, int] = {}
    for row in sheet.records:
        cells = {column: str(value).strip() for column, value in enumerate(row.values, start=1)}
        if not columns:
            columns = {name.casefold(): column for column, name in cells.items()}
            if missing := [name for name in NEEDED if name not in columns]:
                seen, accepted = f"no column {' and no column '.join(missing)}", "a table of pactwright questions"
                raise InputError((Finding("answers", "error", "", seen, accepted, place=sheet.place(row.line, 1)),))
            continue
        typed, address = (cells.get(columns[name], "") for name in ("answer", "address"))
        if typed:
            yield Reply(address, typed, sheet.place(row.line, columns["answer"]))


class _Writing:
    """The texts of a spec while answers are put into them, one after the other."""

    def __init__(self, source: SpecFile) -> None:
        self.source = source
        self.texts: Texts = {}
        self.replies: list[Reply] = []

    def take(self, reply: Reply, asked: frozenset[str]) -> Finding | None:
        """Puts an answer in its place; gives back why not."""
        if other := next(
            (each for each in self.replies if each.keys == reply.keys and each.typed != reply.typed), None
        ):
            return reply.refused(f"{other.place} answers {quoted(other.typed)}", "one answer", "empty one of the two")
        if not _is_value(reply.keys):
            return reply.refused(f"{quoted(reply.address)} is no place for one value", _parts_of(reply), CHANGE)
        tree = self._tree(self.texts)[0]
        there = _at(tree, reply.keys)
        if there in (reply.typed, list(_listed(reply.typed))):
            return None  # taken before
        if there and reply.address not in asked and not _entry_about(tree, reply):
            return reply.refused(f"{quoted(reply.address)} is not open: a value stands there", "", CHANGE)
        try:
            self.texts = self._with(reply)
        except NoPlaceError as stopped:
            return reply.refused(f"{quoted(reply.address)} cannot be written: {stopped}", "", CHANGE)
        self.replies.append(reply)
        return None

    def problems(self, house: Path | None) -> Iterator[Finding]:
        """What is wrong with the spec as it would be, at the answers that make it so."""
        try:
            read_tree(self.source.path, *self._tree(self.texts), house)
        except InputError as wrong:
            for finding in wrong.findings:
                near = [each for each in self.replies if _is_near(finding.address, ".".join(each.keys))]
                yield replace(finding, place=near[0].place) if near else finding

    def _with(self, reply: Reply) -> Texts:
        """The texts with one more answer, proved to be the old ones but for it and for what named it open."""
        texts, (tree, marks) = dict(self.texts), self._tree(self.texts)
        while entry := _entry_about(tree, reply):
            file = _file_at(marks, ".".join(entry))
            texts[file] = without_entry(self._text(texts, file), entry)
            tree, marks = self._proved(texts, _without(tree, entry))
        keys, answer = self._target(tree, reply)
        file = _file_at(marks, ".".join(keys))
        texts[file] = with_value(self._text(texts, file), keys, answer)
        self._proved(texts, _set(tree, keys, answer))
        return texts

    def _target(self, tree: dict[str, Tree], reply: Reply) -> tuple[Keys, Answer]:
        """Where an answer goes, and as what: an option under its own key where the issue has a group, a list as one."""
        keys = reply.keys
        if keys[0] != "choices":
            place = place_at(".".join(keys))
            return keys, _listed(reply.typed) if place and place.shape == "values" else reply.typed
        if len(keys) == ISSUE_KEYS:
            return (*keys, "option") if isinstance(_at(tree, keys), dict) else keys, reply.typed
        issue = self.source.library.issues.get(keys[1])
        parameter = issue.parameters.get(keys[2]) if issue else None
        return keys, _listed(reply.typed) if parameter and parameter.type == "choices" else reply.typed

    def _proved(self, texts: Texts, expected: dict[str, Tree]) -> tuple[dict[str, Tree], SourceMap]:
        try:
            found = self._tree(texts)
        except InputError as broken:
            raise NoPlaceError(ASIDE) from broken
        if found[0] != expected:
            raise NoPlaceError(ASIDE)
        return found

    def _tree(self, texts: Texts) -> tuple[dict[str, Tree], SourceMap]:
        return spec_tree(self.source.path, texts)

    @staticmethod
    def _text(texts: Texts, file: Path) -> str:
        return texts[file] if file in texts else read_text(file)


def _is_value(keys: Keys) -> bool:
    """Whether one value, or one list of values, stands at a place of the form."""
    if keys[0] == "choices":
        return ISSUE_KEYS <= len(keys) <= ISSUE_KEYS + 2
    place = place_at(".".join(keys))
    return place is not None and place.shape in {"value", "values"}


def _parts_of(reply: Reply) -> str:
    """Where the answer can stand instead: at a part of a group, or of an entry of a list or a map."""
    place = place_at(".".join(reply.keys))
    if place is None or not place.keys:
        return "an address of pactwright questions"
    entry = {"groups": ".0", "map": ".one"}.get(place.shape, "")
    return f"its parts at addresses of their own, such as {reply.address}{entry}.{place.keys[0]}"


def _listed(typed: str) -> tuple[str, ...]:
    """The values of a list, typed in one cell with semicolons or line ends between them."""
    return tuple(each.strip() for each in re.split(r"[;\n]", typed) if each.strip())


def _entry_about(tree: dict[str, Tree], reply: Reply) -> Keys:
    """The entry that names the fact of an answer open or disputed, if there is one."""
    for name in LISTS:
        entries = tree.get(name)
        for number, entry in enumerate(entries if isinstance(entries, list) else ()):
            fact = entry.get("fact") if isinstance(entry, dict) else None
            if fact in {reply.address, reply.address.removeprefix("choices.")}:
                return (name, str(number))
    return ()


def _file_at(marks: SourceMap, address: str) -> Path:
    """The file of a spec in which an address stands, or would stand."""
    return Path(marks.place(address).rsplit(":", 2)[0])


def _at(tree: Tree, keys: Keys) -> Tree:
    for key in keys:
        if isinstance(tree, list):
            tree = tree[int(key)] if key.isdecimal() and int(key) < len(tree) else None
        else:
            tree = tree.get(key) if isinstance(tree, dict) else None
    return tree


def _without(tree: dict[str, Tree], entry: Keys) -> dict[str, Tree]:
    """A copy of the tree without one entry of a list; a list without any is a key without a value."""
    name, number = entry
    entries = cast("list[Tree]", tree[name])
    rest = [each for position, each in enumerate(entries) if position != int(number)]
    return {**tree, name: rest or None}


def _set(tree: dict[str, Tree], keys: Keys, answer: Answer) -> dict[str, Tree]:
    """A copy of the tree with a value at a place; an option that stood for the whole choice becomes its first key."""
    new: Any = copy.deepcopy(tree)
    at = new
    for above, key in pairwise(keys):
        below = (
            at[int(above)]
            if isinstance(at, list) and int(above) < len(at)
            else at.get(above)
            if isinstance(at, dict)
            else None
        )
        if isinstance(below, str):
            below = {"option": below}
        elif below is None:
            below = [] if key.isdecimal() else {}
        _put(at, above, below)
        at = below
    _put(at, keys[-1], answer if isinstance(answer, str) else list(answer))
    return cast("dict[str, Tree]", new)


def _put(at: Any, key: str, value: Any) -> None:  # noqa: ANN401 - a group or a list of a tree
    if isinstance(at, list) and int(key) == len(at):
        at.append(value)
    else:
        at[int(key) if isinstance(at, list) else key] = value


def _is_near(one: str, other: str) -> bool:
    """Whether two addresses are one, or one stands in the other, or both in one group of which nothing was wrong."""
    if one.rpartition(".")[0] == other.rpartition(".")[0] != "":
        return True
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def _as_it_was(file: Path, text: str) -> bytes:
    """The text in the line ends, and with the byte order mark, that the file has."""
    before = file.read_bytes()
    ends = "\r\n" if b"\r\n" in before else "\n"
    mark = BOM if before.startswith(BOM.encode()) else ""
    return (mark + text.replace("\n", ends)).encode()
