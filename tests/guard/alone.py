"""What comes of a spec, drafted alone and drafted in a batch: the one place that knows what documents share."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Final, Literal

from pactwright.document import Agreement
from pactwright.drafting import Draft
from pactwright.errors import InputError
from pactwright.provenance import traced
from pactwright.selection import Selection
from pactwright.service import SpecFile, drafts_of, read_tree
from pactwright.writers import WRITERS, Theme
from tests.guard.caches import caches_of_documents
from tests.guard.rows import Group, Held, Row, Way
from tests.stories import DOCUMENTS, NOWHERE, TEMPLATE

THEME: Final = Theme(TEMPLATE)
PROVENANCE: Final = ": provenance"


@dataclass(frozen=True)
class Made:
    """Digests of everything that comes of a spec, part by part, and of its Word files; or why nothing comes of it."""

    parts: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    refused: str = ""

    def differing(self, other: Made) -> list[str]:
        """What is not the same in both; a Word file only where both have one."""
        parts = {name for name, _ in self.parts.items() ^ other.parts.items()}
        files = {name for name in self.files.keys() & other.files.keys() if self.files[name] != other.files[name]}
        return sorted(parts | files | ({"what is refused"} if self.refused != other.refused else set()))


class Compared:
    """What comes of some rows, each drafted alone and in a batch, the groups in an order of their own."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self.groups = list(groups)
        random.Random(1).shuffle(self.groups)  # noqa: S311 - an order, no secret
        self.rows = list(chain.from_iterable(self.groups))
        forgetting()()  # what another test left would be no row's
        self.batch = list(in_a_batch(self.rows))
        once = {row.name: row for row in self.rows}
        self.alone = dict(zip(once, alone(once.values()), strict=True))

    @property
    def held(self) -> set[Held]:
        """What the rows hold."""
        return {each for row in self.rows for each in row.holds}

    @property
    def wrong(self) -> list[str]:
        """What is not as it is alone, row by row."""
        pairs = (
            (row.name, made.differing(self.alone[row.name])) for row, made in zip(self.rows, self.batch, strict=True)
        )
        return [f"{name}: {part}" for name, parts in pairs for part in parts]

    @property
    def refused(self) -> set[Held]:
        """What the rows do of which nothing comes."""
        return {each for row in self.rows if self.alone[row.name].refused for each in row.holds}


def alone(rows: Iterable[Row]) -> Iterator[Made]:
    """What comes of each row when nothing was drafted before.

    The documents and ways of one row follow one another, in a batch the other way round: what of one may not be in
    another shows all the same, at a sixth of the cost.
    """
    return _made(rows, forgetting(), -1)


def forgetting() -> Callable[[], None]:
    """What empties everything that documents share."""
    caches = caches_of_documents()

    def forget() -> None:
        for each in caches:
            each.cache_clear()

    return forget


def in_a_batch(rows: Iterable[Row]) -> Iterator[Made]:
    """What comes of each row, drafted after those before it."""
    return _made(rows, lambda: None, 1)


def _made(rows: Iterable[Row], before: Callable[[], None], order: Literal[1, -1]) -> Iterator[Made]:
    """What comes of each row, its documents and ways in their order or the other way round.

    An agreement that only has another spec behind it gets no Word file of its own.
    """
    written = set[str]()
    for row in rows:
        before()
        try:
            source = read_tree(Path("spec.yml"), row.tree, NOWHERE)
        except InputError as refused:
            yield Made(refused=_written(refused.findings))
            continue
        made = Made()
        for way in row.ways[::order]:
            _add(made, source, DOCUMENTS[::order], way, written)
        yield made


def _add(made: Made, source: SpecFile, documents: tuple[str, ...], way: Way, written: set[str]) -> None:
    drafts = drafts_of(source, documents, is_final=way == "final", notes="city" if way == "notes" else None)
    made.parts.update({f"{way}: {part}": digest for part, digest in _told(drafts)})
    for draft in drafts:
        _add_document(made, source, draft, way, written)


def _add_document(made: Made, source: SpecFile, draft: Draft, way: Way, written: set[str]) -> None:
    document = draft.agreement.document
    agreement = traced(draft.agreement, source.spec, source.library, TEMPLATE)
    sheet = [("sheet", _digest(draft.sheet))] if draft.sheet else []
    found = chain(_parts(agreement), sheet, choices_in(draft.selection) if way == "draft" else ())
    parts = {f"{document}, {way}: {part}": digest for part, digest in found}
    made.parts.update(parts)
    words = _written([digest for part, digest in parts.items() if not part.endswith(PROVENANCE)])
    if way != "final" and words not in written:
        written.add(words)
        file = WRITERS["docx"](agreement, THEME)
        made.files[f"{document}, {way}: Word file"] = hashlib.sha256(file).hexdigest()


def _told(drafts: tuple[Draft, ...]) -> Iterator[tuple[str, str]]:
    """Digests of what is said about the documents of a spec; which of them says it depends on their order."""
    yield "findings", _written(sorted({repr(each) for draft in drafts for each in draft.findings}))
    yield "facts not printed", _written(sorted({each for draft in drafts for each in draft.unprinted}))


def _parts(agreement: Agreement) -> Iterator[tuple[str, str]]:
    """Digests of all of an agreement, piece by piece, so that a difference names its place."""
    for name in type(agreement).__annotations__:
        if name != "articles":
            yield name, _digest(getattr(agreement, name))
    for article in agreement.articles:
        yield article.heading.label, _digest(article.heading)
        yield from ((clause.id or "definitions", _digest(clause)) for clause in article.clauses)


def choices_in(selection: Selection) -> Iterator[tuple[str, str]]:
    """Digests of each issue as it stands, which is the same in every way of asking for a document."""
    for name, issue in selection.issues.items():
        chosen = (issue.chosen, issue.reason, issue.origin, issue.kinds, issue.passed_over, issue.undecided)
        yield f"choice of {name}", _written((*chosen, issue.values))


def _digest(value: object) -> str:
    """A digest of a part of an agreement, in which there is nothing but text."""
    return str(hash(value))


def _written(value: object) -> str:
    """A digest of a value as it is written out: what is equal and prints otherwise, as 2 and 2.0, is told apart."""
    return hashlib.sha256(repr(value).encode("utf-8", "surrogatepass")).hexdigest()
