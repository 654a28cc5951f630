"""Whatever a final prints is needed, or may stay out for a reason that somebody has reviewed."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from pactwright.document import Agreement, Paragraph, Value, words
from pactwright.errors import InputError
from pactwright.findings import Finding
from pactwright.service import SpecFile, drafts_of, read_tree
from pactwright.textfile import parsed
from tests.stories import ROOT, Tree, tree_in

EXAMPLE = ROOT / "examples" / "startup-pilot" / "spec.yml"
REVIEWED: Tree = tree_in(Path(__file__).with_name("may_stay_out.yml"))
DOCUMENTS = {"pilot-agreement": 200, "mou": 60}
"""The documents of the example, and how many addresses each prints at least."""


def addresses(tree: object, above: str = "") -> Iterator[str]:
    """The address of every value of a tree."""
    if isinstance(tree, dict | list):
        for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield from addresses(value, f"{above}{key}.")
    else:
        yield above.removesuffix(".")


def without(tree: Tree, address: str) -> Tree:
    """A copy of the tree without one value."""
    new: Any = copy.deepcopy(tree)
    *way, last = address.split(".")
    holder = new
    for key in way:
        holder = holder[int(key)] if isinstance(holder, list) else holder[key]
    if isinstance(holder, list):
        del holder[int(last)]
    else:
        del holder[last]
    return dict(new)


def printed(value: object) -> Iterator[str]:
    """The address of every value that a document prints."""
    if isinstance(value, Value):
        yield value.address
    elif isinstance(value, tuple):
        for each in value:
            yield from printed(each)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from printed(getattr(value, name))


def clauses(agreement: Agreement) -> list[str]:
    """Every paragraph of every clause."""
    blocks = (block for article in agreement.articles for clause in article.clauses for block in clause.blocks)
    return [words(block.runs) for block in blocks if isinstance(block, Paragraph)]


@cache
def example(document: str) -> tuple[Tree, SpecFile, Agreement]:
    """The example as it is typed, as it is read, and the final of a document."""
    tree, marks = parsed(EXAMPLE.read_text("utf-8"), "spec.yml")
    source = read_tree(EXAMPLE, dict(tree), marks)
    [draft] = drafts_of(source, (document,), is_final=True)
    assert draft.is_sound
    return tree, source, draft.agreement


def verdict(document: str, address: str) -> str:
    """What becomes of a final without one value: refused at its address, refused elsewhere, same or otherwise."""
    tree, source, whole = example(document)
    found: Iterable[Finding]
    try:
        [draft] = drafts_of(read_tree(EXAMPLE, without(tree, address), source.marks), (document,), is_final=True)
    except InputError as refused:
        found = refused.findings
    else:
        found = draft.findings
        if draft.is_sound:
            return "same" if clauses(draft.agreement) == clauses(whole) else "otherwise"
    refused_at = {(each.address, each.place) for each in found if each.level == "error"}
    own = {(each, source.marks.place(each)) for each in (address, address.rpartition(".")[0])}
    return "refused" if refused_at & own else f"refused at {refused_at}"


@pytest.mark.parametrize(("document", "at_least"), DOCUMENTS.items())
def test_whatever_a_final_prints_is_refused_on_its_line_or_may_stay_out_for_a_reason(
    document: str, at_least: int
) -> None:
    tree, _, agreement = example(document)
    reviewed, shown = REVIEWED[document], set(printed(agreement))
    told = {address: verdict(document, address) for address in addresses(tree) if address in shown}
    assert len(told) > at_least
    used = set()
    for address, said in told.items():
        reasons = [pattern for pattern in reviewed.get(said, {}) if fnmatchcase(address, pattern)]
        assert said == "refused" or reasons, f"{address}: {said}"
        used.update(reasons)
    assert used == {*reviewed["same"], *reviewed["otherwise"]}
