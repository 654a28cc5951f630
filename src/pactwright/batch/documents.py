"""One file that a row gives, before it has a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from pactwright.findings import Finding

if TYPE_CHECKING:
    from pactwright.document import Agreement
    from pactwright.selection import Selection

Clauses: TypeAlias = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Made:
    """The content of a file, and what a reader of the batch wants to know of it.

    `form` is its format ("docx", "txt", "html", "json"), `clauses` the issue, option and version of each clause in
    it, `terms` what it says: issue -> option ("none" when it is left out), issue.parameter -> value, as text;
    `warnings` have their places.
    """

    document: str
    form: str
    content: bytes
    clauses: Clauses
    terms: Mapping[str, str]
    warnings: tuple[Finding, ...] = ()


def clauses_of(agreement: Agreement) -> Clauses:
    """Issue, option and version of each clause that came out of the library, in the order of the document."""
    clauses = (clause for article in agreement.articles for clause in article.clauses)
    return tuple((clause.id, clause.option, clause.version) for clause in clauses if clause.option)


def terms_of(selection: Selection) -> dict[str, str]:
    """What a selection says, issue by issue, each followed by its parameters."""
    terms: dict[str, str] = {}
    for name, selected in selection.issues.items():
        terms[name] = selected.chosen
        terms |= {f"{name}.{parameter}": _text(value) for parameter, value in selected.values.items()}
    return terms


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(_text, value))
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_text(each)}" for key, each in sorted(value.items()))
    return "open" if value is None else str(value)
