"""What public models settle for the subject of an issue is settled by an item of ours, or there is a reason why not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pactwright.wording.parts import ids_in
from tests.stories import Tree, library, tree_in

HEADS: Tree = tree_in(Path(__file__).with_name("heads_of_terms.yml"))
LIBRARY = library("au-nsw")


def entries() -> Iterator[tuple[str, Tree]]:
    """Every head, with its issue."""
    for issue, heads in HEADS["issues"].items():
        yield from ((issue, head) for head in heads)


def items_of(issue: str) -> frozenset[str]:
    """The ids of all items that some option of an issue has."""
    return frozenset().union(*(ids_in(option.wordings.values()) for option in LIBRARY.options[issue].values()))


def unanswered(head: Tree) -> bool:
    """Whether a head names neither an item of the library nor a reason, or both."""
    issue, _, item = head.get("item", "").partition("#")
    return ("item" in head) == ("why" in head) or ("item" in head and item not in items_of(issue))


def test_every_issue_is_held_against_a_model_that_was_read() -> None:
    assert set(HEADS["issues"]) == set(LIBRARY.issues)
    assert {head["model"] for _, head in entries()} == set(HEADS["models"])
    assert not set(HEADS["models"]) & set(HEADS["unread"])


def test_every_head_has_an_item_or_a_reason() -> None:
    assert [(issue, head["head"]) for issue, head in entries() if unanswered(head)] == []


def test_a_head_without_an_item_of_ours_is_found() -> None:
    assert unanswered({"head": "insurance"})
    assert unanswered({"head": "insurance", "item": "liability/cap#insurance"})
    assert unanswered({"head": "a limit", "item": "liability/cap#cap", "why": "no need"})
