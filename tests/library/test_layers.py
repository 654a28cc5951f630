"""Layers: a house library over the library, and the folders of jurisdictions in both."""

# ruff: noqa: E501 - whole messages stand in these tests

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from pactwright.errors import UsageError
from pactwright.library.load import loaded
from pactwright.library.model import Library
from pactwright.library.places import jurisdictions
from pactwright.wording.parts import Item, plain
from tests.library.base import EACH_OWN, NORTH, SOUTH, library, told
from tests.trees import build_tree

OVERLAY = "---\noverlay: yes\n%s---\n\n# Agreement\n\n%s\n"


def texts(made: Library, option: str, kind: str = "agreement") -> list[str]:
    """The items of an option's wording as typed, sub-items indented, headings marked."""
    issue, _, name = option.rpartition("/")
    wording = made.options[issue][name].wording(kind)  # type: ignore[arg-type] # the tests name kinds as text
    assert wording is not None
    return [
        line
        for section in wording.sections
        for line in ([f"## {section.heading}"] if section.heading else []) + _lines(section.items)
    ]


def _lines(items: tuple[Item, ...], indent: str = "") -> list[str]:
    return [line for item in items for line in (indent + plain(item.parts), *_lines(item.items, f"{indent}  "))]


TEAM = [
    "{{ party | all }} must meet as a team (the **Steering Team**) every {{ meeting_days | days }}.",
    "The Steering Team must:",
    "  watch the risks",
    "  keep a record of:",
    "    what it decided",
    "    who was there",
]


def overlaid(root: Path, items: str, wording: str) -> list[str]:
    """The team's wording with an overlay of a house library over it."""
    house = {"governance/structure/team.md": OVERLAY % (items, wording)}
    return texts(library(root, house=house), "governance/structure/team")


def test_a_file_at_the_same_path_replaces_an_option(tmp_path: Path) -> None:
    made = library(tmp_path, house={"data/control/each-own.md": EACH_OWN.replace("its own data", "what it makes")})
    assert texts(made, "data/control/each-own")[0] == "{{ party }} decides about what it makes."
    assert made.options["data/control"]["each-own"].file == f"{tmp_path}/house/data/control/each-own.md"


def test_a_file_at_a_new_path_adds_an_option(tmp_path: Path) -> None:
    made = library(tmp_path, house={"data/control/nobody.md": EACH_OWN})
    assert list(made.options["data/control"]) == ["city-control", "each-own", "nobody"]


def test_a_house_library_adds_an_issue(tmp_path: Path) -> None:
    issue = "question: Which colour?\nheading: Colour\npurpose: A colour.\nmou: omit\nsurvives: no\ndefault: red\n"
    made = library(tmp_path, house={"public/colour/issue.yml": issue, "public/colour/red.md": EACH_OWN})
    assert made.issues["public/colour"].heading == "Colour"
    assert list(made.options["public/colour"]) == ["red"]


def test_withdrawn_options_and_issues_are_gone_and_their_reasons_stay(tmp_path: Path) -> None:
    withdrawn = "withdrawn:\n  - {id: liability/cap/fixed, reason: Too low.}\n  - {id: term/term, reason: Ours.}\n"
    made = library(tmp_path, house={"withdrawn.yml": withdrawn})
    assert list(made.options["liability/cap"]) == ["multiple"]
    assert "term/term" not in made.issues
    assert "term/term" not in made.options
    assert {name: each.reason for name, each in made.withdrawn.items()} == {
        "liability/cap/fixed": "Too low.",
        "term/term": "Ours.",
    }


def test_defaults_of_the_house_change_options_and_values_without_a_copy(tmp_path: Path) -> None:
    defaults = "liability/cap: {option: fixed, amount: AUD 90000}\nterm/term: {notice_days: 60}\n"
    made = library(tmp_path, house={"defaults.yml": defaults}).house_defaults
    assert {name: (each.option, each.values) for name, each in made.items()} == {
        "liability/cap": ("fixed", {"amount": "AUD 90000"}),
        "term/term": ("", {"notice_days": "60"}),
    }


def test_an_overlay_replaces_an_item_with_its_sub_items(tmp_path: Path) -> None:
    wording = "1. {#tasks} The Steering Team must:\n   1. rest; and\n   2. play."
    assert overlaid(tmp_path, "", wording) == [TEAM[0], "The Steering Team must:", "  rest", "  play"]


def test_an_overlay_replaces_an_item_below_another_one_where_it_stands(tmp_path: Path) -> None:
    assert overlaid(tmp_path, "", "1. {#risks} watch the sky") == [*TEAM[:2], "  watch the sky", *TEAM[3:]]


