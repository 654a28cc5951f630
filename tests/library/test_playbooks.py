"""A playbook: every mistake is told at its place; a departure is told, approved for just its value, or refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactwright.errors import InputError
from pactwright.library.playbooks import playbook_in
from pactwright.library.positions import Range
from pactwright.library.prebuilt import library_for
from pactwright.selection.departing import is_within
from pactwright.spec.amounts import money
from tests.consoles import came_of
from tests.stories import as_yaml, changed, spec_tree

GOOD = """\
schema: 1
party: council
issues:
  liability/cap:
    weight: 3
    prefer: [price-multiple]
    accept: [contribution-multiple]
    never: [own-loss]
    approver: Risk manager
    ranges: {low_fixed: {min: "AUD 60,000", max: "AUD 200,000"}}
    private: Our insurer asked for this.
"""


def playbook(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "playbook.yml"
    path.write_text(text, "utf-8")
    return path


def test_a_playbook_says_how_a_party_stands_to_each_option(tmp_path: Path) -> None:
    found = playbook_in(playbook(tmp_path, GOOD), library_for("au-nsw"))
    position = found.positions["liability/cap"]
    marks = {
        option: position.mark(option) for option in ("price-multiple", "contribution-multiple", "own-loss", "low-fixed")
    }
    assert marks == {
        "price-multiple": "prefers",
        "contribution-multiple": "accepts",
        "own-loss": "never",
        "low-fixed": "approval",
    }
    assert (found.party, position.weight, position.approver) == ("council", 3, "Risk manager")
    assert position.ranges["low_fixed"].words == "AUD 60,000 to AUD 200,000"


WRONG = {
    "issues: {}": ["1:1: error: missing-key", '"party" is missing'],
    "party: council\nissues:\n  liability/caps: {}\n": [
        'playbook.yml:4:3: error: unknown-issue: "liability/caps" is not an issue of the library',
        'did you mean "liability/cap"?',
    ],
    "party: council\nissues:\n  liability/cap: {prefer: [low-fixd]}\n": [
        'playbook.yml:4:28: error: unknown-option: "low-fixd" is not an option of liability/cap',
        'did you mean "low-fixed"?',
    ],
    "party: council\nissues:\n  liability/cap: {prefer: [low-fixed], never: [low-fixed]}\n": [
        'playbook.yml:4:48: error: listed-twice: "low-fixed" stands under prefer and under never'
    ],
    "party: council\nissues:\n  liability/cap: {weight: 4}\n": [
        '4:19: error: unknown-word: "4" is not accepted; one of 1, 2, 3'
    ],
    "party: council\nissues:\n  liability/cap: {ranges: {low_fixd: {min: AUD 1}}}\n": [
        '4:28: error: unknown-parameter: "low_fixd" is no parameter of liability/cap that has a range',
        'did you mean "low_fixed"?',
    ],
    "party: council\nissues:\n  liability/cap: {ranges: {low_fixed: {min: 'AUD 90,000', max: 'AUD 60,000'}}}\n": [
        "error: range: AUD 60,000 is below AUD 90,000"
    ],
    "party: council\nissues:\n  liability/cap: {ranges: {low_fixed: {min: 'AUD 1'}}}\n": [
        "error: out-of-range",
        "AUD 5,000",
    ],
}


@pytest.mark.parametrize("text", WRONG)
def test_a_mistake_in_a_playbook_is_told_at_its_place(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError) as refused:
        playbook_in(playbook(tmp_path, f"schema: 1\n{text}"), library_for("au-nsw"))
    for said in WRONG[text]:
        assert said in str(refused.value)


def told(tmp_path: Path, text: str, more: dict[str, object], *words: str) -> tuple[int, str]:
    """How `draft` of the start-up pilot comes out over a house that holds a playbook alone."""
    house = tmp_path / f"house-{len(list(tmp_path.iterdir()))}"  # a library is read once in a process
    house.mkdir()
    playbook(house, text)
    spec = tmp_path / "spec.yml"
    spec.write_text(as_yaml(changed(spec_tree("startup-pilot"), {"choices": CHOICES, **more})), "utf-8")
    came = came_of("draft", spec, "--library", house, "--format", "txt", "-o", tmp_path / "out", "--force", *words)
    return came.code, came.err


CHOICES = {"liability/cap": {"option": "low-fixed", "low_fixed": "AUD 100,000", "reason": "So insured."}}
APPROVED = [{"fact": "liability/cap", "party": "city", "value": "low-fixed", "by": "R. Lee", "date": "2026-11-20"}]
OURS = GOOD.replace("council", "city")


def test_a_departure_is_a_remark_in_a_draft_and_refused_in_a_final_until_just_it_is_approved(tmp_path: Path) -> None:
    code, err = told(tmp_path, OURS, {})
    assert code == 0
    assert 'warning: playbook-departure: "low-fixed" departs from the playbook of city and needs approval' in err
    assert "prefers price-multiple; accepts contribution-multiple" in err
    assert "by: Risk manager" in err
    code, err = told(tmp_path, OURS, {}, "--final")
    assert "error: playbook-departure" in err
    code, err = told(tmp_path, OURS, {"approvals": APPROVED})
    assert "playbook-departure" not in err
    other = [{**APPROVED[0], "value": "price-multiple"}]
    assert "playbook-departure" in told(tmp_path, OURS, {"approvals": other})[1]
    assert "Our insurer" not in err


def test_a_playbook_of_a_side_speaks_for_each_of_its_parties_and_a_strange_one_is_told(tmp_path: Path) -> None:
    assert "the playbook of city and" in told(tmp_path, GOOD.replace("council", "public"), {})[1]
    code, err = told(tmp_path, GOOD.replace("council", "cuoncil"), {})
    assert 'the playbook is of "cuoncil", which is neither a party of the spec nor a side' in err
    assert code == 0


def test_a_value_outside_the_range_is_told_with_the_range(tmp_path: Path) -> None:
    accepting = OURS.replace("[price-multiple]", "[low-fixed]")
    assert "playbook-departure" not in told(tmp_path, accepting, {})[1]
    low = {"liability/cap": {**CHOICES["liability/cap"], "low_fixed": "AUD 50,000"}}
    err = told(tmp_path, accepting, {"choices": low})[1]
    assert "is outside its range; AUD 60,000 to AUD 200,000" in err


def test_an_amount_in_another_currency_is_in_no_range() -> None:
    accepted = Range(money("AUD 10"), money("AUD 20"))
    assert is_within(accepted, money("AUD 20"))
    assert not is_within(accepted, money("AUD 21"))
    assert not is_within(accepted, money("USD 15"))
    assert is_within(Range(money("AUD 10")), money("15"))
