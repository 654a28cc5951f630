"""What comes of a spec, drafted alone and drafted in a batch: the one place that knows what documents share."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from pactwright.document import Agreement
from pactwright.drafting import Draft
from pactwright.errors import InputError
from pactwright.provenance import traced
from pactwright.workshop import Read, drafts_of, read_tree
from pactwright.writers.word import word
from tests.guard.caches import caches_of_documents
from tests.guard.rows import Group, Held
from tests.stories import DOCUMENTS, NOWHERE, TEMPLATE, Tree

PROVENANCE = ": provenance"


@dataclass(frozen=True)
class Made:
    """Digests of everything that comes of a spec, part by part, and of its Word files; or why nothing comes of it."""

    parts: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    refused: str = ""

    def words(self) -> dict[str, str]:
        """All but what tells one spec from another."""
        return {name: digest for name, digest in self.parts.items() if not name.endswith(PROVENANCE)}

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
        self.batch = list(in_a_batch(row.tree for row in self.rows))
        once = {row.name: row.tree for row in self.rows}
        self.alone = dict(zip(once, alone(once.values()), strict=True))

    @property
    def held(self) -> set[Held]:
        """What the rows hold."""
        return {row.holds for row in self.rows if row.holds}

    @property
    def wrong(self) -> dict[str, list[str]]:
        """What is not as it is alone, by the row that it was made of."""
        made = {row.name: each.differing(self.alone[row.name]) for row, each in zip(self.rows, self.batch, strict=True)}
        return {name: parts for name, parts in made.items() if parts}

    @property
    def refused(self) -> set[Held]:
        """What the rows do of which nothing comes."""
        return {row.holds for row in self.rows if row.holds and self.alone[row.name].refused}

    @property
    def silent(self) -> set[Held]:
        """What the rows do of which nothing shows, but that the spec is another."""
        return {
            row.holds
            for neighbour, *rows in self.groups
            for row in rows
            if row.holds and self.alone[row.name].words() == self.alone[neighbour.name].words()
        }


def alone(trees: Iterable[Tree]) -> Iterator[Made]:
    """What comes of each spec when nothing was drafted before.

    A draft is made after the final of the same document, in a batch before it: what of the one may not be in the other
    shows all the same, at half the cost.
    """
    caches = caches_of_documents()

    def before() -> None:
        for each in caches:
            each.cache_clear()

    return _made(trees, before, (True, False))


def in_a_batch(trees: Iterable[Tree]) -> Iterator[Made]:
    """What comes of each spec, drafted after those before it."""
    return _made(trees, lambda: None, (False, True))


def _made(trees: Iterable[Tree], before: Callable[[], object], statuses: tuple[bool, bool]) -> Iterator[Made]:
    """What comes of each spec; an agreement that only has another spec behind it gets no Word file of its own."""
    written = set[str]()
    for tree in trees:
        before()
        try:
            source = read_tree(Path("spec.yml"), tree, NOWHERE)
        except InputError as refused:
            yield Made(refused=_written(refused.findings))
            continue
        made = Made()
        for document in DOCUMENTS:
            before()
            for is_final in statuses:
                _add(made, source, *drafts_of(source, (document,), is_final=is_final), written=written)
        yield made


def _add(made: Made, source: Read, draft: Draft, *, written: set[str]) -> None:
    agreement = traced(draft.agreement, source.spec, source.library, TEMPLATE)
    name = f"{'final' if agreement.is_final else 'draft'} {agreement.document}"
    parts = {f"{name}: {part}": digest for part, digest in _parts(draft, agreement)}
    made.parts.update(parts)
    words = _written([digest for part, digest in parts.items() if not part.endswith(PROVENANCE)])
    if not agreement.is_final and words not in written:
        written.add(words)
        made.files[f"{name}: Word file"] = hashlib.sha256(word(agreement, TEMPLATE)).hexdigest()


def _parts(draft: Draft, agreement: Agreement) -> Iterator[tuple[str, str]]:
    """Digests of all of a draft, piece by piece, so that a difference names its place."""
    for name in type(agreement).__annotations__:
        if name != "articles":
            yield name, _digest(getattr(agreement, name))
    for article in agreement.articles:
        yield article.heading.label, _digest(article.heading)
        yield from ((clause.id or "definitions", _digest(clause)) for clause in article.clauses)
    yield "findings", _written(draft.findings)
    yield "facts not printed", _written(draft.unprinted)
    for name, issue in draft.selection.issues.items():
        chosen = (issue.chosen, issue.reason, issue.origin, issue.kinds, issue.passed_over, issue.undecided)
        yield f"choice of {name}", _written((*chosen, issue.values))


def _digest(value: object) -> str:
    """A digest of a part of an agreement, in which there is nothing but text."""
    return str(hash(value))


def _written(value: object) -> str:
    """A digest of a value as it is written out: what is equal and prints otherwise, as 2 and 2.0, is told apart."""
    return hashlib.sha256(repr(value).encode("utf-8", "surrogatepass")).hexdigest()
