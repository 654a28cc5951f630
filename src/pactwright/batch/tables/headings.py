"""What the headings of a sheet mean: for each column the address that it fills, and how values are read there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from pactwright.batch.tables.labels import addresses_meant
from pactwright.findings import Finding, closest, in_order
from pactwright.library.model import Issue, Parameter
from pactwright.library.moves import new_address, remark
from pactwright.library.values import READS
from pactwright.spec.addresses import ISSUE
from pactwright.spec.choices import WORDS
from pactwright.spec.form import PARAMETER, near_address, place_at
from pactwright.workbooks.cells import TableColumn
from pactwright.workbooks.leftovers import leftovers
from pactwright.workbooks.sheet import shown

KEY: Final = "key"
NOTES: Final = "#"
CHOICES: Final = "choices."
MOST_BELOW: Final = 2  # a parameter, and whose value it is
ACCEPTED: Final = "an address of the spec, a choice, key, or # and any words for notes"

Issues: TypeAlias = Mapping[str, Issue]
Place: TypeAlias = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class HeadingRules:
    """What the headings of a sheet are held against.

    `above` is what stands before their addresses ("parties.city.signatories.0."), `special` are the columns that fill
    no address, and `issues` those of a library, so that a choice that it does not know is refused once, not per row.
    `moved` are old addresses of that library, each with the one under which it is read now.
    """

    above: str = ""
    special: tuple[str, ...] = (KEY,)
    issues: Issues | None = None
    moved: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Headings:
    """The columns of a sheet that fill an address, the special ones by name, and those of notes.

    `width` is the number of the last heading, and `gaps` are the columns before it that have none. `remarks` tell which
    headings are old addresses.
    """

    columns: tuple[TableColumn, ...]
    special: Mapping[str, int]
    notes: frozenset[int]
    width: int
    gaps: tuple[int, ...]
    remarks: tuple[Finding, ...] = ()


def headings_of(texts: Sequence[str], place: Place, form: HeadingRules) -> tuple[Headings, tuple[Finding, ...]]:
    """The meaning of each heading, and what is wrong with some; `place` says where the heading of a column stands."""
    filled = {number: text for number, text in enumerate(texts, start=1) if text}
    named = {number: text for number, text in filled.items() if not text.startswith(NOTES) or _is_left(text)}
    special = {text.lower(): number for number, text in reversed(named.items()) if text.lower() in form.special}
    others = {number: text for number, text in named.items() if text.lower() not in form.special}
    columns = {number: _column_meant(number, text, form) for number, text in others.items()}
    known = tuple(column for column in columns.values() if column)
    unknown = (_unknown(named[number], place(number), form) for number, column in columns.items() if not column)
    findings = in_order((*unknown, *_twice(named, known, place)))
    width = max(filled, default=0)
    gaps = tuple(number for number in range(1, width) if number not in filled)
    notes = frozenset(filled.keys() - named.keys())
    return Headings(known, special, notes, width, gaps, tuple(_moved(others, columns, place, form))), findings


def _moved(
    texts: Mapping[int, str], columns: Mapping[int, TableColumn | None], place: Place, form: HeadingRules
) -> Iterator[Finding]:
    """A remark on each heading that is an old address of the library."""
    for number, text in texts.items():
        old = (form.above + text).removeprefix(CHOICES)
        if columns[number] and (new := _as_moved(old, form.moved)) != old:
            yield remark(CHOICES + old, CHOICES + new, place=place(number))


def _as_moved(address: str, moved: Mapping[str, str]) -> str:
    """The address of a choice as it is now, with whatever stands below it."""
    issue, *below = address.split(".")
    now = new_address(".".join([issue, *below[:1]]), moved)
    return ".".join([now, *below[1:]])


def _is_left(text: str) -> bool:
    """Whether a heading is what a spreadsheet or a script left there."""
    return leftovers().names_error(text) or leftovers().holds(text)


def _column_meant(number: int, text: str, form: HeadingRules) -> TableColumn | None:
    """The column of a heading as it stands, or of what it says in capitals or in the words of the form."""
    found = _column(number, text, form)
    if found or _is_left(text):
        return found
    meant = (_column(number, each, form) for each in addresses_meant(text, form.above, form.issues or {}))
    return next(filter(None, meant), None)


def _column(number: int, text: str, form: HeadingRules) -> TableColumn | None:
    full = form.above + text
    if full.startswith(CHOICES):
        return _choice_column(number, CHOICES + _as_moved(full.removeprefix(CHOICES), form.moved), form.issues)
    found = place_at(full)
    return TableColumn(number, text, found.shape, found.reads) if found else None


def _choice_column(number: int, full: str, issues: Issues | None) -> TableColumn | None:
    """The column of an option, a reason or a parameter; without a library any word may be a parameter."""
    issue, *below = full.removeprefix(CHOICES).split(".")
    if not ISSUE.fullmatch(issue) or (issues is not None and issue not in issues):
        return None
    if below in ([], ["option"]):
        return TableColumn(number, CHOICES + issue, "value", "word")
    if below == ["reason"]:
        return TableColumn(number, full, "value", "text")
    if issues is None:
        good = PARAMETER.fullmatch(below[0]) and len(below) <= MOST_BELOW
        return TableColumn(number, full, "value", "word") if good else None
    parameter = issues[issue].parameters.get(below[0])
    return _parameter_column(number, full, parameter, below[1:]) if parameter else None


def _parameter_column(number: int, full: str, parameter: Parameter, below: list[str]) -> TableColumn | None:
    reads = READS.get(parameter.type, "text")
    if parameter.source or len(below) > 1 or (below and not parameter.per):
        return None
    return TableColumn(number, full, "values" if parameter.type == "choices" else "value", reads)


def _unknown(text: str, place: str, form: HeadingRules) -> Finding:
    """What is said about a heading that is nothing we know, with the nearest one that we do know."""
    if _is_left(text):
        seen, fix = f"{shown(text)} is no heading but what a formula or a script left there", "type the heading"
        return Finding("error-heading", "error", text, seen, ACCEPTED, fix, place)
    special = closest(text.lower(), form.special)
    hints = (each for each in _near(text, form) if _column(0, each, form))
    near = next((each for each in (*hints, special) if each not in {"", text}), "")
    fix = f'did you mean "{near}"?' if near else ""
    return Finding("unknown-column", "error", text, f"{shown(text)} is not a column", ACCEPTED, fix, place)


def _near(text: str, form: HeadingRules) -> Iterator[str]:
    """Headings that may have been meant: a forgotten beginning or number first, then a slip in one part."""
    if ISSUE.match(text.removeprefix(CHOICES)):
        yield _near_choice(text.removeprefix(CHOICES), form.issues or {})
        return
    parts = text.split(".")
    numbered = (".".join([*parts[:length], "0", *parts[length:]]) for length in range(1, len(parts)))
    yield from (each for each in numbered if _column(0, each, form))
    yield near_address(form.above + text).removeprefix(form.above)


def _near_choice(text: str, issues: Issues) -> str:
    issue, *below = text.split(".")
    near = issue if issue in issues else closest(issue, issues)
    if below and near:
        words = (*WORDS, *issues[near].parameters)
        below[0] = below[0] if below[0] in words else closest(below[0], words)
    return CHOICES + ".".join([near, *below]) if near and all(below) else ""


def _twice(named: Mapping[int, str], columns: Sequence[TableColumn], place: Place) -> Iterator[Finding]:
    """What fills the same address as a column before it, whole or in part."""
    first: dict[str, int] = {}
    filled = {column.number: column.address for column in columns}
    for number, text in named.items():
        address = filled.get(number, text.lower())
        if address in first:
            yield _again(text, f"stands twice, first at {place(first[address])}", place(number))
        first.setdefault(address, number)
    whole = {column.address: column.number for column in columns if column.shape == "values"}
    for column in columns:
        parent = column.address.rpartition(".")[0]
        if parent in whole:
            seen = f"is a part of {parent}, which stands at {place(whole[parent])}"
            yield _again(column.address, seen, place(column.number))


def _again(text: str, seen: str, place: str) -> Finding:
    return Finding("column-twice", "error", text, f"{shown(text)} {seen}", "each fact in one column", "", place)
