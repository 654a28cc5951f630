"""What changes in a document if something in its spec were otherwise: the two drafts, held against each other.

Nothing is written: the spec is changed in memory, as the row of a batch changes the base.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pactwright.batch.base import Base
from pactwright.drafting import Draft, errors
from pactwright.errors import InputError
from pactwright.intake import typed_in
from pactwright.moving import read_as_moved
from pactwright.service import SpecFile, documents_of, drafts_of, read_tree
from pactwright.what_if.asked import Asked, changed
from pactwright.what_if.parts import PARTS, Part
from pactwright.what_if.things import Difference, differences


@dataclass(frozen=True, slots=True)
class Standing:
    """A spec as it stands, and the draft of one of its documents."""

    base: Base
    source: SpecFile
    draft: Draft


@dataclass(frozen=True, slots=True)
class Effect:
    """What differs in one part of the draft."""

    part: Part
    differences: tuple[Difference, ...]


def standing(path: Path, document: str | None = None, house: Path | None = None) -> Standing:
    """The spec in a file, `-` the one on standard input, and its draft; by default of the first document it names.

    Raises InputError with every problem of the spec, UsageError for what cannot be read.
    """
    tree, marks, _ = typed_in(path, house)
    source = read_tree(path, tree, marks, house)
    tree, marks, moved = read_as_moved(tree, marks, source.library.moves)
    source = read_tree(path, tree, marks, house) if moved else source
    [draft] = drafts_of(source, (document or documents_of(source.spec, source.library)[0],))
    return Standing(Base(path, tree, marks), source, draft)


def otherwise(now: Standing, asked: Sequence[Asked]) -> SpecFile:
    """The spec with what is asked; raises InputError with every reason for which it could not be read."""
    return read_tree(now.source.path, *changed(now.base, asked, now.source.library), now.source.house)


def redrafted(now: Standing, source: SpecFile) -> Draft:
    """The draft of the same document of another spec; raises InputError with every error in it."""
    [draft] = drafts_of(source, (now.draft.agreement.document,))
    if wrong := errors(draft.findings):
        raise InputError(wrong)
    return draft


def effects(before: Draft, after: Draft) -> tuple[Effect, ...]:
    """The differences of two drafts of one document, part by part; a part in which nothing differs has none."""
    return tuple(Effect(each, differences(each.things(before), each.things(after))) for each in PARTS)
