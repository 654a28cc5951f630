"""Strict YAML, read as text: every scalar stays what was typed, and nothing that could surprise a reader gets through.

`read_text` brings a file in, `parsed` makes a tree of it, `front_matter` reads a clause. What they refuse comes as
findings with a line and a column; each rule id below is the id of one such check:

    text-size                 over 1 MB
    text-binary               a NUL: no text file
    text-encoding             not UTF-8
    text-control-character    a control character, a stray carriage return, a line separator, a noncharacter
    text-direction            a character that turns the direction of writing and so hides what is written
    text-surrogate            half of a character
    yaml-syntax               not YAML
    yaml-depth                more than 40 levels
    yaml-alias, yaml-anchor, yaml-tag, yaml-directive, yaml-documents, yaml-key, yaml-duplicate-key
    yaml-comma                inside {...}, something without a colon behind a comma
    yaml-top                  empty, or no "key: value" at the top
    front-matter              a clause file that does not start with a block between two lines "---"
    too-many-problems         reading stopped early
"""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NoReturn, TypeAlias, cast

import yaml

from pactwright.errors import InputError, UsageError
from pactwright.findings import Finding, SourceMap
from pactwright.paths import file_status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str | None"
Mark: TypeAlias = tuple[int, int]

STDIN_NAME: Final = "stdin"
MAX_BYTES: Final = 1_000_000
MAX_DEPTH: Final = 40
DEEP: Final = (f"more than {MAX_DEPTH} levels, one inside the other", f"at most {MAX_DEPTH}")
MAX_PROBLEMS: Final = 100

PACKAGE: Final = b"PK\x03\x04"
BOM: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
# What says in YAML, without quotes, that nothing stands here.
NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})
DIRECTION: Final = "\u202a-\u202e\u2066-\u2069"
# C0 without tab and line feed, DEL, C1, the two Unicode line breaks, and what no XML or Unicode text may hold.
UNWANTED: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029" + DIRECTION + "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff\U0010fffe\U0010ffff]"
)
# libyaml where it is there: ten times faster, and the same events.
_Loader: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_text(path: Path) -> str:
    """The file's text: UTF-8 with or without a byte order mark, its letters as typed, its lines ended by a line feed.

    A file that is too large is refused by its size, before it is read; one that cannot be opened is a UsageError.
    """
    name = str(path)
    return _checked(_decoded(_file_bytes(path), name), name)


def typed_text() -> str:
    """The text on standard input, refused for the same reasons."""
    raw = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        _refuse(_too_large(STDIN_NAME))
    return _checked(_decoded(raw, STDIN_NAME), STDIN_NAME)


def parsed(text: str, name: str) -> tuple[dict[str, Tree], SourceMap]:
    r"""The tree of a YAML text and where each address stands: a key's own place, a list item's own place.

    A key without a value is None, and so is one with `~` or `null` (not in quotes): in YAML they say that nothing was
    typed. `""` and `"null"` are text like any other.

    >>> tree, places = parsed("parties:\n  city: {name: no}\n", "spec.yml")
    >>> tree, places.place("parties.city.name")
    ({'parties': {'city': {'name': 'no'}}}, 'spec.yml:2:10')
    """
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "replace")) > MAX_BYTES:
        _refuse(_too_large(name))
    reading = _Reading(name)
    tree = reading.top(_checked(text, name))
    return tree, SourceMap(name, reading.marks)


def parsed_table(text: str, name: str) -> tuple[dict[str, Tree], SourceMap]:
    r"""The same of a table that may hold comments alone, and then says nothing.

    >>> parsed_table("# What we call things.\n", "terms.yml")[0]
    {}
    """
    if text.strip() and all(line.lstrip().startswith("#") for line in text.splitlines() if line.strip()):
        return {}, SourceMap(name, {})
    return parsed(text, name)


def front_matter(text: str, name: str) -> tuple[dict[str, Tree], SourceMap, str, int]:
    r"""The tree between the two lines `---` that a clause starts with, its places, the body and the body's first line.

    Lines are those of the file.

    >>> front_matter("---\ntitle: Each bears its own\n---\n# Agreement\n", "own.md")[2:]
    ('# Agreement\n', 4)
    """
    lines = text.split("\n")
    closing = next((i for i, line in enumerate(lines[1:], start=1) if line.rstrip() == "---"), 0)
    if lines[0].rstrip() != "---" or not closing:
        seen = "the file does not start with a block between two lines ---"
        _refuse(_finding("front-matter", name, (1, 1), seen, "---, then keys and values, then ---, then the wording"))
    tree, places = parsed("\n" + "\n".join(lines[1:closing]) + "\n", name)
    return tree, places, _checked("\n".join(lines[closing + 1 :]), name, first_line=closing + 2), closing + 2