def test_an_entry_of_an_overlay_leaves_its_punctuation_to_the_engine_and_may_say_or(tmp_path: Path) -> None:
    house = {"governance/structure/team.md": OVERLAY % ("", "1. {#risks} watch the sky; or")}
    made = library(tmp_path, house=house)
    assert texts(made, "governance/structure/team") == [*TEAM[:2], "  watch the sky", *TEAM[3:]]
    wording = made.options["governance/structure"]["team"].wording("agreement")
    assert wording is not None
    assert {each.id: each.is_or for each in wording.walk() if each.items} == {"tasks": True, "record": True}


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("meetings", [TEAM[0], "A new one.", *TEAM[1:]]),
        ("risks", [*TEAM[:3], "  A new one", *TEAM[3:]]),
        ("last", [*TEAM, "A new one."]),
    ],
)
def test_a_new_item_goes_where_the_overlay_says(tmp_path: Path, after: str, expected: list[str]) -> None:
    assert overlaid(tmp_path, f"items:\n  new: {{after: {after}}}\n", "1. {#new} A new one.") == expected


def test_an_overlay_drops_an_item_with_what_is_below_it(tmp_path: Path) -> None:
    house = {"governance/structure/team.md": "---\noverlay: yes\nitems:\n  tasks: {drop: yes}\n---\n"}
    assert texts(library(tmp_path, house=house), "governance/structure/team") == TEAM[:1]


def test_a_new_heading_goes_after_another_one(tmp_path: Path) -> None:
    more = "items:\n  %s: {after: %s}\n"
    first = OVERLAY % (more % ("rest", "last"), "## Rest {#rest}\n\n1. {#quiet} It is quiet.")
    between = OVERLAY % (more % ("sleep", "rest"), "## Sleep {#sleep}\n\n1. It is dark.")
    places = {"clauses/jurisdictions/north/governance/structure/team.md": first}
    house = {"governance/structure/team.md": between}
    made = library(tmp_path, places, place="north", house=house)
    assert texts(made, "governance/structure/team")[6:] == ["## Rest", "It is quiet.", "## Sleep", "It is dark."]


def test_a_heading_that_is_there_takes_new_items(tmp_path: Path) -> None:
    first = OVERLAY % ("items:\n  rest: {after: last}\n", "## Rest {#rest}\n\n1. {#quiet} It is quiet.")
    more = OVERLAY % ("items:\n  dark: {after: last}\n", "## Rest {#rest}\n\n1. {#dark} It is dark.")
    places = {"clauses/jurisdictions/north/governance/structure/team.md": first}
    made = library(tmp_path, places, place="north", house={"governance/structure/team.md": more})
    assert texts(made, "governance/structure/team")[6:] == ["## Rest", "It is quiet.", "It is dark."]


def test_an_overlay_adds_conditions_needs_and_sources(tmp_path: Path) -> None:
    front = (
        "items:\n  notice:\n    when:\n      - pilot.days: {min: 31}\n"
        "needs:\n  - data/control: any\nsources: [team-guide]\n"
    )
    made = library(tmp_path, house={"term/term/fixed.md": OVERLAY % (front, "1. {#notice} It ends.")})
    option = made.options["term/term"]["fixed"]
    assert str(option.items["notice"].when[0]) == "pilot.days is at least 31"
    assert [str(link) for group in option.needs for link in group] == ["data/control: any option"]
    assert option.sources == ("team-guide",)


def test_a_parent_stands_below_its_child_and_the_house_over_both(tmp_path: Path) -> None:
    def ending(words: str) -> str:
        return OVERLAY % ("", f"1. {{#end}} It ends {words} (the **End Date**).")

    layers = {
        "jurisdictions/north/term/term/fixed.md": ending("as Northland's house says"),
        "jurisdictions/south/term/term/fixed.md": ending("as Southland's house says"),
    }
    north = "It ends as Northland's house says (the **End Date**)."
    south = "It ends as Southland's house says (the **End Date**)."
    assert texts(library(tmp_path / "n", place="north", house=layers), "term/term/fixed")[0] == north
    assert texts(library(tmp_path / "s", place="south", house=layers), "term/term/fixed")[0] == south
    only_north = {name: text for name, text in layers.items() if "north" in name}
    assert texts(library(tmp_path / "p", place="south", house=only_north), "term/term/fixed")[0] == north


