"""Clause text that must not pass, each mistake beside the text that says the same rightly (clause-format.md, 10)."""

# ruff: noqa: E501 - whole messages stand in these tests

from __future__ import annotations

from pathlib import Path

import pytest

from pactwright.wording.checks import CHECKS
from tests.library.base import swapped, told

PLANTED = "clauses/term/term/planted.md"
# The first item of the wording stands in line 11.
FRONT = """\
---
title: Planted
summary: It is planted here.
stance: balanced
when_to_use: Never.
differs: It is wrong.
allocates: none
---
# Agreement

"""
PARAMETERS = swapped(
    "clauses/term/term/issue.yml", "parameters:", "parameters:\n  amount: {type: money, ask: How much?}"
)

EACH = '"{{ partner }}" stands after "%s"; {{ partner | a }}'
AMOUNT = "stands in a sentence with a percentage or an amount; | all, | a, | lead or | concerned"
BEARER = "names nobody; a party, a term with `acts: yes`, or a word under `acts:` of the issue, before must"
ROLE = "a role blank, such as {{ city }} or {{ partner | a }}"
LEVEL = "0, 3 or 6 spaces, one level at a time"
COLUMNS = "the columns that the sentence relies on; such as [[schedule:name#part: column, column]]"
COLUMN_FORM = "[[schedule:name#part: column, column]], or the same with | Term behind it"
SHORT = "this list can fall below two items; give the lead-in an id and items: <id>: {shrinks: yes}"