def _file_bytes(path: Path) -> bytes:
    if file_status(path).st_size > MAX_BYTES:
        _refuse(_too_large(str(path)))
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)  # it may have grown since
    except OSError as error:
        msg = f"{path}: cannot be read: {error.strerror or error}"
        raise UsageError(msg) from error
    if len(raw) > MAX_BYTES:
        _refuse(_too_large(str(path)))
    return raw


def _decoded(raw: bytes, name: str) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        _refuse(_finding("text-encoding", name, (1, 1), "this is UTF-16", "UTF-8", 'save it again as "UTF-8"'))
    if raw.startswith(PACKAGE):
        seen, fix = "this is a Word file, a workbook or another package", "name the spec, whose name ends in .yml"
        _refuse(_finding("text-binary", name, (1, 1), seen, "a text file in UTF-8", fix))
    if b"\0" in raw:
        before = raw[: raw.index(b"\0")].decode("utf-8", "replace")
        _refuse(_finding("text-binary", name, _mark_after(before), "this is not a text file", "a text file in UTF-8"))
    try:
        return raw.decode("utf-8").removeprefix(BOM).replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        mark = _mark_after(raw[: error.start].decode("utf-8").removeprefix(BOM))
        seen = f"the byte {raw[error.start]:#04x} is not UTF-8"
        _refuse(_finding("text-encoding", name, mark, seen, "UTF-8", 'save it again as "UTF-8"'))


def _checked(text: str, name: str, first_line: int = 1) -> str:
    """The same text, if every character in it is one that a person can see the effect of."""
    findings: list[Finding] = []
    line, line_start, upto = first_line, 0, 0
    for hit in UNWANTED.finditer(text):
        line += text.count("\n", upto, hit.start())
        line_start = max(line_start, text.rfind("\n", 0, hit.start()) + 1)
        upto = hit.start()
        mark = (line, hit.start() - line_start + 1)
        if len(findings) == MAX_PROBLEMS:
            _refuse(*findings, _too_many(name, mark))
        findings.append(unwanted(hit.group(), name, mark))
    if findings:
        _refuse(*findings)
    return text


def unwanted(char: str, name: str, mark: Mark) -> Finding:
    """Why a character that `UNWANTED` finds is refused, in a text file or anywhere else."""
    shown = f"U+{ord(char):04X}"
    if re.match(f"[{DIRECTION}]", char):
        seen = f"{shown} ({unicodedata.name(char)}) turns the direction of writing and can hide what is written"
        return _finding("text-direction", name, mark, seen, "text without it", "remove it")
    if "\ud800" <= char <= "\udfff":
        seen = f"{shown} is half of a character"
        return _finding("text-surrogate", name, mark, seen, "text without it", "type it again")
    seen = f"{shown} is a control character"
    accepted = "letters, spaces, tabs and line ends"
    return _finding("text-control-character", name, mark, seen, accepted, "remove it; it cannot be seen")