def test_overlays_of_a_place_stay_out_of_other_places(tmp_path: Path) -> None:
    assert len(texts(library(tmp_path, place="north"), "term/term/fixed")) == 2
    assert (
        texts(library(tmp_path, place="south"), "term/term/fixed")[1] == "A holiday in {{ law.place }} does not count."
    )


def test_the_house_changes_a_law_of_a_place_and_keeps_the_others(tmp_path: Path) -> None:
    changed = "law:\n  names:\n    privacy_act: {value: Act of 2030}\n"
    made = library(tmp_path, place="south", house={"jurisdictions/south/jurisdiction.yml": changed})
    place = made.jurisdiction
    assert (place.title, place.parents, place.language) == ("Southland", ("north",), "en-US")
    assert (place.law["privacy_act"], place.law["place"]) == ("Act of 2030", "Southland")


def test_an_overlay_of_a_place_that_the_house_describes_again_is_laid_over_once(tmp_path: Path) -> None:
    front = "needs:\n  - data/control: any\n"
    house = {
        "jurisdictions/south/jurisdiction.yml": "currency: EUR\n",
        "jurisdictions/south/term/term/fixed.md": OVERLAY % (front, "1. {#end} It ends (the **End Date**)."),
    }
    assert len(library(tmp_path, place="south", house=house).options["term/term"]["fixed"].needs) == 1


def test_the_house_adds_a_place(tmp_path: Path) -> None:
    new = SOUTH.replace("Southland", "Westland").replace("parent: north", "parent: south")
    made = library(tmp_path, place="west", house={"jurisdictions/west/jurisdiction.yml": new})
    assert (made.jurisdiction.parents, made.jurisdiction.law["place"]) == (("north", "south"), "Westland")
    assert jurisdictions(tmp_path, tmp_path / "house") == ("north", "south", "west")


def test_a_place_that_is_its_own_parent_is_refused_in_one_line(tmp_path: Path) -> None:
    house = {"jurisdictions/west/jurisdiction.yml": NORTH.replace("language", "parent: west\nlanguage")}
    with pytest.raises(UsageError) as caught:
        library(tmp_path, place="west", house=house)
    assert str(caught.value) == "the jurisdictions west are parents of each other; take one parent: out"


def test_a_place_that_nobody_knows_is_refused_with_a_suggestion(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        library(tmp_path, place="nort")
    assert str(caught.value) == '"nort" is not a jurisdiction; one of north, south; did you mean "north"?'


def test_a_house_library_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        loaded(root=build_tree(tmp_path, {}), house=tmp_path / "nowhere")
    assert str(caught.value) == (
        f"{tmp_path}/nowhere: there is no such folder; --library takes the folder of a house library"
    )


def test_hidden_files_and_a_readme_at_the_top_are_no_clauses(tmp_path: Path) -> None:
    house = {".git/hooks/x.md": "x", ".github/workflows/y.yml": "a: b\n", "README.md": "Ours.\n", "term/term/.swp": "x"}
    assert told(tmp_path, house=house) == []


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("defaults.yaml", '; did you mean "defaults.yml"?'),
        ("liability/cap.md", ""),
        ("liability/cap/old/fixed.md", ""),
        ("jurisdictions/north/terms.yaml", '; did you mean "terms.yml"?'),
        ("jurisdictions/north/replaces.yml", '; did you mean "sources.yml"?'),
        ("jurisdictions/north/outlines/mou.yml", ""),
        ("execution/council.yml", ""),
    ],
)
def test_a_file_that_nothing_would_read_is_refused(tmp_path: Path, name: str, fix: str) -> None:
    last = "jurisdiction.yml" if name.startswith("jurisdictions/") else "moved.yml, replaces.yml"
    tables = f"vocabulary.yml, sources.yml, schedules.yml, terms.yml, style.yml, defaults.yml, withdrawn.yml, playbook.yml, {last}"
    accepted = f"one of {tables}, or topic/issue/<option>.md"
    said = f"house/{name}:1:1: error: stray-file: nothing reads this file here; {accepted}{fix}"
    assert told(tmp_path, house={name: "x: y\n"}, place="north") == [said]


