"""What no single text shows: sentences that stand twice, wordings that are long on average, figures nobody is shown."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from pactwright.checking import checked
from pactwright.style.repeated import in_two_issues, in_two_options, sentences_of
from pactwright.style.texts import Text
from tests.library.base import BASE, swapped
from tests.stories import ROOT
from tests.trees import build_tree

BAD: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("bad_wholes.yml").read_text("utf-8"))
TEAM, FIXED, CAP = (
    f"clauses/{name}" for name in ("governance/structure/team.md", "term/term/fixed.md", "liability/cap/issue.yml")
)
LEAD, MULTIPLE = "clauses/governance/structure/lead.md", "clauses/liability/cap/multiple.md"
KEPT = "{{ party | all }} must keep a written record of each answer that they give to the others."
KEPT_ELSEWHERE = "{{ party | all }} must keep a written record of every answer that they give to the others."
LONG = (
    "{{ party | all }} must bear at most {{ multiple | times }} what they put in before the End Date, whatever the "
    "claim is about and whoever makes it, and on any legal basis."
)
WORK = "{{ party | all }} must carry out the rest of the work."


def added(file: str, sentence: str) -> dict[str, str]:
    """The changes that put a sentence of an item of its own at the end of the agreement wording of an option."""
    wording, mark, rest = BASE[file].partition("\n\n# Statement" if "# Statement" in BASE[file] else "\n\n# Note")
    return {file: f"{wording}\n9. {{#added}} {sentence}{mark}{rest}"}


def told(root: Path, changes: Mapping[str, str], rule: str) -> list[str]:
    """What one check says of the library of the tests with some changes, by the file in which it is seen."""
    style = {"clauses/style.yml": (ROOT / "clauses" / "style.yml").read_text("utf-8")}
    build_tree(root, {**BASE, **style, **changes})
    found = [each for each in checked(root / "clauses").findings if each.rule == rule]
    return [each.place.partition(":")[0] for each in found]


@pytest.mark.parametrize(
    ("rule", "changes", "file"),
    [
        ("sentence-in-two-options", {**added(TEAM, KEPT), **added(LEAD, KEPT)}, TEAM),
        ("sentence-in-two-issues", {**added(TEAM, KEPT), **added(MULTIPLE, KEPT_ELSEWHERE)}, MULTIPLE),
        (
            "average-length",
            {MULTIPLE: BASE[MULTIPLE].replace(BASE[MULTIPLE].split("#limit} ")[1].split("\n")[0], LONG)},
            MULTIPLE,
        ),
        ("hidden-figure", {}, CAP),
        ("work-after-the-end", {**added(MULTIPLE, WORK)}, MULTIPLE),
        ("heading", swapped(CAP, "heading: Limit of liability", "heading: Limit Of Liability"), CAP),
    ],
)
def test_what_is_wrong_with_a_whole_is_found(tmp_path: Path, rule: str, changes: Mapping[str, str], file: str) -> None:
    assert told(tmp_path, changes, rule) == [file]


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("sentence-in-two-options", {**added(TEAM, KEPT), **added(LEAD, WORK)}),
        ("sentence-in-two-issues", {**added(TEAM, KEPT), **added(MULTIPLE, WORK)}),
        ("average-length", {}),
        ("hidden-figure", swapped(CAP, "min: AUD 1,000", "min: AUD 1,000\n    key_term: Limit")),
        ("work-after-the-end", added(TEAM, WORK)),
        ("work-after-the-end", added(MULTIPLE, f"Before the end of the term, {WORK}")),
        ("heading", {}),
    ],
)
def test_what_is_right_is_left_alone(tmp_path: Path, rule: str, changes: Mapping[str, str]) -> None:
    assert told(tmp_path, changes, rule) == []


def text(issue: str, option: str, said: str) -> Text:
    """An item of an option."""
    return Text("wording", said, f"clauses/{issue}/{option}.md:9:1", f"{issue}/{option}", "item")


@pytest.mark.parametrize(("one", "other"), BAD["sentence-in-two-options"])
def test_a_sentence_of_two_options_is_found_whatever_stands_around_it(one: str, other: str) -> None:
    in_issue = sentences_of((text("liability/cap", "fixed", one), text("liability/cap", "multiple", other)))
    assert list(in_two_options(in_issue))
    assert not list(in_two_issues(in_issue))


@pytest.mark.parametrize(("one", "other"), BAD["sentence-in-two-issues"])
def test_a_sentence_of_two_issues_is_found_with_a_word_changed(one: str, other: str) -> None:
    apart = sentences_of((text("liability/cap", "fixed", one), text("term/term", "fixed", other)))
    assert list(in_two_issues(apart))
    assert not list(in_two_options(apart))


@pytest.mark.parametrize("said", BAD["average-length"])
def test_one_long_sentence_is_a_long_wording(tmp_path: Path, said: str) -> None:
    assert told(tmp_path, added(MULTIPLE, said), "average-length") == [MULTIPLE]


@pytest.mark.parametrize("parameter", BAD["hidden-figure"])
def test_an_amount_or_a_share_that_only_a_clause_shows_is_found(tmp_path: Path, parameter: str) -> None:
    changes = {CAP: f"{BASE[CAP]}  {parameter}\n".replace("min: AUD 1,000", "min: AUD 1,000\n    key_term: Limit")}
    assert told(tmp_path, changes, "hidden-figure") == [CAP]


def test_a_reason_keeps_a_figure_that_no_front_page_needs(tmp_path: Path) -> None:
    reason = "style: {hidden-figure: {amount: The law sets it.}}\n"
    assert told(tmp_path, {CAP: BASE[CAP] + reason}, "hidden-figure") == []
