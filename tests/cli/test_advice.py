"""What a message advises is taken: whoever does what it says gets no further word about that place."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run, Spec
from tests.stories import ROOT, Tree, as_yaml, changed, spec_tree, tree_in

MEANT = re.compile(r'did you mean "?([^"?]+)"?\?')
LISTED = re.compile(r"; (?:one of|such as) (.+?)(?:;|$)")
TREE = spec_tree("startup-pilot")
FULL = tree_in(ROOT / "tests" / "spec" / "full.yml")
SPECS = {"startup-pilot": TREE, "every field": {key: each for key, each in FULL.items() if key != "choices"}}

# What people type, and where; each is refused with advice that can be followed.
TYPED = {
    "funding.price": ["48 thousand", "AUD 48k", "48,000 AUD", "AUD48000", "$48,000", "AUD 48.000", "48 apples", "1e5"],
    "pilot.start": ["15/02/2027", "02/03/2027", "March 2027", "2027-2-1", "soon", "1.2.2027"],
    "jurisdiction": ["NSW", "AU-NSW", "nsw", "New South Wales", "au_nsw"],
    "model": ["Startup-Pilot", "startup pilot", "start-up"],
    "documents": ["pilot agreement", "MoU"],
    "parties.city.kind": ["Council", "city council", "COUNCIL"],
    "parties.city.side": ["Public", "city"],
    "funding.at_cost": ["true", "FALSE", "y"],
    "money.currency": ["aud", "AU", "dollars", "A$"],
    "money.tax": ["excl", "Exclusive", "plus GST"],
    "procurement.route": ["below threshold", "Competitive"],
    "contributions.0.quantity": ["1 200", "13.000", "-4", "twelve"],
    "milestones.sensors-live.amount": ["10 thousand", "AUD 10,00"],
}


def told_about(run: Run, spec: Spec, address: str, value: object) -> list[str]:
    """The errors at an address of the story, when something is typed there."""
    record = json.loads(run("check", spec(changed(TREE, {address: value})), "--json").out)
    return [
        f"{each['seen']}; {each['accepted']}; {each['fix']}"
        for each in record["findings"]
        if each["level"] == "error" and (each["address"] == address or each["address"].startswith(f"{address}."))
    ]


def advised(message: str) -> list[str]:
    """Every value that a message proposes."""
    meant = MEANT.findall(message)
    listed = LISTED.search(message)
    words = re.split(r", | or ", listed[1]) if listed else []
    return [*meant, *(word.strip('"') for word in words if word != "...")]


@pytest.mark.parametrize(("address", "typed"), [(address, each) for address, some in TYPED.items() for each in some])
def test_what_is_proposed_is_accepted(run: Run, spec: Spec, address: str, typed: str) -> None:
    messages = told_about(run, spec, address, [typed] if address == "documents" else typed)
    assert messages, "this is not refused at all"
    for value in advised(messages[0]):
        again = told_about(run, spec, address, [value] if address == "documents" else value)
        assert not [each for each in again if "is not a" in each], (value, again)


@pytest.mark.parametrize(
    ("address", "typed", "meant"),
    [
        ("funding.price", "48 thousand", "48,000"),
        ("funding.price", "AUD 1.5 million", "AUD 1,500,000"),
        ("funding.price", "48,000 AUD", "AUD 48,000"),
        ("jurisdiction", "NSW", "au-nsw"),
        ("jurisdiction", "AU-NSW", "au-nsw"),
        ("model", "Startup-Pilot", "startup-pilot"),
        ("parties.city.kind", "Council", "council"),
        ("funding.at_cost", "true", "yes"),
    ],
)
def test_the_one_thing_that_was_meant_is_named(run: Run, spec: Spec, address: str, typed: str, meant: str) -> None:
    [message] = told_about(run, spec, address, typed)
    assert MEANT.findall(message) == [meant]


@pytest.mark.parametrize(
    ("address", "typed", "read"),
    [
        ("pilot.start", "1 February 2027", "2027-02-01"),
        ("pilot.start", "February 1, 2027", "2027-02-01"),
        ("pilot.start", "1 Feb 2027", "2027-02-01"),
        ("pilot.start", "1st of", None),
        ("pilot.start", "31 February 2027", None),
        ("pilot.start", "1 Febtober 2027", None),
        ("funding.at_cost", "Yes", "yes"),
        ("funding.at_cost", "NO", "no"),
        ("choices.term/term", {"term_months": "12 months"}, {"term_months": "12"}),
        ("choices.term/term", {"term_months": "12 Months"}, {"term_months": "12"}),
        ("choices.term/term", {"term_months": "12 weeks"}, None),
        ("choices.term/term", {"term_months": "12 days"}, None),
        ("choices.funding/payment", {"pay_days": "14 days"}, {"pay_days": "14"}),
        ("choices.funding/payment", {"pay_days": "14 business days"}, None),
    ],
)
def test_what_can_be_read_one_way_is_taken_as_that(
    run: Run, spec: Spec, tmp_path: Path, address: str, typed: object, read: object
) -> None:
    path = spec(changed(TREE, {address: typed}))
    result = run("draft", path, "--document", "pilot-agreement", "--format", "txt", "-o", "typed.txt")
    assert result.code == (1 if read is None else 0), result.err
    if read is not None:
        plain = spec(changed(TREE, {address: read}))
        assert run("draft", plain, "--document", "pilot-agreement", "--format", "txt", "-o", "plain.txt").code == 0
        assert (tmp_path / "typed.txt").read_bytes() == (tmp_path / "plain.txt").read_bytes()


@pytest.mark.parametrize("misspelt", ["last letter", "two letters", "another word"])
@pytest.mark.parametrize("name", SPECS)
def test_a_misspelt_section_is_one_finding_or_two(run: Run, tmp_path: Path, name: str, misspelt: str) -> None:
    tree: Tree = SPECS[name]
    for key in tree:
        new = {"last letter": f"{key[:-1]}x", "two letters": key[1] + key[0] + key[2:], "another word": "zzz"}[misspelt]
        (tmp_path / "it.yml").write_text(as_yaml({new if each == key else each: tree[each] for each in tree}), "utf-8")
        errors = [line for line in run("check", "it.yml").out.splitlines() if ": error: " in line]
        assert 1 <= len(errors) <= 2, errors
        assert any(f'"{new}" is not a key here' in line for line in errors)
        if misspelt == "last letter" and len(key) > 3:
            assert len(errors) == 1
            assert f'did you mean "{key}"?' in errors[0]


def test_in_a_misspelt_section_the_other_mistakes_are_told_where_they_stand(run: Run, tmp_path: Path) -> None:
    text = as_yaml(TREE).replace("parties:", "partys:", 1).replace("kind: council", "kind: counsil", 1)
    (tmp_path / "it.yml").write_text(text, "utf-8")
    line = 1 + text.split("\n").index("    kind: counsil")
    errors = [each for each in run("check", "it.yml").out.splitlines() if ": error: " in each]
    assert len(errors) == 2
    assert errors[1].startswith(f"it.yml:{line}:5: error: party-kind: ")


@pytest.mark.parametrize(
    "line",
    [
        "  lead: {name: Ann, Manager, email: ann@council.example}",
        "  lead: {name: Ann,Manager}",
        "  lead: {name: AUD 10,000}",
        "  lead: {name: Ann, of the network only}",
        "  lead: {name: Ann, title: Manager, }",
    ],
)
def test_a_comma_that_ends_a_value_in_braces_is_told_as_that(run: Run, tmp_path: Path, line: str) -> None:
    (tmp_path / "it.yml").write_text(f"schema: 1\njurisdiction: au-nsw\nparties:\n{line}\n", "utf-8")
    errors = [each for each in run("check", "it.yml").out.splitlines() if "a comma ends a value" in each]
    assert bool(errors) != line.endswith(", }")
    assert all("put the value before it in quotes" in each for each in errors)


@pytest.mark.parametrize(
    "text", ["project:\n\ttitle: x\n", "project:\n  title: x\n\tproblem: y\n", "a:\n  b: c\n \td: e\n"]
)
def test_a_tab_is_told_as_a_tab(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "it.yml").write_text(text, "utf-8")
    [error] = [line for line in run("check", "it.yml").out.splitlines() if ": error: " in line]
    assert error.endswith("yaml-syntax: a tab; indent with spaces")


def test_a_word_file_is_told_from_a_spec(run: Run) -> None:
    assert run("template", "new", "house.docx").code == 0
    again = run("template", "new", "house.docx")
    assert again.err == "error: house.docx: exists already; use --force to replace it, or name another file\n"
    for words in (("check", "house.docx"), ("draft", "house.docx")):
        result = run(*words)
        assert result.code == 1
        assert "this is a Word file, a workbook or another package" in result.out + result.err


def test_a_folder_that_holds_neither_specs_nor_a_library_is_told_as_that(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run("check", "empty")
    assert result.code == 2
    assert "empty: holds no spec and no library" in result.err
