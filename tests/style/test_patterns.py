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
from pactwright.style.patterns import pattern_hits
from pactwright.wording.checks import Names
from pactwright.wording.style import STYLE, Passage, PassageKind
from tests.stories import ROOT
from tests.trees import build_tree

HERE = Path(__file__).parent
BAD: dict[str, list[str]] = yaml.safe_load((HERE / "bad_sentences.yml").read_text("utf-8"))
GOOD = [each for each in (HERE / "good_sentences.txt").read_text("utf-8").splitlines() if each]
BAD_TEXTS: dict[str, dict[PassageKind, list[str]]] = yaml.safe_load((HERE / "bad_texts.yml").read_text("utf-8"))
PASSED = (HERE / "sentences.txt").read_text("utf-8").splitlines()
PATTERNS = patterns_for((Layer(ROOT / "clauses", "clauses"),), [])


@cache
def names() -> Names:
    return names_of(loaded(""))


def found(said: str, kind: PassageKind = "wording") -> list[str]:
    """The checks of style that find something in a text."""
    hits = [name for name, pattern in PATTERNS.items() if any(pattern_hits(pattern, (kind,), said))]
    return hits + [name for name, check in STYLE.items() if any(check(Passage(kind, said, names())))]


@pytest.mark.parametrize("said", PASSED)
def test_a_sentence_that_nobody_should_sign_is_found(said: str) -> None:
    assert found(said)


def test_each_pattern_has_bad_sentences() -> None:
    assert {name for name, said in BAD.items() if len(said) >= 3} == PATTERNS.keys()


@pytest.mark.parametrize(("name", "said"), [(name, each) for name, said in BAD.items() for each in said])
def test_a_pattern_finds_what_it_is_for(name: str, said: str) -> None:
    kinds = PATTERNS[name].kinds
    assert any(pattern_hits(PATTERNS[name], kinds[:1], said)), kinds


def test_each_check_that_is_no_pattern_has_bad_texts() -> None:
    counted = {"note-length", "long-list"}  # whose bad texts are numbers
    assert {name for name, texts in BAD_TEXTS.items() if sum(map(len, texts.values())) >= 3} == STYLE.keys() - counted


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [(name, kind, each) for name, texts in BAD_TEXTS.items() for kind, said in texts.items() for each in said],
)
def test_a_check_finds_what_it_is_for(name: str, kind: PassageKind, said: str) -> None:
    assert any(STYLE[name](Passage(kind, said, names())))


@pytest.mark.parametrize(("words", "is_wrong"), [(3, True), (89, True), (90, False), (140, False), (141, True)])
def test_a_note_is_as_long_as_a_note(words: int, *, is_wrong: bool) -> None:
    passage = Passage("note", f"## Watch\n\n{'word ' * words}", names())
    assert any(STYLE["note-length"](passage)) is is_wrong


@pytest.mark.parametrize(("items", "is_wrong"), [(0, False), (8, False), (9, True), (12, True), (40, True)])
def test_a_list_is_no_table(items: int, *, is_wrong: bool) -> None:
    assert any(STYLE["long-list"](Passage("wording", "One of:", names(), items=items))) is is_wrong


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("wording", "{{ city | a }} must open the gate. {{ partner | a }} must lock it."),
        ("wording", "{{ partner | a }} must open the gate and must lock it."),
        ("wording", "The keys must be kept by {{ city | a }}."),
        ("wording", "If it rains, {{ city | a }} must close the gate unless a party objects."),
        ("definition", "the report that [[pilot/plan]] asks for"),
        ("phrase", "the party that holds the site"),
        ("heading", "What the limits do not change"),
        ("heading", "Background IP"),
        ("summary", "The keys must be kept. The city must lock up and the partner must too."),
    ],
)
def test_checks_leave_good_texts_alone(kind: PassageKind, said: str) -> None:
    assert [name for name, check in STYLE.items() if any(check(Passage(kind, said, names(), ("IP",))))] == []


@pytest.mark.parametrize("said", GOOD)
def test_good_wording_is_left_alone(said: str) -> None:
    assert found(said) == []


USELESS = {
    '"(a" is no regular expression': "way:\n  pattern: '(a'\n  why: x\n  say: y\n",
    '"walls" is no kind of text': "wall:\n  pattern: a\n  why: x\n  say: y\n  in: [walls]\n",
    '"long-sentence" is a check already': "long-sentence:\n  pattern: a\n  why: x\n  say: y\n",
    '"maybe" is not an answer': "and-or: {drop: maybe}\n",
    '"no-such" is no pattern': "no-such: {drop: yes}\n",
    '"say" is missing': "silent:\n  pattern: a\n  why: x\n",
}
"""What is said of each pattern that cannot be used."""


@pytest.fixture(name="useless", scope="module")
def said_of_patterns_that_cannot_be_used(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What is said of a house with all of them."""
    house = build_tree(tmp_path_factory.mktemp("house"), {"style.yml": "".join(USELESS.values())})
    return [str(each) for each in checked(house).findings]


@pytest.mark.parametrize("said", USELESS)
def test_a_pattern_that_cannot_be_used_is_told(said: str, useless: list[str]) -> None:
    assert any(said in line and "style.yml:" in line for line in useless)
