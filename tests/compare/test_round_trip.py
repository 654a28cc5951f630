"""LibreOffice opens a document and saves it again: every clause is found, and edits made there are named."""

from __future__ import annotations

from pathlib import Path

from pactwright.compare import Comparison
from tests import stories
from tests.compare.returned import held_against
from tests.edits import delete, edited, paste_after, reword, unwrap
from tests.office import saved

STORIES = (("startup-pilot", "pilot-agreement"), ("street-demonstration", "mou"), ("two-cities", "pilot-agreement"))
CLAUSE = "liability/cap"


def test_every_clause_is_found_after_libreoffice(tmp_path: Path) -> None:
    drafted = {f"{name}-{kind}": stories.docx(stories.sound(stories.spec_tree(name), kind)) for name, kind in STORIES}
    for name, data in saved(drafted, tmp_path).items():
        comparison = held_against(drafted[name], data)
        assert comparison.has_same_words, name
        assert comparison.differences == (), name
        assert not comparison.has_same_parts
        clauses = [each for each in comparison.found if "/" in each.id or each.id.startswith("schedule:")]
        assert len(clauses) > 10
        assert {each.routes[0] for each in clauses} <= {"tag", "bookmark"}, name


def test_edits_are_named_after_libreoffice(tmp_path: Path) -> None:
    drafted = stories.docx(stories.sound(stories.spec_tree("startup-pilot")))
    edits = (
        reword(CLAUSE, "must take", "may take"),
        delete("data/security"),
        unwrap("ip/project-ip"),
        paste_after("general/general", "The Partner must use best efforts."),
    )
    [data] = saved({"edited": edited(drafted, *edits)}, tmp_path).values()
    comparison: Comparison = held_against(drafted, data)
    states = {each.id: each.state for each in comparison.found if each.state not in {"same", "renumbered"}}
    assert states == {CLAUSE: "edited", "data/security": "missing"}
    assert [(each.after, each.lines) for each in comparison.added] == [
        ("general/general", ("The Partner must use best efforts.",))
    ]