def test_defaults_and_withdrawals_of_a_house_may_be_for_one_place(tmp_path: Path) -> None:
    """Those of the place win over those for everywhere."""
    house = {
        "defaults.yml": "liability/cap: {option: fixed, amount: AUD 60000, multiple: 3}\n",
        "jurisdictions/north/defaults.yml": "liability/cap: {amount: AUD 90000}\n",
        "jurisdictions/north/withdrawn.yml": "withdrawn: [{id: liability/cap/multiple, reason: Not here.}]\n",
    }
    south, north = (library(tmp_path, house=house, place=place) for place in ("", "north"))
    said = [made.house_defaults["liability/cap"] for made in (south, north)]
    assert [each.option for each in said] == ["fixed", "fixed"]
    assert [tuple(each.values.items()) for each in said] == [
        (("amount", "AUD 60000"), ("multiple", "3")),
        (("amount", "AUD 90000"), ("multiple", "3")),
    ]
    assert [sorted(made.options["liability/cap"]) for made in (south, north)] == [["fixed", "multiple"], ["fixed"]]


def test_a_table_of_a_house_in_a_place_of_ours_is_refused(tmp_path: Path) -> None:
    name = "clauses/jurisdictions/north/defaults.yml"
    [said] = told(tmp_path, {name: "liability/cap: fixed\n"}, place="north")
    assert said.startswith(f"{name}:1:1: error: stray-file: nothing reads this file here; ")


def test_a_term_of_the_house_changes_what_it_means(tmp_path: Path) -> None:
    made = library(tmp_path, house={"terms.yml": "Project:\n  means: what we do together\n"})
    assert plain(made.terms["Project"].means) == "what we do together"
    assert made.terms["Project Data"].plural == ""


# in each file of a house library, what mistake it may hold, and all that is said, of other files by name
MISTAKES: dict[str, dict[str, list[str]]] = {
    "defaults.yml": {
        "term/tern: {option: fixed}\n": [
            '1:1: error: unknown-issue: "term/tern" is not an issue; one of data/control, governance/structure, liability/cap, term/term; did you mean "term/term"?'
        ],
        "term/term: {option: fixt}\n": [
            '1:13: error: unknown-option: "fixt" is not an option of term/term; one of fixed, none; did you mean "fixed"?'
        ],
        "term/term: {notice_day: 10}\n": [
            '1:13: error: unknown-parameter: "notice_day" is not a parameter of term/term; one of option, notice_days; did you mean "notice_days"?'
        ],
        "term/term: {notice_days: ten}\n": ['1:13: error: count: "ten" is not a whole number; digits only, such as 12'],
        "term/term: {notice_days: 3}\n": ["1:13: error: out-of-range: 3 is out of range for notice_days; at least 5"],
        "term/term: fixed\n": [
            '1:1: error: wrong-type: "term/term" is a text; a map; for example liability/cap: {option: low-fixed}'
        ],
        "liability/cap: {reply_days: 3}\n": [
            '1:17: error: borrowed-parameter: "reply_days" is set elsewhere; set it under governance/structure.meeting_days'
        ],
        "liability/cap: {losses: [fraud, theft]}\n": [
            "1:17: error: fixed-value: injury cannot be left out; add injury",
            '1:33: error: unknown-value: "theft" is not a value of losses; one of injury, fraud, privacy',
        ],
        "governance/structure: {option: none}\n": [
            "1:24: error: required-issue: governance/structure is required; one of lead, team"
        ],
    },
    "withdrawn.yml": {
        "withdrawn:\n  - {id: term/tern, reason: x}\n": [
            '2:5: error: unknown-issue: "term/tern" is neither an issue nor an option; topic/issue, or topic/issue/option; did you mean "term/term"?'
        ],
        "withdrawn:\n  - {id: term/term/fixt, reason: x}\n": [
            '2:5: error: unknown-issue: "term/term/fixt" is neither an issue nor an option; topic/issue, or topic/issue/option; did you mean "term/term/fixed"?'
        ],
        "withdrawn:\n  - {id: term/term/fixed}\n": ['2:5: error: missing-key: "reason" is missing; add "reason:"'],
        "withdrawn:\n  - {id: governance/structure, reason: x}\n": [
            "2:5: error: required-issue: governance/structure is required; replace it"
        ],
        "removed:\n  - {id: governance/structure, reason: x}\n": [
            '1:1: error: unknown-key: "removed" is not a key here; withdrawn; for example withdrawn: [{id: liability/cap/low-fixed, reason: Our insurer asks for more.}]'
        ],
    },
    "jurisdictions/nort/term/term/fixed.md": {
        "---\noverlay: yes\n---\n": [
            'house/jurisdictions/nort:1:1: error: unknown-jurisdiction: "nort" is not a jurisdiction; one of north, south; did you mean "north"?'
        ],
    },
    "jurisdictions/north/term/term/fixed.md": {
        "---\noverlay: yes\nitems:\n  nootice: {drop: yes}\n---\n": [
            '4:3: error: item-id: "nootice" is no item of the option; one of end, notice; did you mean "notice"?'
        ],
    },
    "term/term/fixed.md": {
        OVERLAY % ("title: x\n", "1. {#end} This agreement ends (the **End Date**)."): [
            '3:1: error: unknown-key: "title" is not a key here; one of overlay, items, needs, asks-reason, watches, requires, schedules, sources, parameters, allocates, answers, yields, style, gives; did you mean "style"?'
        ],
        OVERLAY % ("", "1. {#new} x."): [
            '7:1: error: overlay: "new" is a new item, but after what?; an id of the option, or items: <id>: after: <id> or last'
        ],
        OVERLAY % ("items:\n  new: {after: nowhere}\n", "1. {#new} x."): [
            '9:1: error: overlay: "new" is a new item, but after what?; an id of the option, or items: <id>: after: <id> or last'
        ],
        OVERLAY % ("", "1. x."): [
            '7:1: error: overlay: "x." is a new item, but after what?; an id of the option, or items: <id>: after: <id> or last'
        ],
        "---\noverlay: yes\n---\n\n# Binding\n\n1. {#end} x.\n": [
            "6:1: error: overlay: the option has no binding wording; a wording that the option has"
        ],
        OVERLAY % ("", "## More {#more}\n\n1. x."): [
            '7:1: error: overlay: "More" is new, but after what?; items: <id>: after: <id of a heading> or last'
        ],
        "---\noverlay: yes\n---\n": [
            "1:1: error: missing-wording: there is no wording; # Agreement, # Statement or # Binding"
        ],
        OVERLAY % ("", "1. {#end} The Partner ends it (the **End Date**)."): [
            '7:1: error: role-word: "Partner" is typed by hand; a role blank, such as {{ city }} or {{ partner | a }}'
        ],
    },
    "term/term/fixt.md": {
        OVERLAY % ("", "1. {#end} x."): [
            '1:1: error: overlay: there is no option "fixt" to change; one of fixed; did you mean "fixed"?'
        ],
    },
    "governance/structure/team.md": {
        "---\noverlay: yes\nitems:\n  meetings: {drop: yes}\n---\n": [
            'clauses/governance/structure/team.md:1:1: error: anchor: the item "meetings" is missing; every anchor of the issue; give an item the id {#meetings}'
        ],
    },
    "terms.yml": {
        "End Date:\n  mean: x\n": [
            '2:3: error: unknown-key: "mean" is not a key here; one of means, plural, prints, home, acts, forbidden, drop; did you mean "means"?'
        ],
    },
}
CASES = [
    ({name: text}, [f"house/{name}:{line}" if line[0].isdigit() else line for line in said])
    for name, mistakes in MISTAKES.items()
    for text, said in mistakes.items()
]


