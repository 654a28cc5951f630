"""Items that several options of an issue share stand once, in common.md; options take them by id."""

# ruff: noqa: E501 - whole messages stand in these tests

from __future__ import annotations

from pathlib import Path

import pytest

from pactwright.facts.conditions import Condition
from tests.library.base import FIXED, MULTIPLE, library, told
from tests.library.test_layers import OVERLAY, texts

CAP = "clauses/liability/cap/"
WORDS = "{{ party }} must tell the others of a loss within {{ reply_days | days }}"
BELOW = "write to all"
PLAIN = f"\n2. {{#tell}} {WORDS}:\n   1. {{#write}} {BELOW}; and\n   2. speak to one.\n\n# Note"
TAKEN = "\n2. {#tell} +\n\n# Note"
COMMON = f"---\nitems:\n  write:\n    when:\n      - parties.partners: {{min: 2}}\n  tell: {{shrinks: yes}}\n---\n\n# Agreement\n{PLAIN}\n\nFor writers.\n"
RULES = "items:\n  write:\n    when:\n      - parties.partners: {min: 2}\n  tell: {shrinks: yes}\nreview:"


def taking(**more: str) -> dict[str, str]:
    """The library whose two options of a cap take one item each; other files by name."""
    options = {
        f"{name}.md": text.replace("\n# Note", TAKEN, 1) for name, text in (("fixed", FIXED), ("multiple", MULTIPLE))
    }
    return {f"{CAP}{name}": text for name, text in {**options, "common.md": COMMON, **more}.items()}


def written(name: str, text: str) -> dict[str, str]:
    return {f"{CAP}{name}.md": text.replace("\n# Note", PLAIN, 1).replace("review:", RULES, 1)}


def test_an_option_takes_an_item_with_what_stands_below_it_and_its_conditions(tmp_path: Path) -> None:
    assert told(tmp_path, taking()) == []
    made = library(tmp_path, taking())
    for option in ("fixed", "multiple"):
        assert texts(made, f"liability/cap/{option}")[-3:] == [f"{WORDS}:", f"  {BELOW}", "  speak to one"]
        rules = made.options["liability/cap"][option].items
        assert rules["write"].when == (Condition("parties.partners", "min", ("2",)),)
        assert rules["tell"].shrinks
    assert "common" not in made.options["liability/cap"]


def test_moving_a_sentence_to_the_common_items_changes_no_version(tmp_path: Path) -> None:
    taken = library(tmp_path / "a", taking()).options["liability/cap"]
    alone = library(tmp_path / "b", {**written("fixed", FIXED), **written("multiple", MULTIPLE)}).options[
        "liability/cap"
    ]
    assert {name: each.version for name, each in taken.items()} == {name: each.version for name, each in alone.items()}
    other = taking(**{"common.md": COMMON.replace(BELOW, "write to one")})
    changed = library(tmp_path / "c", other).options["liability/cap"]
    assert all(changed[name].version != each.version for name, each in taken.items())


def test_a_binding_wording_takes_its_own_item_and_else_the_agreements(tmp_path: Path) -> None:
    binding = "\n# Binding\n\n1. {#tell} +\n\n# Note"
    files = taking()
    files[f"{CAP}fixed.md"] = files[f"{CAP}fixed.md"].replace("\n# Note", binding)
    assert texts(library(tmp_path / "a", files), "liability/cap/fixed", "binding")[0] == f"{WORDS}:"
    files[f"{CAP}multiple.md"] = files[f"{CAP}multiple.md"].replace("\n# Note", binding)
    files[f"{CAP}common.md"] = COMMON.replace("\n# Note", "\n# Binding\n\n1. {#tell} Each tells.\n\n# Note")
    assert texts(library(tmp_path / "b", files), "liability/cap/fixed", "binding") == ["Each tells."]
    other = "\n# Binding\n\n1. {#hear} Each hears.\n\n# Note"
    files[f"{CAP}common.md"] = COMMON.replace("\n# Note", other)
    for name in ("fixed", "multiple"):
        own = files[f"{CAP}{name}.md"]
        files[f"{CAP}{name}.md"] = own.replace("# Binding\n\n1. {#tell} +", "# Binding\n\n1. {#hear} +\n2. {#tell} +")
    assert texts(library(tmp_path / "c", files), "liability/cap/fixed", "binding")[:2] == ["Each hears.", f"{WORDS}:"]


