"""What options say of bad days, and who bears what: each mistake is told at its line."""

# ruff: noqa: E501 - whole messages stand in these tests

from __future__ import annotations

from pathlib import Path

import pytest

from pactwright.library.model import Answer
from tests.library.base import BASE, MULTIPLE, TERM_FIXED, library, told

DAYS = """\
device-lost:
  title: A device is lost
  points:
    act.report: [liability/cap, insurance/cover]
    pay.loss: [liability/cap]
    after.dates: [term/term]
"""
CAP = "clauses/liability/cap/"
OPTION = f"{CAP}multiple.md"
ALLOCATES = "allocates:\n  - {risk: non-payment, to: city, cap: multiple}\n"
PAID = "{risk: non-payment, to: city, when: [funding.paid: yes]}"
LINE = MULTIPLE[: MULTIPLE.index(ALLOCATES)].count("\n") + 1


def said(lines: str, **files: str) -> dict[str, str]:
    """The base library with bad days, and other lines in place of what one option allocates."""
    lines += "" if "allocates:" in lines else "allocates: none\n"
    return {"seeds/bad-days.yml": DAYS, OPTION: MULTIPLE.replace(ALLOCATES, lines), **files}


def test_an_option_says_which_items_answer_a_bad_day(tmp_path: Path) -> None:
    lines = "answers: {device-lost: {act.report: {none: nobody is near}, pay.loss: [limit]}}\n"
    option = library(tmp_path, said(lines)).options["liability/cap"]["multiple"]
    assert option.answers["device-lost"] == {
        "act.report": Answer(none="nobody is near"),
        "pay.loss": Answer(("limit",)),
    }


def test_an_option_allocates_a_bad_day_in_a_unit_and_under_conditions(tmp_path: Path) -> None:
    lines = "allocates:\n  - {bad-day: device-lost, to: city, unit: multiple, cap: multiple, priced: yes, when: [data.personal: yes]}\n"
    option = library(tmp_path, said(lines)).options["liability/cap"]["multiple"]
    [entry] = option.allocates
    assert (entry.kind, entry.id, entry.unit, entry.priced, len(entry.when)) == (
        "bad-day",
        "device-lost",
        "multiple",
        True,
        1,
    )


def test_an_option_says_aloud_that_it_allocates_nothing(tmp_path: Path) -> None:
    assert library(tmp_path, said("allocates: none\n")).options["liability/cap"]["multiple"].allocates == ()


def test_of_several_entries_for_one_risk_one_holds_whatever_the_facts(tmp_path: Path) -> None:
    unpaid = "{risk: non-payment, to: shared, share: multiple, when: [funding.paid: no, %s]}"
    few, many = unpaid % "parties.count: {max: 2}", unpaid % "parties.count: {min: 3}"
    assert told(tmp_path, said(f"allocates: [{PAID}, {few}, {many}]\n")) == []
    equal = {OPTION: MULTIPLE.replace(ALLOCATES, "allocates: [{risk: non-payment, to: shared, share: equal}]\n")}
    equal = {OPTION: equal[OPTION].replace("before the End Date.", "before the End Date, in equal shares.")}
    assert told(tmp_path, equal) == []


def test_an_option_that_does_not_say_who_bears_what_is_asked(tmp_path: Path) -> None:
    assert told(tmp_path, {OPTION: MULTIPLE.replace(ALLOCATES, "")}) == [
        f'{OPTION}:1:1: error: missing-key: "allocates" is missing; a list of who bears or gets what, or none'
    ]


def test_an_option_yields_to_an_item_that_it_cites(tmp_path: Path) -> None:
    text = MULTIPLE.replace(ALLOCATES, 'yields: ["governance/structure#meetings"]\nallocates: none\n')
    text = text.replace("before the End Date", "before the End Date, as [[governance/structure#meetings]] says")
    option = library(tmp_path, said("", **{OPTION: text})).options["liability/cap"]["multiple"]
    assert option.yields == ("governance/structure#meetings",)