@pytest.mark.parametrize(("house", "said"), CASES, ids=[said[0][6:70] for _, said in CASES])
def test_a_mistake_in_a_house_library_is_found_with_its_place(
    tmp_path: Path, house: Mapping[str, str], said: list[str]
) -> None:
    assert told(tmp_path, house=house, place="north") == said


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("liability/cap/Fixed.md", "liability/cap/fixed.md"),
        ("liability/cap/fixed_low.md", "liability/cap/fixed-low.md"),
        ("liability/cap/fixed low.md", "liability/cap/fixed-low.md"),
        ("liability/cap/fixé.md", "liability/cap/fix.md"),
        ("Liability/cap/fixed.md", "liability/cap/fixed.md"),
        ("liability/Cap/issue.yml", "liability/cap/issue.yml"),
        ("models/Startup-Pilot.yml", "models/startup-pilot.yml"),
        ("outlines/MOU.yml", "outlines/mou.yml"),
        ("execution/Company.yml", "execution/company.yml"),
        ("jurisdictions/North/jurisdiction.yml", "jurisdictions/north/jurisdiction.yml"),
        ("jurisdictions/north/liability/cap/Fixed.md", "liability/cap/fixed.md"),
    ],
)
def test_a_name_that_is_no_id_is_refused_and_no_second_thing(tmp_path: Path, name: str, fix: str) -> None:
    own = told(tmp_path, house={name: EACH_OWN if name.endswith(".md") else "x: y\n"}, place="north")
    said = f'"{name.removeprefix("jurisdictions/north/").rpartition(".")[0]}" is no name that others can refer to'
    assert [each for each in own if each.startswith(f"house/{name}:1:1: error: id: {said}")]
    assert any(f'rename it, such as "{fix}"' in each for each in own)
