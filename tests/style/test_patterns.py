"""Words that our text does not say are found, and good wording is not."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from pactwright.checking import checked
from pactwright.library.checks.items import names_of
from pactwright.library.layers import Layer
from pactwright.library.load import loaded
from pactwright.library.style import patterns_for
from pactwright.style.found import pattern_hits
from pactwright.wording.checks import Names
from pactwright.wording.style import STYLE, Passage, PassageKind
from tests.stories import ROOT
from tests.trees import build_tree

HERE = Path(__file__).parent
BAD: dict[str, list[str]] = yaml.safe_load((HERE / "bad_sentences.yml").read_text("utf-8"))
GOOD = [each for each in (HERE / "good_sentences.txt").read_text("utf-8").splitlines() if each]
PASSED = (HERE / "sentences.txt").read_text("utf-8").splitlines()
PATTERNS = patterns_for((Layer(ROOT / "clauses", "clauses"),), [])


@cache
def names() -> Names:
    return names_of(loaded(""))


def found(said: str, kind: PassageKind = "wording") -> list[str]:
    """The checks of style that find something in a text."""
    hits = [name for name, pattern in PATTERNS.items() if any(pattern_hits(pattern, kind, said))]
    return hits + [name for name, check in STYLE.items() if any(check(Passage(kind, said, names())))]


@pytest.mark.parametrize("said", PASSED)
def test_a_sentence_that_nobody_should_sign_is_found(said: str) -> None:
    assert found(said)


def test_each_pattern_has_bad_sentences() -> None:
    assert {name for name, said in BAD.items() if len(said) >= 3} == PATTERNS.keys()


@pytest.mark.parametrize(("name", "said"), [(name, each) for name, said in BAD.items() for each in said])
def test_a_pattern_finds_what_it_is_for(name: str, said: str) -> None:
    kind: PassageKind = "wording" if "wording" in PATTERNS[name].kinds else "phrase"
    assert name in found(said, kind)


@pytest.mark.parametrize("said", GOOD)
def test_good_wording_is_left_alone(said: str) -> None:
    assert found(said) == []


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("way:\n  pattern: '(a'\n  why: x\n  say: y\n", '"(a" is no regular expression'),
        ("way:\n  pattern: a\n  why: x\n  say: y\n  in: [walls]\n", '"walls" is no kind of text'),
        ("long-sentence:\n  pattern: a\n  why: x\n  say: y\n", '"long-sentence" is a check already'),
        ("and-or: {drop: maybe}\n", '"maybe" is not an answer'),
        ("no-such: {drop: yes}\n", '"no-such" is no pattern'),
        ("way:\n  pattern: a\n  why: x\n", '"say" is missing'),
    ],
)
def test_a_pattern_that_cannot_be_used_is_told(tmp_path: Path, file: str, said: str) -> None:
    house = build_tree(tmp_path / "house", {"style.yml": file})
    assert any(said in str(each) and "style.yml:" in str(each) for each in checked(house).findings)