@dataclass(slots=True)
class _Reading:
    """One pass over the parser's events, which builds the tree, notes the places and gathers what is wrong.

    No alias is ever followed, so the tree is never larger than the text, and the recursion ends at MAX_DEPTH.
    """

    name: str
    marks: dict[str, Mark] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    events: Iterator[yaml.Event] = field(default_factory=lambda: iter(()))
    lines: list[str] = field(default_factory=list)

    def top(self, text: str) -> dict[str, Tree]:
        self.events = _events(text)
        self.lines = text.split("\n")
        tree: Tree = None
        try:
            tree = self._document()
        except yaml.MarkedYAMLError as error:
            self.findings.append(_syntax(error, self.name, text))
        except _StopError:
            pass
        if self.findings:
            _refuse(*self.findings)
        if not isinstance(tree, dict):
            _refuse(_wrong_top(tree, self.name, text))
        return tree

    def _document(self) -> Tree:
        tree: Tree = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                self._check_start(event, documents)
            elif isinstance(event, yaml.NodeEvent):
                tree = self._node(event, "", 1)
        return tree

    def _check_start(self, event: yaml.DocumentStartEvent, documents: int) -> None:
        if event.version or event.tags:
            self._add("yaml-directive", (1, 1), "a line that starts with %", "keys and values", "remove the line")
        if documents > 1:
            seen = "a second document starts with ---"
            self._add("yaml-documents", _mark(event), seen, "one document in a file", "make two files")
            raise _StopError

    def _node(self, event: yaml.NodeEvent, address: str, depth: int) -> Tree:
        self._check(event, address)
        if isinstance(event, yaml.CollectionStartEvent):
            if depth > MAX_DEPTH:
                self._add("yaml-depth", _mark(event), *DEEP)
                raise _StopError
            below = self._mapping if isinstance(event, yaml.MappingStartEvent) else self._sequence
            return below(address, depth)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        return None

    def _mapping(self, address: str, depth: int) -> dict[str, Tree]:
        tree: dict[str, Tree] = {}
        first: dict[str, int] = {}
        for event in self._children(yaml.MappingEndEvent):
            mark = _mark(event)
            key = self._key(event, depth)
            below = _joined(address, key)
            if key and key in first:
                seen = f'"{_short(key)}" stands twice, first in line {first[key]}'
                self._add("yaml-duplicate-key", mark, seen, "each key once", "remove one", below)
            else:
                first[key] = mark[0]
                self.marks.setdefault(below, mark)
            said = self._next()
            if key and self._is_cut(said):
                self._add("yaml-comma", mark, f'"{_short(key)}" has no colon behind it', "key: value", COMMA, below)
            tree.setdefault(key, self._node(said, below, depth + 1))
        return tree

    def _is_cut(self, event: yaml.NodeEvent) -> bool:
        """Whether nothing, not even a colon, stands before an empty value: the key was the rest of another value."""
        if not isinstance(event, yaml.ScalarEvent) or event.value or not event.implicit[0]:
            return False
        line, column = _mark(event)
        return not self.lines[line - 1][: column - 1].rstrip().endswith(":")

    def _key(self, event: yaml.NodeEvent, depth: int) -> str:
        if isinstance(event, yaml.ScalarEvent):
            self._check(event, event.value)
            key = self._scalar(event)
            if key:
                return key
        else:
            self._node(event, "", depth + 1)
        if not isinstance(event, yaml.AliasEvent):
            self._add("yaml-key", _mark(event), "a key that is not a word", "a word, then a colon")
        return ""

    def _sequence(self, address: str, depth: int) -> list[Tree]:
        tree: list[Tree] = []
        for event in self._children(yaml.SequenceEndEvent):
            below = _joined(address, str(len(tree)))
            self.marks.setdefault(below, _mark(event))
            tree.append(self._node(event, below, depth + 1))
        return tree

    def _scalar(self, event: yaml.ScalarEvent) -> str | None:
        text: str = event.value
        if event.implicit[0] and text in NOTHING:
            return None
        for hit in UNWANTED.finditer(text):  # an escape, such as "\u202e", can bring back what the file may not hold
            finding = unwanted(hit.group(), self.name, _mark(event))
            self._add(finding.rule, _mark(event), finding.seen, finding.accepted, "remove the escape")
        return text

    def _check(self, event: yaml.NodeEvent, address: str) -> None:
        mark = _mark(event)
        if isinstance(event, yaml.AliasEvent):
            seen = f'the alias "*{_short(event.anchor or "")}"'
            self._add("yaml-alias", mark, seen, "each value typed out", "copy what it stands for", address)
        elif event.anchor:
            seen = f'the anchor "&{_short(event.anchor)}"'
            self._add("yaml-anchor", mark, seen, "values without an anchor", "remove it", address)
        tag: str | None = getattr(event, "tag", None)
        if tag:
            seen = f'the tag "{_short(tag)}"'
            self._add("yaml-tag", mark, seen, "values without a tag", "remove it; everything is read as text", address)

    def _children(self, end: type[yaml.Event]) -> Iterator[yaml.NodeEvent]:
        while not isinstance(event := self._next(), end):
            yield event

    def _next(self) -> yaml.NodeEvent:
        return cast("yaml.NodeEvent", next(self.events))  # the parser balances its events, or raises

    def _add(self, rule: str, mark: Mark, seen: str, accepted: str = "", fix: str = "", address: str = "") -> None:
        if len(self.findings) == MAX_PROBLEMS:
            self.findings.append(_too_many(self.name, mark))
            raise _StopError
        self.findings.append(_finding(rule, self.name, mark, seen, accepted, fix, address))