# by rule: a wrong wording, a right one, and what is said of the wrong one
MISTAKES: dict[str, list[tuple[str, str, str]]] = {
    "role-word": [
        ("1. The Partner is free.", "1. {{ partner }} is free.", f'11:1: "Partner" is typed by hand; {ROLE}'),
        (
            "1. The work of Cities is public.",
            "1. The work of {{ city | all }} is public.",
            f'11:1: "Cities" is typed by hand; {ROLE}',
        ),
        (
            "1. A party must tell the other party.",
            "1. A party must tell {{ party | another }}.",
            '11:1: "the other party" counts the parties; {{ party | other }}, {{ party | a }} or {{ party | all }}',
        ),
    ],
    "forbidden-synonym": [
        (
            "1. This is the **End Date**. It ends on the Expiry Date.",
            "1. This is the **End Date**. It ends on the End Date.",
            '11:1: "Expiry Date" is not used here; the defined term "End Date"',
        ),
    ],
    "each-form": [
        *(
            (
                f"1. The work stops {word} {{{{ partner }}}} is ready.",
                f"1. The work stops {word} {{{{ partner | a }}}} is ready.",
                "11:1: " + EACH % word,
            )
            for word in ("if", "when", "unless", "only", "nothing", "neither", "against", "without")
        ),
        ("1. It is no {{ partner }} of ours.", "1. It is not {{ partner | a }}.", "11:1: " + EACH % "no"),
        ("1. If {{ partner }} leaves, the work ends.", "1. If it rains, {{ partner }} stops.", "11:1: " + EACH % "If"),
        (
            "1. {{ partner }} must not sell data.",
            "1. {{ partner | a }} must not sell data.",
            '11:1: "{{ partner }}" stands before "must not"; {{ partner | a }}',
        ),
        (
            "1. It ends when:\n   1. {{ partner }} leaves; or\n   2. it rains.",
            "1. It ends when:\n   1. {{ partner | a }} leaves; or\n   2. it rains.",
            "12:1: " + EACH % "when",
        ),
    ],
    "each-with-amount": [
        (
            "1. {{ partner }} must pay {{ amount | money }}.",
            "1. {{ partner | all }} must pay {{ amount | money }}.",
            f'11:1: "{{{{ partner }}}}" {AMOUNT}',
        ),
        (
            "1. {{ partner }} must bear {{ amount | percent }}.",
            "1. {{ partner }} must pay. The sum is {{ amount | percent }}.",
            f'11:1: "{{{{ partner }}}}" {AMOUNT}',
        ),
        (
            "1. {{ partner }} must:\n   1. pay {{ amount | money }}; and\n   2. say so.",
            "1. {{ partner | all }} must:\n   1. pay {{ amount | money }}; and\n   2. say so.",
            f'12:1: "{{{{ partner }}}}" {AMOUNT}',
        ),
    ],
    "article-before-blank": [
        *(
            (
                f"1. The work of {article} {{{{ {blank} }}}} ends.",
                f"1. The work of {{{{ {blank} }}}} ends.",
                f'11:1: "{article}" stands before a blank; the blank alone, with the form that fits',
            )
            for article in ("a", "an", "the", "each")
            for blank in ("partner | a", "milestones.payer")
        ),
        (
            "1. In no {{ partner | a }} is a Steering Team.",
            "1. In {{ partner | a }} is no Steering Team.",
            '11:1: "no" stands before a blank; the blank alone, with the form that fits',
        ),
        (
            "1. If {{ partner | a }} says that {{ partner | that }} is late, it rains.",
            "1. If {{ partner | a }} says that {{ partner | a }} is late, it rains.",
            '11:1: "that" stands before a blank; the blank alone, with the form that fits',
        ),
    ],
    "all-form": [
        *(
            (
                f"1. {start}{{{{ partner | all }}}} {verb} the cost.",
                f"1. {start}{{{{ partner | all }}}} {right} the cost.",
                f'11:1: "{{{{ partner | all }}}}" stands before "{verb}"; must, may or a past tense',
            )
            for start, verb, right in (
                ("", "bears", "must bear"),
                ("It ends. ", "has", "shared"),
                ("This holds if ", "pays", "paid"),
            )
        ),
    ],
    "antecedent": [
        (
            "1. {{ partner | that }} must repair it.",
            "1. If {{ partner | a }} breaks a device, {{ partner | that }} must repair it.",
            '11:1: "{{ partner | that }}" points back to nobody; {{ partner | a }} before it',
        ),
        (
            "1. {{ partner | a }} may speak.\n2. It rains.\n3. {{ partner | that }} must pay.",
            "1. It rains.\n2. {{ partner | a }} may:\n   1. speak; and\n   2. write.\n3. {{ partner | that }} must pay.",
            '13:1: "{{ partner | that }}" points back to nobody; {{ partner | a }} before it',
        ),
        (
            "1. {{ city | a }} may:\n   1. speak; and\n   2. ask {{ partner | that }}.",
            "1. {{ partner | a }} may:\n   1. speak; and\n   2. ask {{ partner | that }}.",
            '13:1: "{{ partner | that }}" points back to nobody; {{ partner | a }} before it',
        ),
    ],
    "this-clause": [
        (
            "## One\n\n1. This clause prevails.\n\n## Two\n\n1. x.",
            "## One {#one}\n\n1. The duties in [[#one]] prevail.\n\n## Two\n\n1. x.",
            '13:1: "This clause" in a wording of several headings; [[term/term]] for all of it, or [[#heading]] for one clause of it',
        ),
    ],
    "several-clauses": [
        (
            "## One\n\n1. {{ city }} must pay as [[term/term]] states.\n\n## Two\n\n1. x.",
            "## One {#one}\n\n1. {{ city }} must pay as [[#one]] states.\n\n## Two\n\n1. x.",
            '13:27: "states" behind a reference that may print several clauses; one clause of it: [[topic/issue#heading]] or [[#item]]',
        ),
        (
            "## One\n\n1. Where [[term/term]] speaks of a day, {{ city }} must pay.\n\n## Two\n\n1. x.",
            "## One {#one}\n\n1. Where [[#one]] speaks of a day, {{ city }} must pay.\n\n## Two\n\n1. x.",
            '13:10: "speaks" behind a reference that may print several clauses; one clause of it: [[topic/issue#heading]] or [[#item]]',
        ),
    ],
    "relative-must": [
        *(
            (
                f"1. {{{{ city }}}} gets a device {word} must be clean.",
                f"1. {{{{ city }}}} gets a device {word} is clean.",
                f'11:1: "{word} must"; a sentence of its own that says who must do it',
            )
            for word in ("that", "which", "who")
        ),
    ],
    "conditional-must": [
        *(
            (
                f"1. {word} {{{{ city | a }}}} must pay late, it pays more.",
                f"1. {word} {{{{ city | a }}}} pays late, {{{{ city | that }}}} must pay more.",
                f'11:1: "{word} ... must"; the present tense in the condition',
            )
            for word in ("If", "When", "Unless")
        ),
        (
            "1. {{ partner }} must stop when {{ city | a }} must close the site.",
            "1. {{ partner }} must stop when {{ city | a }} closes the site.",
            '11:1: "when ... must"; the present tense in the condition',
        ),
    ],
    "may-not": [
        (
            "1. The data may not be sold.",
            "1. {{ partner | a }} must not sell the data.",
            '11:1: "may not"; "must not", or "might not"',
        ),
    ],
    "duty-without-bearer": [
        ("1. Devices must be clean.", "1. {{ partner }} must clean devices.", f'11:1: "Devices must" {BEARER}'),
        (
            "1. {{ partner }} brings devices. Devices must be clean.",
            "1. {{ partner }} brings devices. A party must clean them.",
            f'11:1: "brings devices. Devices must" {BEARER}',
        ),
        (
            "1. The Steering Group must meet.",
            "1. The Steering Team must meet.",
            f'11:1: "The Steering Group must" {BEARER}',
        ),
        ("1. The office must pay.", "1. {{ milestones.payer }} must pay.", f'11:1: "The office must" {BEARER}'),
    ],
    "duty-in-statement": [
        (
            "1. x.\n\n# Statement\n\n1. {{ party | all }} must meet.",
            "1. x.\n\n# Statement\n\n1. {{ party | all }} plan to meet.",
            '15:1: "must" in a statement of intent; intend, plan or hope',
        ),
        (
            "1. x.\n\n# Statement\n\n1. {{ party | all }} agree to meet.",
            "1. x.\n\n# Statement\n\n1. {{ party | all }} hope to meet.",
            '15:1: "agree to" in a statement of intent; intend, plan or hope',
        ),
    ],
    "shall": [
        ("1. {{ city }} shall pay.", "1. {{ city }} must pay.", '11:1: "shall"; "must"'),
    ],
    "columns": [
        *(
            (
                f"1. {wrong}",
                f"1. {right}",
                f'11:1: "{seen}" relies on a column that no reference names; {COLUMNS}',
            )
            for wrong, right, seen in (
                (
                    "A party pays what [[schedule:budget#milestones]] states.",
                    "A party pays what [[schedule:budget#milestones: payer]] states.",
                    "the schedule states",
                ),
                (
                    "It is the result that [[schedule:budget]] also names.",
                    "It is the result that [[schedule:budget: deliverable]] also names.",
                    "the schedule also names",
                ),
                (
                    "A party brings each thing listed for it in [[schedule:budget]].",
                    "A party brings each thing listed for it in [[schedule:budget: deliverable]].",
                    "listed for it in the schedule",
                ),
                (
                    "Work that [[schedule:budget]] does not list is free.",
                    "Work that [[schedule:budget: deliverable]] does not list is free.",
                    "the schedule does not list",
                ),
                (
                    "A party pays what the schedule allocates to it.",
                    "A party pays what [[schedule:budget: payer]] allocates to it.",
                    "the schedule allocates",
                ),
                (
                    "The register marks what is open. See [[schedule:budget: payer]].",
                    "See what [[schedule:budget: payer]] marks, and what the register gives.",
                    "The register marks",
                ),
                (
                    "A party pays its share stated in the Cost Plan.",
                    "A party pays its share stated in the [[schedule:budget: payer? | Cost Plan]].",
                    "stated in the schedule",
                ),
            )
        ),
    ],
    "column": [
        (
            "1. See [[schedule:budget#milestones: payor]].",
            "1. See [[schedule:budget#milestones: payer?]].",
            '11:8: "payor" is no column of budget#milestones; one of deliverable, payer; did you mean "payer"?',
        ),
        (
            "1. See [[schedule:budget: payer | Cost Plann]].",
            "1. See [[schedule:budget: payer | Cost Plan]].",
            '11:8: "Cost Plann" is no defined term; a term of terms.yml; did you mean "Cost Plan"?',
        ),
    ],
    "reference": [
        (
            "1. See [[governance/structure?, #x?]].\n2. {#x} y.",
            "1. See [[governance/structure, #x?]].\n2. {#x} y.",
            "11:8: all that this reference names may be absent; a list that keeps one without a question mark; or an item that stands only where they do: when: - chosen.topic/issue: any",
        ),
        *(
            (
                f"1. See [[{wrong}]].",
                f"1. See [[schedule:budget#milestones: {right}]].",
                f'11:8: "[[{wrong}]]" is not a reference; {COLUMN_FORM}',
            )
            for wrong, right in (
                ("governance/structure: payer", "payer"),
                ("governance/structure | Cost Plan", "payer | Cost Plan"),
                ("schedule:budget, schedule:governance: payer", "payer, deliverable"),
                ("schedule:budget#milestones: payer | ", "payer"),
            )
        ),
        (
            "1. See [[schedule:budget#milestones: Payer]].",
            "1. See [[schedule:budget#milestones: payer]].",
            '11:8: "Payer" is not a column; lower-case words with underscores',
        ),
        (
            "1. See [[liability/cap]].",
            "1. See [[governance/structure, liability/cap?]].",
            "11:8: liability/cap may be absent; needs: - liability/cap: any, or an item with when: - chosen.liability/cap: any",
        ),
        (
            "1. It is {{ liability/cap.amount | money }}.",
            "1. It is {{ governance/structure.meeting_days | days }}.",
            "11:10: liability/cap may be absent; needs: - liability/cap: any",
        ),
        (
            "1. See [[liability/cup]].",
            "1. See [[governance/structure]].",
            '11:8: "liability/cup" is not an issue; did you mean "liability/cap"?',
        ),
        (
            "1. See [[governance/structure#tasks]].",
            "1. See [[governance/structure#meetings]].",
            '11:8: "tasks" is no anchor of governance/structure; one of meetings',
        ),
        (
            "1. {#here} See [[#hear]].",
            "1. {#here} See [[#here]].",
            '11:16: "#hear" is no item of this wording; one of here; did you mean "here"?',
        ),
        ("1. See [[#x]].", "1. See.", '11:8: "#x" is no item of this wording; one of none'),
        (
            "1. See [[all:survivors]].",
            "1. See [[all:survives]].",
            '11:8: "all:survivors" is no computed list; one of survives, binding; did you mean "survives"?',
        ),
        (
            "1. See [[schedule:budgets]].",
            "1. See [[schedule:budget]].",
            '11:8: "schedule:budgets" is not there; one of budget, governance; did you mean "budget"?',
        ),
        (
            "1. See [[schedule:budget#stages]].",
            "1. See [[schedule:budget#milestones]].",
            '11:8: "schedule:budget#stages" is not there; one of budget, governance; did you mean "budget"?',
        ),
        (
            "1. See [[Liability]].",
            "1. See [[governance/structure, #x?]]. {{ party }} may look at {{ city | concerned }}.\n2. {#x} y.",
            '11:8: "[[Liability]]" is not a reference; topic/issue, topic/issue#item, #item, schedule:name#part, all:survives or all:binding',
        ),
    ],
    "unknown-blank": [
        (
            "1. It lasts {{ notise_days | days }}.",
            "1. It lasts {{ notice_days | days }}.",
            '11:13: "{{ notise_days }}" is no parameter, fact, law, role or column; did you mean "notice_days"?',
        ),
        (
            "1. It costs {{ fact.funding.prise }}.",
            "1. It costs {{ fact.funding.price | money }}.",
            '11:13: "{{ fact.funding.prise }}" is no parameter, fact, law, role or column; did you mean "fact.funding.price"?',
        ),
        (
            "1. It is for {{ council }}.",
            "1. It is for {{ host }}.",
            '11:14: "{{ council }}" is no parameter, fact, law, role or column',
        ),
    ],
    "format": [
        (
            "1. It lasts {{ notice_days | dayz }}.",
            "1. It lasts {{ notice_days | days_notice }}.",
            '11:13: "dayz" is not a format; one of money, percent, date, days, business_days, hours, months, years, days_notice, business_days_notice, times, at_most, number, count, list, party, words, items, text; did you mean "days"?',
        ),
        (
            "1. It is for {{ party | every }}.",
            "1. It is for {{ party | others }}.",
            '11:14: "every" is not a form of a role; one of a, that, all, concerned, lead, plural, other, another, others',
        ),
        (
            "1. If {{ milestones.payer | all }} is late, it rains.",
            "1. If {{ milestones.payer | a }} is late, {{ milestones.payer | that }} must say so.",
            '11:7: "all" is not a form of a column; one of a, that',
        ),
    ],
    "whole-item": [
        (
            "1. It is:\n   1. for {{ pilot.in_scope | items }}.",
            "1. It is:\n   1. {{ pilot.in_scope | items }}",
            '12:11: "| items" stands beside other words; an item of its own',
        ),
    ],
    "term": [
        (
            "1. This is the **Finish Date**.",
            "1. This is the **End Date**.",
            '11:16: "Finish Date" is defined here but not in terms.yml; a term with home: term/term; did you mean "End Date"?',
        ),
        (
            "1. This is the **End Date**, and that is the **End Date**.",
            "1. This is the **End Date**. The End Date counts.",
            '1:1: "End Date" is defined twice in one wording',
        ),
    ],
    "item-id": [
        ("1. {#Bad_Id} x.", "1. {#good-id} x.", '11:1: "Bad_Id" is not an id; lower-case words with hyphens'),
        (
            "1. {#a} x.\n2. {#a} y.",
            "1. {#a} x.\n2. {#b} y.",
            '12:1: "a" stands twice in this wording; give each item its own id',
        ),
    ],
    "stray-text": [
        (
            "1. It is:\n   1. x; and\n   2. y.\nand so on",
            "1. It is:\n   1. x; and\n   2. y.\n2. And so on.",
            '14:1: "and so on" is not an item; 1. {#id} text, with three spaces for each level; make it an item of its own; text after sub-items is not possible',
        ),
    ],
    "level": [
        ("1. x.\n      2. y.", "1. x:\n   1. y; and\n   2. z.", f"12:1: 6 spaces before the item; {LEVEL}"),
        ("1. x.\n  2. y.", "1. x.\n2. y.", f"12:1: 2 spaces before the item; {LEVEL}"),
        (
            "1. x:\n   1. y:\n      1. z; and\n      2. z; and\n         1. w.\n   2. u.",
            "1. x:\n   1. y:\n      1. z; and\n      2. w; and\n   2. u.",
            f"15:1: 9 spaces before the item; {LEVEL}",
        ),
    ],
    "tab": [
        ("1. x.\n\t2. y.", "1. x.\n2. y.", "12:1: a tab; three spaces a level"),
        ("1. x,\ty.", "1. x, y.", "11:6: a tab; three spaces a level"),
    ],
    "lead-in": [
        (
            "1. It is\n   1. x; and\n   2. y.",
            "1. It is:\n   1. x; and\n   2. y.",
            '11:1: "It is" leads into sub-items; a lead-in that ends with ":"',
        ),
        ("1. It is:", "1. It is.", '11:1: "It is:" leads into nothing; sub-items below it, three spaces in'),
    ],
    "short-list": [
        ("1. It is:\n   1. x.", "1. It is:\n   1. x; and\n   2. y.", f"11:1: {SHORT}"),
    ],
    "mark": [
        *(
            (
                f"1. It is {opening}end.",
                f"1. It is \\{opening}end.",
                f'11:10: "{opening}" belongs to no blank, reference or term; complete it, or write \\{opening} for the characters themselves',
            )
            for opening in ("{{", "[[", "**")
        ),
        (
            "1. Write \\{{ x }} and [[ here.",
            "1. Write \\{{ x }} and \\[[ here ]].",
            '11:23: "[[" belongs to no blank, reference or term; complete it, or write \\[[ for the characters themselves',
        ),
    ],
    "heading": [
        (
            "1. x.\n\n# Agrement\n\n1. y.",
            "1. x.\n\n# Statement\n\n1. y.",
            '13:1: "# Agrement" is not a wording; one of Agreement, Statement, Binding, Note',
        ),
        (
            "1. x.\n\n# Agreement\n\n1. y.",
            "1. x.\n\n# Binding\n\n1. y.",
            '13:1: "# Agreement" stands twice; make one of the two',
        ),
        ("1. x.\n\n# Statement", "1. x.", '13:1: "# Statement" has no items; write some, or take it out'),
    ],
}
WRONG = [(rule, wrong, said) for rule, rows in MISTAKES.items() for wrong, _, said in rows]
RIGHT = [(rule, right) for rule, rows in MISTAKES.items() for _, right, _ in rows]