def test_an_overlay_of_common_items_changes_every_option_and_one_of_an_option_that_one(tmp_path: Path) -> None:
    place = "clauses/jurisdictions/north/liability/cap/"
    overlay = OVERLAY % ("", "1. {#tell} {{ party }} must tell the register.")
    every = library(tmp_path / "a", {**taking(), f"{place}common.md": overlay}, place="north")
    one = library(tmp_path / "b", {**taking(), f"{place}fixed.md": overlay}, place="north")
    north = "{{ party }} must tell the register."
    assert [texts(every, f"liability/cap/{name}")[-1] for name in ("fixed", "multiple")] == [north, north]
    assert [texts(one, f"liability/cap/{name}")[-1] for name in ("fixed", "multiple")] == [north, "  speak to one"]


LINE = {name: len(text.split("\n2. {#tell}")[0].split("\n")) + 1 for name, text in taking().items()}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"common.md": ("\n# Note", PLAIN.replace("\n", "\n\n# Binding\n\n", 1))},
            [
                "common.md:18:1: error: common-item: \"tell\" says in the binding wording what it says in the agreement's; take it out here: a binding wording takes the agreement's"
            ],
        ),
        (
            {"fixed.md": ("{#tell} +", "{#tel} +")},
            [
                'common.md:11:1: error: common-item: "tell" is taken by one option; an item that two options take, or more; write it in the option',
                f'fixed.md:{LINE[CAP + "fixed.md"]}:1: error: common-item: "tel" is no common item of the agreement wording; one of tell; did you mean "tell"?',
            ],
        ),
        (
            {"fixed.md": ("2. {#tell} +\n", "2. +\n")},
            [
                'common.md:11:1: error: common-item: "tell" is taken by one option; an item that two options take, or more; write it in the option',
                f"fixed.md:{LINE[CAP + 'fixed.md']}:1: error: common-item: a common item without an id; 1. {{#id}} +, and nothing below",
            ],
        ),
        (
            {"fixed.md": ("{#tell} +", "{#tell} +\n   1. One.")},
            [
                f"fixed.md:{LINE[CAP + 'fixed.md']}:1: error: common-item: a common item with sub-items of its own; 1. {{#id}} +, and nothing below"
            ],
        ),
        (
            {"fixed.md": ("review:", "items:\n  write: {shrinks: yes}\nreview:")},
            [
                f'fixed.md:{LINE[CAP + "fixed.md"] + 2}:1: error: common-item: "write" is common, and items: says something of it here; move the condition to common.md, or write the item here'
            ],
        ),
        (
            {"common.md": ("speak to one", "speak to one, as [[#limits]] says")},
            [
                'common.md:13:24: error: reference: "#limits" is no item of this wording; one of limit, tell, write; did you mean "limit"?'
            ],
        ),
        (
            {"common.md": ("parties.partners", "parties.partner")},
            [
                'common.md:5:9: error: unknown-fact: "parties.partner" is not a fact; see the table of facts; did you mean "parties.partners"?'
            ],
        ),
        (
            {"common.md": ("items:\n  write:", "items:\n  wrote:")},
            ['common.md:3:3: error: item-id: "wrote" is no common item; one of tell, write; did you mean "write"?'],
        ),
        (
            {"common.md": ("items:", "gives: [{rights: use, to: city, item: limit}]\nitems:")},
            ['common.md:2:9: error: gives: "limit" is no common item of the agreement; one of tell, write'],
        ),
        (
            {"common.md": ("items:", "title: Shared\nitems:")},
            [
                'common.md:2:1: error: unknown-key: "title" is not a key here; one of overlay, items, answers, yields, style, gives; did you mean "style"?'
            ],
        ),
    ],
    ids=[
        "twice",
        "no such item",
        "no id",
        "items below",
        "a condition of its own",
        "a reference",
        "a fact",
        "a rule of nothing",
        "a right of an item that is not common",
        "a key",
    ],
)
def test_a_mistake_in_common_items_is_found_once_with_its_place(
    tmp_path: Path, change: dict[str, tuple[str, str]], said: list[str]
) -> None:
    files = taking()
    for name, (old, new) in change.items():
        assert old in files[CAP + name]
        files[CAP + name] = files[CAP + name].replace(old, new, 1)
    assert told(tmp_path, files) == [f"{CAP}{each}" for each in said]
