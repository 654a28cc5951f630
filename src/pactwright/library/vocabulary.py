"""vocabulary.yml: closed lists of words, each with what is said of it; a later layer changes and adds words by id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Final

from pydantic import BeforeValidator

from pactwright.findings import nearest
from pactwright.library.merging import laid_over
from pactwright.library.model import Rows
from pactwright.library.reading import NO_KEYS, SHORT_CHARACTERS, Form, Mapped, Problems, Said, read
from pactwright.library.schedules import RowTests
from pactwright.library.words import ASK, Lists

Entry = Annotated[
    Mapped[Said], BeforeValidator(lambda typed: {"meaning": typed} if typed and isinstance(typed, str) else typed)
]

# What has to be said of each word of a list, beside which the program or the clauses are helpless.
SAID: Final[Mapping[str, tuple[str, ...]]] = {
    "roles": ("meaning", "one", "many"),
    "columns": ("term", "means"),
    "documents": ("title", "meaning"),
    "kinds": ("meaning", "public", "legal_entity"),
}
ANSWERS: Final = ("party", "outsider", "public", "legal_entity", "place_law", "collective")


def vocabulary_from(tree: Any, problems: Problems, base: Lists) -> dict[str, Mapping[str, Mapping[str, str]]]:  # noqa: ANN401 - a tree of text
    """The lists of a file over those of the layers below it.

    A known word changes by the keys that it gives. A new one stands last, or `after:` another; `drop: yes` takes one
    out.
    """
    lists: dict[str, Mapping[str, Mapping[str, str]]] = dict(base)
    for name, typed in read(dict[str, Mapped[Entry]], tree, problems).items():
        if base and name not in base:
            seen, accepted = f'"{name}" is no list of the vocabulary', f"one of {', '.join(base)}"
            problems.add("unknown-key", name, seen, accepted, nearest(name, base))
            continue
        lists[name] = laid_over(lists.get(name, {}), typed, problems, name, noun=f"word of {name}")
        for word in (each for each in typed if each in lists[name]):
            _check(name, f"{name}.{word}", lists[name][word], problems)
    return lists


def _check(name: str, address: str, entry: Mapping[str, str], problems: Problems) -> None:
    for key in SAID.get(name, ()):
        if not entry.get(key):
            problems.missing(address, key, "", f'add "{key}:"')
    if len(short := entry.get("short", "")) > SHORT_CHARACTERS:
        seen = f'"{short}" has {len(short)} characters'
        problems.add("short", f"{address}.short", seen, f"at most {SHORT_CHARACTERS}")
    for key in (each for each in ANSWERS if entry.get(each, "no") not in {"yes", "no"}):
        may_ask = key == "public" and name == "kinds"
        if not (may_ask and entry[key] == ASK):
            accepted = f"yes, no or {ASK}" if may_ask else "yes or no"
            problems.add("wrong-type", f"{address}.{key}", f'"{entry[key]}" is not an answer', accepted)


class _ColumnForm(Form, extra="ignore"):
    rows: RowTests = NO_KEYS


class _RowsForm(Form, extra="ignore"):
    columns: Annotated[Mapped[_ColumnForm], BeforeValidator(lambda typed: typed if isinstance(typed, dict) else {})] = (
        NO_KEYS
    )


def column_rows_from(tree: Any, problems: Problems) -> dict[str, Rows]:  # noqa: ANN401 - a tree of text
    """The rows that each column of a file governs, where it says which."""
    return {name: each.rows for name, each in read(_RowsForm, tree, problems).columns.items() if each.rows}


def without_rows(tree: Mapping[str, Any]) -> Mapping[str, Any]:
    """The lists of a file without the rows that columns govern; a column that says nothing else is no word."""
    columns = tree.get("columns")
    if not isinstance(columns, dict):
        return tree
    words = {name: _without(said) if isinstance(said, dict) else said for name, said in columns.items()}
    return {**tree, "columns": {name: said for name, said in words.items() if said or not columns[name]}}


def _without(said: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in said.items() if key != "rows"}