class _StopError(Exception):
    """Reading on would tell nothing more."""


def _events(text: str) -> Iterator[yaml.Event]:
    loader = _Loader(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


COMMA: Final = "inside {...} a comma ends a value; put the value before it in quotes"
TAB: Final = ("a tab", "indent with spaces")
# What the parser says, and what it means for somebody who writes a spec.
SYNTAX: Final[Mapping[str, tuple[str, str]]] = {
    "mapping values are not allowed in this context": (
        "a colon where no key can stand",
        "put a value that holds a colon in quotes, and check the indentation",
    ),
    "mapping values are not allowed here": (
        "a colon where no key can stand",
        "put a value that holds a colon in quotes, and check the indentation",
    ),
    "found a tab character that violates indentation": TAB,
    "found a tab character where an indentation space is expected": TAB,
    "could not find expected ':'": ("a line without a colon", 'write "key: value", or indent the line below its key'),
    "did not find expected key": ("a line that is neither a key nor a list item", "check quotes and indentation"),
    "did not find expected '-' indicator": ("a line that is not a list item", "start it with a hyphen or move it left"),
    "found unexpected end of stream": ("a quotation mark that is never closed", "close it"),
    "did not find expected ',' or ']'": ("a bracket [ that is never closed", "close it with ]"),
    "did not find expected ',' or '}'": ("a bracket { that is never closed", "close it with }"),
}


def _syntax(error: yaml.MarkedYAMLError, name: str, text: str) -> Finding:
    at = error.context_mark if _is_unclosed(error) else error.problem_mark
    mark = (at.line + 1, at.column + 1) if at else (1, 1)
    if error.problem == "exceeded maximum nesting depth":  # libyaml looks ahead, and from 0.2.6 on no further than this
        return _finding("yaml-depth", name, mark, *DEEP)
    lines = text.split("\n")
    char = lines[mark[0] - 1][mark[1] - 1 : mark[1]] if mark[0] <= len(lines) else ""
    if "cannot start any token" in str(error.problem):
        what = TAB if char == "\t" else (f"{char} at the start of a value", "put it in quotes")
    else:
        what = SYNTAX.get(str(error.problem), (f"the line cannot be read ({error.problem})", "check it"))
    return _finding("yaml-syntax", name, mark, what[0], fix=what[1])


def _is_unclosed(error: yaml.MarkedYAMLError) -> bool:
    """Whether the place to mend is where something was opened, not where the parser gave up."""
    return error.context_mark is not None and SYNTAX.get(str(error.problem), ("",))[0].endswith("never closed")


def _wrong_top(tree: Tree, name: str, text: str) -> Finding:
    if tree is None:
        seen = "the file says nothing" if text.strip() else "the file is empty"
    else:
        seen = "the file is a list" if isinstance(tree, list) else "the file is one piece of text"
    return _finding("yaml-top", name, (1, 1), seen, 'lines of the form "key: value"')


def _mark(event: yaml.Event) -> Mark:
    at = event.start_mark
    return (at.line + 1, at.column + 1) if at else (1, 1)


def _mark_after(text: str) -> Mark:
    return text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1


def _joined(address: str, key: str) -> str:
    return f"{address}.{key}" if address else key


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."  # noqa: PLR2004 - what fits on a line


def _finding(
    rule: str, name: str, mark: Mark, seen: str, accepted: str = "", fix: str = "", address: str = ""
) -> Finding:
    return Finding(rule, "error", address, seen, accepted, fix, place=f"{name}:{mark[0]}:{mark[1]}")


def _too_large(name: str) -> Finding:
    return _finding("text-size", name, (1, 1), "the file is larger than 1 MB", "at most 1 MB of text")


def _too_many(name: str, mark: Mark) -> Finding:
    return _finding("too-many-problems", name, mark, f"more than {MAX_PROBLEMS} problems", fix="mend these first")


def _refuse(*findings: Finding) -> NoReturn:
    raise InputError(findings)
