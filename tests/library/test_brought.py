"""A parameter that an option brings along, in its own front matter: it belongs to that option alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pactwright.drafting import Draft
from pactwright.schema import spec_schema
from pactwright.service import drafts_of, read
from pactwright.writers import WRITERS, Theme
from tests.library.base import FIXED, library, told
from tests.stories import ROOT
from tests.trees import build_tree

PARAMETERS = """\
parameters:
  grace:
    type: days
    ask: How long may a party put things right?
    default: 15
    min: 5
    why: Less is no time.
"""
ITEM = "2. {{ party }} must put right what it broke within {{ grace | days }}.\n\n# Note"
OWN = FIXED.replace("review:", f"{PARAMETERS}review:").replace("# Note", ITEM)
CAP = "liability/cap"


def test_a_house_option_brings_a_parameter_that_no_other_option_has(tmp_path: Path) -> None:
    ours, made = library(tmp_path), library(tmp_path, house={f"{CAP}/own.md": OWN})
    assert made.issues[CAP].parameters["grace"].options == ("own",)
    assert {each.version for each in ours.options[CAP].values()} < {each.version for each in made.options[CAP].values()}
    assert made.options[CAP]["own"].version != made.options[CAP]["fixed"].version


def test_its_default_counts_in_its_version(tmp_path: Path) -> None:
    first = library(tmp_path / "a", house={f"{CAP}/own.md": OWN})
    second = library(tmp_path / "b", house={f"{CAP}/own.md": OWN.replace("default: 15", "default: 20")})
    assert first.options[CAP]["own"].version != second.options[CAP]["own"].version
    assert first.options[CAP]["fixed"].version == second.options[CAP]["fixed"].version


def test_an_option_that_is_replaced_and_an_overlay_bring_one_too(tmp_path: Path) -> None:
    replaced = library(tmp_path / "a", house={f"{CAP}/fixed.md": OWN})
    assert replaced.issues[CAP].parameters["grace"].options == ("fixed",)
    text = (
        f"---\noverlay: yes\n{PARAMETERS}items:\n  late: {{after: last}}\n---\n\n# Agreement\n\n"
        "1. {#late} {{ party }} must put right what it broke within {{ grace | days }}.\n"
    )
    laid = library(tmp_path / "b", house={f"{CAP}/fixed.md": text})
    assert laid.issues[CAP].parameters["grace"].options == ("fixed",)


def test_an_option_of_a_house_takes_a_parameter_of_the_issue_that_it_prints(tmp_path: Path) -> None:
    made = library(tmp_path, house={f"{CAP}/other.md": FIXED})
    assert library(tmp_path).issues[CAP].parameters["amount"].options == ("fixed",)
    assert made.issues[CAP].parameters["amount"].options == ("fixed", "other")


def test_a_withdrawn_option_takes_its_parameter_along(tmp_path: Path) -> None:
    place = {"clauses/jurisdictions/south/liability/cap/own.md": OWN}
    house = {"withdrawn.yml": f"withdrawn: [{{id: {CAP}/own, reason: Ours.}}]\n"}
    assert "grace" not in library(tmp_path, place, place="south", house=house).issues[CAP].parameters


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  grace:", "  amount:", '10:3: error: parameter-name: "amount" is a parameter of liability/cap already'),
        (
            "    min: 5",
            "    min: five",
            '14:5: error: count: grace: "five" is not a whole number; digits only, such as 12',
        ),
        (
            "    default: 15",
            "    default: 2",
            "13:5: error: out-of-range: grace: 2 is out of range for grace; at least 5",
        ),
        ("    type: days", "    type: day", 'error: unknown-word: "day" is not accepted; one of money'),
        ("    min: 5", "    for: [own]", "a parameter in an option's own file is for that option alone; no for:"),
        ("  grace:", "  graces:", "is no parameter, fact, law, role or column"),
    ],
)
def test_what_is_wrong_with_it_is_told_in_the_option_that_brings_it(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    lines = told(tmp_path, house={f"{CAP}/own.md": OWN.replace(old, new)})
    assert lines
    assert all(line.startswith(f"house/{CAP}/own.md:") for line in lines)
    assert any(said in line for line in lines)


def test_two_options_bring_two_names(tmp_path: Path) -> None:
    line, _ = told(tmp_path, house={f"{CAP}/own.md": OWN, f"{CAP}/owner.md": OWN})
    assert line.startswith(f"house/{CAP}/owner.md:")
    assert '"grace" is a parameter of liability/cap/own already; a name of its own' in line


def test_no_other_option_prints_it(tmp_path: Path) -> None:
    other = FIXED.replace("# Note", "2. {{ party }} must answer within {{ grace | days }}.\n\n# Note")
    [line] = told(tmp_path, house={f"{CAP}/own.md": OWN, f"{CAP}/zero.md": other})
    assert line.startswith(f"house/{CAP}/zero.md:")
    assert "parameter-for: grace is a parameter of own and of no other option; one of its own: parameters: in" in line


SPEC = ROOT / "examples" / "startup-pilot" / "spec.yml"


def drafted(tmp_path: Path, chosen: str) -> Draft:
    """The pilot agreement of the example with an option of a house that brings a parameter."""
    text = (ROOT / "clauses" / CAP / "low-fixed.md").read_text("utf-8")
    head, body = re.sub(r"\nrank: [0-9]+", "\nrank: 9", text).split("# Note", 1)
    item = "8. {{ partner }} must put right what it broke within {{ grace | days }}.\n\n# Note"
    own = head.replace("\nreview:", f"\n{PARAMETERS}review:", 1) + item + body
    house = build_tree(tmp_path / "house", {f"{CAP}/own.md": own})
    spec = tmp_path / "spec.yml"
    before, _, after = SPEC.read_text("utf-8").partition(f"  {CAP}:\n")
    kept = re.sub(r"\A(?:    .*\n)+", "", after)
    spec.write_text(f"{before}  {CAP}: {chosen}\n{kept}", "utf-8")
    source = read(spec, house)
    assert "grace" in str(spec_schema(source.library))
    [draft] = drafts_of(source, ("pilot-agreement",))
    return draft


def test_a_spec_sets_it_and_the_paper_says_it(tmp_path: Path) -> None:
    made = drafted(tmp_path, "{option: own, grace: 21, reason: Our way.}")
    assert made.is_sound
    said = " ".join(WRITERS["txt"](made.agreement, Theme()).decode().split())
    assert "must put right what it broke within 21 days" in said


def test_a_spec_that_chose_another_option_cannot_set_it(tmp_path: Path) -> None:
    made = drafted(tmp_path, "{option: low-fixed, grace: 21, reason: Theirs.}")
    [wrong] = [each for each in made.findings if each.level == "error"]
    assert (wrong.rule, wrong.address) == ("unused-parameter", f"choices.{CAP}.grace")
    assert "it is for own" in str(wrong)