MISTAKES = {
    "answers: {device-gone: {pay.loss: [limit]}}\n": 'bad-day: "device-gone" is no bad day',
    "answers: {device-lost: {pay.lost: [limit]}}\n": 'bad-day: "pay.lost" is no point of device-lost',
    "answers: {device-lost: {after.dates: [limit]}}\n": "answers: after.dates of device-lost is not for liability/cap to answer",
    "answers: {device-lost: {pay.loss: [limits]}}\n": 'item-id: pay.loss names "limits", which no wording has',
    "answers: {device-lost: {pay.loss: []}}\n": "answers: this answers no point",
    'yields: ["term/term#gone"]\n': 'yields: "term/term#gone" is no item of another issue',
    'yields: ["term/term#notice"]\n': 'yields: no item cites "term/term#notice"',
    "allocates: [{bad-day: device-gone, to: city}]\n": 'unknown-word: "device-gone" is not a bad-day',
    "allocates: [{risk: non-payment, to: city, unit: milestones.gone}]\n": 'unknown-parameter: "milestones.gone" is not a parameter of liability/cap',
    "allocates: [{risk: non-payment, reward: payment, to: city}]\n": "allocates: risk and reward stand in one entry",
    "allocates: [{to: city}]\n": 'missing-key: "risk" is missing',
    "allocates: [{risk: non-payment, to: shared, cap: multiple}]\n": "allocates: risk non-payment is shared, and no share is named; share: a parameter, a column such as risks.shares, or equal",
    "allocates: [{risk: non-payment, to: shared, share: equal}]\n": 'allocates: share: equal, but no item says so; an item with the words "equal shares"',
    "allocates: [{risk: non-payment, to: shared, share: multiple, whose: citty}]\n": 'allocates: "citty" is nobody; a role, a column, or a field that a schedule shows; did you mean "city"?',
    "allocates: [{risk: non-payment, to: city, worth: savings}]\n": 'allocates: "savings" is no figure of a schedule; one of milestone-payments',
    "allocates: [{risk: non-payment, to: city, over: term/term}]\n": 'allocates: item "" does not cite term/term, despite which the entry holds; the id of an item that cites [[term/term]]',
    "allocates: [{risk: non-payment, to: city, cap: amount}]\n": 'allocates: "amount" stands nowhere in the paper; a figure that an item prints, or a column cited; print it',
    f"allocates: [{PAID}, {{risk: non-payment, to: city}}]\n": "allocates: 2 entries of risk non-payment hold where funding.paid is yes; of several",
    f"allocates: [{PAID}, {{risk: non-payment, to: city, when: [data.count: 0]}}]\n": "allocates: 2 entries of risk non-payment hold where funding.paid is yes and data.count is 0; of several",
    f"allocates: [{PAID}, {{risk: non-payment, to: city, when: [funding.paid: no, param.basis: each-claim]}}]\n": "allocates: no entry of risk non-payment holds where funding.paid is no and param.basis is all-claims",
    "allocates: [{risk: non-payment, to: city, when: [param.gone: yes]}]\n": 'unknown-parameter: "gone"',
}


@pytest.mark.parametrize("lines", MISTAKES)
def test_each_mistake_is_told_at_its_line(tmp_path: Path, lines: str) -> None:
    [problem] = told(tmp_path, said(lines))
    assert problem.startswith(f"{OPTION}:{LINE}:")
    assert f"error: {MISTAKES[lines]}" in problem


@pytest.mark.parametrize(
    ("old", "new", "seen"),
    [
        ("act.report", "report", '"report" is no point'),
        ("[term/term]", "[]", '"after.dates" has no issue'),
        ("points:", "mou: [decide]\n  points:", '"decide" is no point of device-lost'),
        (
            "points:",
            "only-when: {act.tell: [parties.count: {min: 3}]}\n  points:",
            '"act.tell" is no point of device-lost',
        ),
    ],
)
def test_a_point_of_a_bad_day_has_a_question_and_an_owner(tmp_path: Path, old: str, new: str, seen: str) -> None:
    [problem] = told(tmp_path, {"seeds/bad-days.yml": DAYS.replace(old, new)})
    assert problem.startswith("seeds/bad-days.yml:")
    assert f"error: bad-day: {seen}" in problem


COMMON = """\
---
answers: {device-lost: {act.report: [told]}}
---

# Agreement

1. {#told} {{ party | all }} must tell the others of a loss.
"""


def sharing(common: str = COMMON) -> dict[str, str]:
    """The base library with a common item that both options of an issue take."""
    files = {f"{CAP}{name}.md": BASE[f"{CAP}{name}.md"] for name in ("fixed", "multiple")}
    taken = {path: text.replace("\n# Note", "2. {#told} +\n\n# Note") for path, text in files.items()}
    return {"seeds/bad-days.yml": DAYS, f"{CAP}common.md": common, **taken}


def test_the_answer_of_a_common_item_is_that_of_each_option_that_takes_it(tmp_path: Path) -> None:
    options = library(tmp_path, sharing()).options["liability/cap"]
    assert {name: each.answers for name, each in options.items()} == {
        name: {"device-lost": {"act.report": Answer(("told",))}} for name in ("fixed", "multiple")
    }


@pytest.mark.parametrize(
    ("new", "seen"),
    [
        ("answers: {device-lost: {act.report: [tell]}}", 'item-id: "tell" is no common item'),
        ("answers: {device-lost: {act.report: {none: no need}}}", "answers: a reason why nobody answers"),
        ('yields: ["term/term#notice"]', 'yields: no common item cites "term/term#notice"'),
    ],
)
def test_a_mistake_among_common_items_is_told_at_their_file(tmp_path: Path, new: str, seen: str) -> None:
    common = COMMON.replace("answers: {device-lost: {act.report: [told]}}", new)
    [problem] = told(tmp_path, sharing(common))
    assert problem.startswith(f"{CAP}common.md:2:")
    assert f"error: {seen}" in problem


def test_a_place_changes_who_answers(tmp_path: Path) -> None:
    overlay = "---\noverlay: yes\nitems: {end: {}}\nanswers: {device-lost: {after.dates: [notice]}}\n---\n"
    own = TERM_FIXED.replace("review:", "answers: {device-lost: {after.dates: [end]}}\nreview:")
    files = {"seeds/bad-days.yml": DAYS, "clauses/term/term/fixed.md": own}
    files["clauses/jurisdictions/north/term/term/fixed.md"] = overlay
    option = library(tmp_path, files, place="north").options["term/term"]["fixed"]
    assert option.answers["device-lost"]["after.dates"] == Answer(("notice",))