def planted(root: Path, wording: str) -> list[str]:
    """What is said about the base library with an option of this wording in it."""
    return told(root, {**PARAMETERS, PLANTED: f"{FRONT}{wording}\n"})


@pytest.mark.parametrize(("rule", "wrong", "said"), WRONG, ids=lambda each: str(each)[:50])
def test_a_mistake_is_found_with_its_line_and_nothing_else(tmp_path: Path, rule: str, wrong: str, said: str) -> None:
    place, words = said.split(": ", 1)
    assert planted(tmp_path, wrong) == [f"{PLANTED}:{place}: error: {rule}: {words}"]


@pytest.mark.parametrize(("rule", "right"), RIGHT)
def test_the_right_wording_beside_a_mistake_passes(tmp_path: Path, rule: str, right: str) -> None:
    assert planted(tmp_path, right) == [], rule


def test_a_word_that_the_issue_lists_for_a_party_may_bear_a_duty(tmp_path: Path) -> None:
    issue = "clauses/term/term/issue.yml"
    acting = {issue: PARAMETERS[issue].replace("parameters:", "acts: [recipient]\nparameters:")}
    text = FRONT + "1. The recipient must keep it secret.\n2. A sender must not.\n"
    [problem] = told(tmp_path, {**acting, PLANTED: text})
    assert problem == f'{PLANTED}:12:1: error: duty-without-bearer: "A sender must" {BEARER}'


def test_every_check_of_wording_has_a_planted_mistake() -> None:
    assert CHECKS.keys() <= MISTAKES.keys()


@pytest.mark.parametrize("rule", CHECKS)
def test_the_docstring_of_a_check_shows_a_bad_text_and_a_good_one(rule: str) -> None:
    manual = CHECKS[rule].__doc__ or ""
    assert manual.index("\n\n    Bad: ") < manual.index(" Good: ")
