"""What must fit in and across the files of a library: each rule has a file that breaks it."""

# ruff: noqa: E501 - whole messages stand in these tests

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.base import EACH_OWN, FIXED, TERM, swapped, told

G = "clauses/governance/structure/"
L = "clauses/liability/cap/"

# files with a planted mistake, and all that is said about them
MISTAKES: list[tuple[dict[str, str], list[str]]] = [
    (
        swapped(G + "issue.yml", "heading: Governance", "heding: Governance"),
        [
            'clauses/governance/structure/issue.yml:1:1: error: missing-key: "heading" is missing; add "heading:"',
            'clauses/governance/structure/issue.yml:2:1: error: unknown-key: "heding" is not a key here; one of question, heading, purpose, mou, survives, default, when, required, early, anchors, provides, parameters, barriers, resources; did you mean "heading"?',
        ],
    ),
    (
        swapped(G + "issue.yml", "heading: Governance\n", "heading: Governance\nheading: Again\n"),
        [
            'clauses/data/control/city-control.md:7:1: error: unknown-issue: "governance/structure" is not an issue',
            'clauses/data/control/city-control.md:17:65: error: reference: "governance/structure" is not an issue; make it optional: [[governance/structure?]]',
            'clauses/governance/structure/issue.yml:3:1: error: yaml-duplicate-key: "heading" stands twice, first in line 2; each key once; remove one',
            "clauses/governance/structure/lead.md:1:1: error: missing-issue: there is no issue.yml beside it; write governance/structure/issue.yml",
            "clauses/governance/structure/team.md:1:1: error: missing-issue: there is no issue.yml beside it; write governance/structure/issue.yml",
            'clauses/terms.yml:9:1: error: unknown-issue: the home of "Steering Team", governance/structure, is not an issue',
        ],
    ),
    (
        swapped(G + "issue.yml", "heading: Governance\n", "heading: [a, b]\n"),
        ['clauses/governance/structure/issue.yml:2:1: error: wrong-type: "heading" is a list; text'],
    ),
    (
        swapped(G + "issue.yml", "survives: no", "survives: maybe"),
        ['clauses/governance/structure/issue.yml:5:1: error: wrong-type: "maybe" is not an answer; yes or no'],
    ),
    (
        swapped(G + "issue.yml", "mou: [statement, binding]", "mou: [statment, binding]"),
        [
            'clauses/governance/structure/issue.yml:4:1: error: unknown-word: "statment" is not a standing; statement, binding or omit'
        ],
    ),
    (
        swapped(G + "issue.yml", "mou: [statement, binding]\n", ""),
        [
            'clauses/governance/structure/issue.yml:1:1: error: missing-key: "mou" is missing; statement, binding, omit, or a list'
        ],
    ),
    (
        swapped(G + "issue.yml", "default: team\n", ""),
        [
            'clauses/governance/structure/issue.yml:1:1: error: missing-key: "default" is missing; an option, or a list of option + when'
        ],
    ),
    (
        swapped(G + "issue.yml", "default: team\n", "default: teem\n"),
        [
            'clauses/governance/structure/issue.yml:7:1: error: unknown-option: "teem" is not an option; one of lead, team; did you mean "team"?'
        ],
    ),
    (
        swapped(G + "issue.yml", "anchors: [meetings]", "anchors: [meetings, quorum]"),
        [
            'clauses/governance/structure/lead.md:1:1: error: anchor: the item "quorum" is missing; every anchor of the issue; give an item the id {#quorum}',
            'clauses/governance/structure/team.md:1:1: error: anchor: the item "quorum" is missing; every anchor of the issue; give an item the id {#quorum}',
        ],
    ),
    (
        swapped(G + "issue.yml", "provides: [decides]", "provides: [decides, meets]"),
        [
            'clauses/governance/structure/lead.md:7:1: error: provides: "meets" is not provided; provides: decides, meets',
            'clauses/governance/structure/team.md:7:1: error: provides: "meets" is not provided; provides: decides, meets',
        ],
    ),
    (
        swapped(G + "issue.yml", "type: days", "type: daze"),
        [
            'clauses/governance/structure/issue.yml:12:5: error: unknown-word: "daze" is not accepted; one of money, percent, number, count, days, business-days, hours, months, date, yes-no, choice, choices, phrase, text, party; did you mean "date"?'
        ],
    ),
    (
        swapped(G + "issue.yml", "type: days", "type: days\n    unit: weeks"),
        [
            'clauses/governance/structure/issue.yml:13:5: error: unknown-key: "unit" is not a key here; one of type, ask, default, min, max, usual-min, usual-max, why, for, when, from, per, shown, label, key_term, values, own-words, fixed, at-least'
        ],
    ),
    (
        swapped(G + "issue.yml", "  meeting_days:", "  meeting-days:"),
        [
            'clauses/governance/structure/issue.yml:11:3: error: parameter-name: "meeting-days" is not a name; lower-case words with underscores',
            'clauses/governance/structure/team.md:15:84: error: unknown-blank: "{{ meeting_days }}" is no parameter, fact, law, role or column; did you mean "meeting-days"?',
            'clauses/liability/cap/issue.yml:26:5: error: unknown-parameter: reply_days is from "governance/structure.meeting_days"; topic/issue.parameter, not borrowed itself',
        ],
    ),
    (
        swapped(G + "issue.yml", "    min: 7", "    min: seven"),
        [
            'clauses/governance/structure/issue.yml:15:5: error: count: meeting_days: "seven" is not a whole number; digits only, such as 12'
        ],
    ),
    (
        swapped(G + "issue.yml", "    default: 30", "    default: 3"),
        [
            "clauses/governance/structure/issue.yml:14:5: error: out-of-range: meeting_days: 3 is out of range for meeting_days; from 7 to 90; Often enough to see trouble early."
        ],
    ),
    (
        swapped(G + "issue.yml", "    shown: governance#seats\n", ""),
        [
            'clauses/governance/structure/issue.yml:21:3: error: missing-key: "shown" is missing; the schedule part that shows the values; add shown: and label:'
        ],
    ),
    (
        swapped(G + "issue.yml", "    shown: governance#seats\n", "    shown: governance#chairs\n"),
        [
            'clauses/governance/structure/issue.yml:27:5: error: schedule-part: seats is shown in "governance#chairs"; a part of a schedule'
        ],
    ),
    (
        swapped(G + "issue.yml", "per: party", "per: street"),
        [
            'clauses/governance/structure/issue.yml:26:5: error: unknown-word: "street" is not accepted; one of party, city, partner, dataset, milestone, gate, phase'
        ],
    ),
    (
        swapped(G + "issue.yml", "parameters:", "barriers: [rain]\nparameters:"),
        ['clauses/governance/structure/issue.yml:10:1: error: unknown-word: "rain" is not a barrier; one of fog'],
    ),
    (
        swapped(
            L + "issue.yml", "  - option: fixed\n", "  - option: fixed\n    when:\n      - milestones.count: {min: 1}\n"
        ),
        [
            "clauses/liability/cap/issue.yml:6:1: error: default: the last default has conditions; a last entry without conditions"
        ],
    ),
    (
        swapped(L + "issue.yml", "  - option: fixed\n", "  - optoin: fixed\n"),
        [
            'clauses/liability/cap/issue.yml:10:5: error: missing-key: "option" is missing; add "option:"',
            'clauses/liability/cap/issue.yml:10:5: error: unknown-key: "optoin" is not a key here; one of option, when, reason; did you mean "option"?',
        ],
    ),
    (
        swapped(L + "issue.yml", "for: [fixed]", "for: [fixt]"),
        [
            'clauses/liability/cap/issue.yml:17:5: error: unknown-option: amount is for "fixt"; one of fixed, multiple; did you mean "fixed"?'
        ],
    ),
    (
        swapped(L + "issue.yml", "    values: [each-claim, all-claims]\n", ""),
        ['clauses/liability/cap/issue.yml:39:3: error: missing-key: "values" is missing; the words to choose from'],
    ),
    (
        swapped(L + "issue.yml", "    default: all-claims\n", "    default: some-claims\n"),
        [
            'clauses/liability/cap/issue.yml:43:5: error: unknown-value: basis: "some-claims" is not a value of basis; one of each-claim, all-claims; did you mean "each-claim"?'
        ],
    ),
    (
        swapped(L + "issue.yml", "    fixed: [injury]\n", "    fixed: [injry]\n"),
        [
            "clauses/liability/cap/issue.yml:36:5: error: fixed-value: losses: injry cannot be left out; add injry",
            'clauses/liability/cap/issue.yml:37:5: error: unknown-value: losses: "injry" is not a value; one of injury, fraud, privacy; did you mean "injury"?',
        ],
    ),
    (
        swapped(L + "issue.yml", "    at-least: 2\n", "    at-least: two\n"),
        ['clauses/liability/cap/issue.yml:38:5: error: wrong-type: "two" is not a whole number; digits'],
    ),
    (
        swapped(L + "issue.yml", "    at-least: 2\n", "    at-least: 3\n"),
        ["clauses/liability/cap/issue.yml:36:5: error: too-few: losses: 2 values; at least 3"],
    ),
    (
        swapped(
            L + "issue.yml",
            "    from: governance/structure.meeting_days\n",
            "    from: governance/structure.meetings\n",
        ),
        [
            'clauses/liability/cap/issue.yml:26:5: error: unknown-parameter: reply_days is from "governance/structure.meetings"; topic/issue.parameter, not borrowed itself'
        ],
    ),
    (
        swapped(
            L + "issue.yml",
            "    from: governance/structure.meeting_days\n    type: days\n",
            "    from: governance/structure.meeting_days\n",
        ),
        ['clauses/liability/cap/issue.yml:25:3: error: missing-key: "type" is missing; the type of the default'],
    ),
    (
        swapped(L + "issue.yml", "fraud by {{ party | a }}", "fraud by {{ vendor | a }}"),
        [
            'clauses/liability/cap/issue.yml:32:5: error: format: losses: "a" is not a format; one of money, percent, date, days, business_days, hours, months, days_notice, business_days_notice, times, at_most, number, count, list, party, words, items, text',
            'clauses/liability/cap/issue.yml:32:5: error: unknown-blank: losses: "{{ vendor }}" is no parameter, fact, law, role or column',
        ],
    ),
    (
        swapped(L + "issue.yml", "fraud by {{ party | a }}", "fraud by {{ party"),
        [
            'clauses/liability/cap/issue.yml:34:7: error: mark: "{{" belongs to no blank, reference or term; complete it, or write \\{{ for the characters themselves'
        ],
    ),
    (
        swapped(L + "issue.yml", "contributions.count: {min: 1}", "contribution.count: {min: 1}"),
        [
            'clauses/liability/cap/issue.yml:9:9: error: unknown-fact: "contribution.count" is not a fact; see the table of facts; did you mean "contributions.count"?'
        ],
    ),
    (
        swapped(L + "issue.yml", "contributions.count: {min: 1}", "contributions.count: {least: 1}"),
        [
            'clauses/liability/cap/issue.yml:9:9: error: unknown-test: "least" is not a test; a value, present, or one of not, in, min, max, includes'
        ],
    ),
    (
        swapped(L + "issue.yml", "contributions.count: {min: 1}", "contributions.count: {min: one}"),
        ['clauses/liability/cap/issue.yml:9:9: error: wrong-type: "one" is no bound; a number, or year-month-day'],
    ),
    (
        swapped(L + "issue.yml", "contributions.count: {min: 1}", "contributions.count: {min: [1, 2]}"),
        ['clauses/liability/cap/issue.yml:9:9: error: wrong-type: "min" is not followed by its value; one value'],
    ),
    (
        swapped(L + "issue.yml", "contributions.count: {min: 1}", "contributions.count: [1]"),
        [
            "clauses/liability/cap/issue.yml:9:9: error: wrong-type: a list is not a test; a value, present, or a map of tests"
        ],
    ),
    (
        swapped(L + "issue.yml", "contributions.count: {min: 1}", "contributions.kinds: {includes: cash, in: [x]}"),
        [
            'clauses/liability/cap/issue.yml:9:9: error: unknown-test: "in" does not suit contributions.kinds, which is of the type set; one of includes, min, max, present'
        ],
    ),
    (
        swapped(L + "issue.yml", "contributions.count: {min: 1}", "contributions.cash: true"),
        [
            'clauses/liability/cap/issue.yml:9:9: error: unknown-word: "true" is not a value of contributions.cash; one of yes, no'
        ],
    ),
    (
        swapped(L + "issue.yml", "contributions.count: {min: 1}", "procurement.route: {in: [competitive, best]}"),
        [
            'clauses/liability/cap/issue.yml:9:9: error: unknown-word: "best" is not a value of procurement.route; one of competitive, challenge-based, below-threshold, no-effect, no-procurement'
        ],
    ),
    (
        swapped(L + "issue.yml", "contributions.count: {min: 1}", "pilot.start: {min: soon}"),
        ['clauses/liability/cap/issue.yml:9:9: error: wrong-type: "soon" is no bound; a number, or year-month-day'],
    ),
    (
        swapped(L + "issue.yml", "contributions.count: {min: 1}", "pilot.start: {min: 2026-02-31}"),
        [
            'clauses/liability/cap/issue.yml:9:9: error: wrong-type: "2026-02-31" is no bound; a number, or year-month-day'
        ],
    ),
    (
        swapped(L + "issue.yml", "contributions.count: {min: 1}", "chosen.term/term: fixed"),
        [
            'clauses/liability/cap/issue.yml:8:5: error: unknown-fact: "chosen.term/term" is not known while options are chosen; facts and law'
        ],
    ),
    (
        swapped(L + "issue.yml", "contributions.count: {min: 1}", "param.amount: present"),
        [
            'clauses/liability/cap/issue.yml:8:5: error: unknown-fact: "param.amount" is not known while options are chosen; facts and law'
        ],
    ),
    (
        swapped(L + "fixed.md", "stance: balanced", "stance: fair"),
        [
            'clauses/liability/cap/fixed.md:4:1: error: unknown-word: "fair" is not accepted; one of city, lean-city, balanced, lean-partner, partner, model'
        ],
    ),
    (
        swapped(L + "fixed.md", "stance: balanced\n", ""),
        ['clauses/liability/cap/fixed.md:1:1: error: missing-key: "stance" is missing; add "stance:"'],
    ),
    (
        swapped(L + "fixed.md", "title: A fixed amount", "titel: A fixed amount"),
        [
            'clauses/liability/cap/fixed.md:1:1: error: missing-key: "title" is missing; add "title:"',
            'clauses/liability/cap/fixed.md:2:1: error: unknown-key: "titel" is not a key here; one of title, summary, stance, when_to_use, differs, needs, conflicts, requires, provides, allocates, items, mou, survives, schedules, sources, review, overlay, binds; did you mean "title"?',
        ],
    ),
    (
        swapped(L + "fixed.md", "summary: A fixed amount is the limit.", "summary: A party must pay."),
        ['clauses/liability/cap/fixed.md:3:1: error: summary: "must" is a verb of duty; the present tense'],
    ),
    (
        swapped(L + "fixed.md", "summary: A fixed amount is the limit.", "summary: " + "word " * 41),
        ["clauses/liability/cap/fixed.md:3:1: error: summary: 41 words; at most 40"],
    ),
    (
        swapped(L + "fixed.md", "  - data/control: each-own", "  - data/controll: each-own"),
        [
            'clauses/liability/cap/fixed.md:7:1: error: unknown-issue: "data/controll" is not an issue; did you mean "data/control"?'
        ],
    ),
    (
        swapped(L + "fixed.md", "  - data/control: each-own", "  - data/control: each-one"),
        [
            'clauses/liability/cap/fixed.md:7:1: error: unknown-option: "each-one" is not an option of data/control; one of city-control, each-own; did you mean "each-own"?'
        ],
    ),
    (
        swapped(L + "fixed.md", "  - data/control: each-own", "  - data/control: {any: x}"),
        [
            "clauses/liability/cap/fixed.md:8:5: error: link: this is not a link; an option, any, none, {in: [..]} or {not: ..}"
        ],
    ),
    (
        swapped(L + "fixed.md", "review: {status: draft}", "review: {status: fine}"),
        ['clauses/liability/cap/fixed.md:9:10: error: unknown-word: "fine" is not accepted; one of draft, reviewed'],
    ),
    (
        swapped(L + "fixed.md", "review: {status: draft}", "review: {status: reviewed, by: A. Lawyer}"),
        [
            "clauses/liability/cap/fixed.md:9:1: error: review: reviewed, but by whom and when is missing; status, by and date"
        ],
    ),
    (
        swapped(L + "fixed.md", "review: {status: draft}", "sources: [team-gide]"),
        [
            'clauses/liability/cap/fixed.md:9:1: error: unknown-source: "team-gide" is not in sources.yml; did you mean "team-guide"?'
        ],
    ),
    (
        swapped(L + "fixed.md", "review: {status: draft}", "schedules: [budgt]"),
        [
            'clauses/liability/cap/fixed.md:9:1: error: schedule-part: "budgt" is not a schedule, or not a part of one; one of budget, governance'
        ],
    ),
    (
        swapped(L + "fixed.md", "review: {status: draft}", "items:\n  limitt: {shrinks: yes}"),
        [
            'clauses/liability/cap/fixed.md:10:3: error: item-id: items names "limitt", which no wording has; one of limit; did you mean "limit"?'
        ],
    ),
    (
        swapped(L + "fixed.md", "review: {status: draft}", "items:\n  limit: {shrink: yes}"),
        [
            'clauses/liability/cap/fixed.md:10:11: error: unknown-key: "shrink" is not a key here; one of when, shrinks, after, drop; did you mean "shrinks"?'
        ],
    ),
    (
        swapped(
            L + "fixed.md", "review: {status: draft}", "items:\n  limit:\n    when:\n      - param.ammount: present"
        ),
        [
            'clauses/liability/cap/fixed.md:11:5: error: unknown-parameter: "ammount" is not a parameter of liability/cap; did you mean "amount"?'
        ],
    ),
    (
        swapped(
            L + "fixed.md", "review: {status: draft}", "items:\n  limit:\n    when:\n      - chosen.term/tern: fixed"
        ),
        [
            'clauses/liability/cap/fixed.md:11:5: error: unknown-issue: "term/tern" is not an issue; did you mean "term/term"?'
        ],
    ),
    (
        swapped(
            L + "fixed.md", "review: {status: draft}", "items:\n  limit:\n    when:\n      - chosen.term/term: fixt"
        ),
        [
            'clauses/liability/cap/fixed.md:11:5: error: unknown-option: "fixt" is not an option of term/term; one of fixed; did you mean "fixed"?'
        ],
    ),
    (
        swapped(L + "multiple.md", "cap: multiple", "cap: multipel"),
        [
            'clauses/liability/cap/multiple.md:12:5: error: unknown-parameter: "multipel" is not a parameter of liability/cap; did you mean "multiple"?'
        ],
    ),
    (
        swapped(L + "multiple.md", "risk: non-payment", "risk: rain"),
        ['clauses/liability/cap/multiple.md:12:5: error: unknown-word: "rain" is not a risk; see vocabulary.yml'],
    ),
    (
        swapped(L + "multiple.md", "to: shared", "to: everybody"),
        [
            'clauses/liability/cap/multiple.md:12:5: error: unknown-word: "everybody" is not whom to allocate to; see vocabulary.yml'
        ],
    ),
    (
        {L + "fixed.md": "no front matter\n"},
        [
            'clauses/data/control/city-control.md:7:1: error: unknown-option: "fixed" is not an option of liability/cap; one of multiple',
            "clauses/liability/cap/fixed.md:1:1: error: front-matter: the file does not start with a block between two lines ---; ---, then keys and values, then ---, then the wording",
            'clauses/liability/cap/issue.yml:10:5: error: unknown-option: "fixed" is not an option; one of multiple',
            'clauses/liability/cap/issue.yml:17:5: error: unknown-option: amount is for "fixed"; one of multiple',
        ],
    ),
    (
        swapped(L + "fixed.md", "# Agreement", "x\n# Agreement"),
        [
            'clauses/liability/cap/fixed.md:12:1: error: stray-text: "x" stands before the first heading; put it under # Agreement, # Statement, # Binding or # Note'
        ],
    ),
    (
        {L + "fixed.md": FIXED.split("# Agreement")[0] + "# Note\n\nNothing.\n"},
        [
            "clauses/liability/cap/fixed.md:1:1: error: missing-wording: there is no wording; # Agreement, # Statement or # Binding"
        ],
    ),
    (
        {"clauses/risk/loss/one.md": EACH_OWN},
        [
            "clauses/risk/loss/one.md:1:1: error: missing-issue: there is no issue.yml beside it; write risk/loss/issue.yml"
        ],
    ),
    (
        {"clauses/term/term/README.md": "x"},
        [
            "clauses/term/term/README.md:1:1: error: front-matter: the file does not start with a block between two lines ---; ---, then keys and values, then ---, then the wording"
        ],
    ),
    (
        {"clauses/term/term/notes.txt": "x"},
        [
            "clauses/term/term/notes.txt:1:1: error: stray-file: no clause file; issue.yml or <option>.md; move it elsewhere"
        ],
    ),
    (
        {
            "clauses/term/a-question-with-a-name-that-is-too-long/issue.yml": TERM,
            "clauses/term/a-question-with-a-name-that-is-too-long/fixed.md": EACH_OWN,
        },
        [
            'clauses/term/a-question-with-a-name-that-is-too-long/issue.yml:1:1: error: id-length: "term/a-question-with-a-name-that-is-too-long" has 44 characters; at most 36'
        ],
    ),
    (
        {"clauses/term/term/an-option-with-a-name-that-goes-on-and-on-for-ever.md": EACH_OWN},
        [
            'clauses/term/term/an-option-with-a-name-that-goes-on-and-on-for-ever.md:1:1: error: id-length: "term/term/an-option-with-a-name-that-goes-on-and-on-for-ever" is too long; at most 55 characters'
        ],
    ),
    (
        swapped("clauses/terms.yml", "  home: term/term", "  home: term/tern"),
        [
            'clauses/liability/cap/multiple.md:18:1: error: term: "End Date" is defined in term/tern, which may be absent; needs: - term/tern: any',
            'clauses/term/term/fixed.md:12:67: error: term: "End Date" is defined here but not in terms.yml; a term with home: term/term; did you mean "End Date"?',
            'clauses/terms.yml:6:1: error: unknown-issue: the home of "End Date", term/tern, is not an issue; did you mean "term/term"?',
        ],
    ),
    (
        swapped("clauses/terms.yml", "  home: term/term", "  plural: End Dates"),
        [
            'clauses/term/term/fixed.md:12:67: error: term: "End Date" is defined here but not in terms.yml; a term with home: term/term; did you mean "End Date"?',
            'clauses/terms.yml:6:1: error: missing-key: "End Date" has neither a meaning nor a home; means or home',
        ],
    ),
    (
        swapped("clauses/terms.yml", "the work that", "the work that each must do, as"),
        [
            'clauses/terms.yml:1:1: error: term-duty: the meaning of "Project" carries a duty; a meaning; the duty goes into a clause'
        ],
    ),
    (
        swapped("clauses/terms.yml", "the work that [[schedule:budget]] describes", "the work under [[term/term]]"),
        ['clauses/terms.yml:1:1: error: term-reference: the meaning of "Project" cites a clause; schedules only'],
    ),
    (
        swapped("clauses/terms.yml", "the work that [[schedule:budget]] describes", "the work that makes Project Data"),
        [
            'clauses/terms.yml:1:1: error: term-cycle: the meaning of "Project" leads back to itself',
            'clauses/terms.yml:3:1: error: term-cycle: the meaning of "Project Data" leads back to itself',
        ],
    ),
    (
        swapped(
            "clauses/terms.yml",
            "the work that [[schedule:budget]] describes",
            "the work of [[schedule:budgett]] and {{ council }}",
        ),
        [
            'clauses/terms.yml:1:1: error: reference: the meaning of "Project" cites "schedule:budgett", which is not there; one of budget, governance; did you mean "budget"?',
            'clauses/terms.yml:1:1: error: unknown-blank: the meaning of "Project" holds "{{ council }}", which is no fact, law, role or column',
        ],
    ),
    (
        swapped("clauses/terms.yml", "  acts: yes", "  does: yes"),
        [
            'clauses/governance/structure/team.md:16:1: error: duty-without-bearer: "The Steering Team must" names nobody; a party, or a body that a term with `acts: yes` defines, before must',
            'clauses/terms.yml:11:3: error: unknown-key: "does" is not a key here; one of means, plural, prints, home, acts, forbidden',
        ],
    ),
    (
        swapped(
            "clauses/schedules.yml",
            "      rows: milestones\n      columns:\n"
            "        - {heading: Result, show: deliverable, width: 60}\n        - {heading: Payer, show: payer, width: 40}\n",
            "      columns: []\n",
        ),
        ['clauses/schedules.yml:4:5: error: missing-key: "columns" is missing; a list of heading, show and width'],
    ),
    (
        swapped("clauses/schedules.yml", "width: 40", "width: 50"),
        ["clauses/schedules.yml:7:7: error: widths: the widths sum to 110; 100"],
    ),
    (
        swapped("clauses/schedules.yml", "width: 40", "width: wide"),
        [
            "clauses/schedules.yml:7:7: error: widths: the widths sum to 60; 100",
            'clauses/schedules.yml:9:41: error: wrong-type: "wide" is not a whole number; digits',
        ],
    ),
    (
        swapped("clauses/schedules.yml", "show: payer", "shows: payer"),
        [
            'clauses/schedules.yml:9:11: error: missing-key: "show" is missing; add "show:"',
            'clauses/schedules.yml:9:28: error: unknown-key: "shows" is not a key here; one of heading, show, width, needed; did you mean "show"?',
        ],
    ),
    (
        swapped("clauses/vocabulary.yml", "risks:\n  non-payment: money that is due does not come", "risks: [a, b]"),
        [
            'clauses/liability/cap/multiple.md:12:5: error: unknown-word: "non-payment" is not a risk; see vocabulary.yml',
            'clauses/vocabulary.yml:7:1: error: wrong-type: "risks" is a list; a map',
        ],
    ),
    (
        swapped(
            "clauses/vocabulary.yml",
            'means: "the party that [[schedule:budget#milestones]]',
            'means: "the party that [[schedule:budget#milestonez]]',
        ),
        [
            'clauses/vocabulary.yml:1:1: error: reference: columns.milestones.payer cites "schedule:budget#milestonez", which is not there; one of budget, governance; did you mean "budget"?'
        ],
    ),
    (
        swapped("seeds/models/small.yml", "  term/term:", "  term/tern:"),
        ['seeds/models/small.yml:7:3: error: unknown-issue: "term/tern" is not an issue; did you mean "term/term"?'],
    ),
    (
        swapped("seeds/models/small.yml", "{option: fixed,", "{option: fixt,"),
        [
            'seeds/models/small.yml:7:3: error: unknown-option: "fixt" is not an option of term/term; one of fixed; did you mean "fixed"?'
        ],
    ),
    (
        swapped("seeds/models/small.yml", "    - option: each-own\n      reason: No people are in the data.\n", ""),
        [
            "seeds/models/small.yml:8:3: error: default: the last default has conditions; a last entry without conditions"
        ],
    ),
    (
        swapped("seeds/models/small.yml", "question:", "quest:"),
        [
            'seeds/models/small.yml:2:1: error: unknown-key: "quest" is not a key here; one of title, question, resources, barriers, documents, requires, choices; did you mean "question"?'
        ],
    ),
    (
        swapped("seeds/models/small.yml", "parties.partners: {max: 3}", "chosen.term/term: fixed"),
        [
            'seeds/models/small.yml:4:1: error: unknown-fact: "chosen.term/term" is not known while options are chosen; facts and law'
        ],
    ),
    (
        swapped("seeds/models/small.yml", "data.personal: yes", "param.amount: present"),
        [
            'seeds/models/small.yml:10:7: error: unknown-fact: "param.amount" is not known while options are chosen; facts and law'
        ],
    ),
]


@pytest.mark.parametrize(("files", "said"), MISTAKES, ids=[said[0][:70] for _, said in MISTAKES])
def test_a_planted_mistake_is_found_with_its_place(tmp_path: Path, files: dict[str, str], said: list[str]) -> None:
    assert told(tmp_path, files) == said


@pytest.mark.parametrize("place", ["", "north", "south"])
def test_the_library_without_a_mistake_passes_in_every_place(tmp_path: Path, place: str) -> None:
    assert told(tmp_path, place=place) == []


def test_every_problem_of_every_file_is_told_at_once_in_the_order_of_the_files(tmp_path: Path) -> None:
    files = {
        **swapped(G + "issue.yml", "survives: no", "survives: maybe"),
        **swapped(L + "fixed.md", "stance: balanced", "stance: fair"),
        **swapped("clauses/terms.yml", "the work that", "what must be done, as"),
    }
    assert [line.partition(": error: ")[0] for line in told(tmp_path, files)] == [
        "clauses/governance/structure/issue.yml:5:1",
        "clauses/liability/cap/fixed.md:4:1",
        "clauses/terms.yml:1:1",
    ]


def test_conditions_of_items_may_test_whatever_is_known(tmp_path: Path) -> None:
    when = """items:
  limit:
    when:
      - param.losses: {includes: fraud}
      - law.place: present
      - chosen.term/term: fixed
      - pilot.days: {min: 1, max: 30}
      - parties.kinds: {includes: council}"""
    assert told(tmp_path, swapped(L + "fixed.md", "review: {status: draft}", when)) == []


def test_a_reference_may_lean_on_a_condition_that_the_issue_is_there(tmp_path: Path) -> None:
    cited = swapped(L + "fixed.md", "# Note", "2. {#see} See [[term/term]].\n\n# Note")
    guarded = "items:\n  see:\n    when:\n      - chosen.term/term: %s\nreview"
    unsaid = "term/term may be absent; needs: - term/term: any, or make it optional: [[term/term?]]"
    for test, said in (
        ("present", []),
        ("fixed", []),
        ("{not: none}", []),
        ("{not: fixed}", [f"clauses/liability/cap/fixed.md:21:15: error: reference: {unsaid}"]),
        ("none", [f"clauses/liability/cap/fixed.md:21:15: error: reference: {unsaid}"]),
    ):
        text = cited[L + "fixed.md"].replace("review", guarded % test, 1)
        assert told(tmp_path, {L + "fixed.md": text}) == said, test


def test_an_item_is_cited_under_its_own_conditions_only(tmp_path: Path) -> None:
    items = "items:\n  see:\n    when:\n      - param.speaker: present\n%sreview: {status: draft}"
    cited = swapped(L + "fixed.md", "# Note", "2. {#see} x.\n3. {#cite} As [[#see]] says.\n\n# Note")[L + "fixed.md"]
    bare = cited.replace("review: {status: draft}", items % "")
    same = cited.replace("review: {status: draft}", items % "  cite:\n    when:\n      - param.speaker: present\n")
    assert told(tmp_path, {L + "fixed.md": bare}) == [
        'clauses/liability/cap/fixed.md:22:15: error: reference: "#see" stands only under conditions; give the citing item the same conditions, or make the reference optional'
    ]
    assert told(tmp_path, {L + "fixed.md": same}) == []


def test_a_list_whose_items_may_fall_away_says_that_it_shrinks(tmp_path: Path) -> None:
    listed = swapped(L + "fixed.md", "# Note", "2. {#list} It counts:\n   1. {#a} x; and\n   2. y.\n\n# Note")[
        L + "fixed.md"
    ]
    rule = "items:\n  a:\n    when:\n      - param.speaker: present\n%sreview: {status: draft}"
    may_fall = listed.replace("review: {status: draft}", rule % "")
    marked = listed.replace("review: {status: draft}", rule % "  list: {shrinks: yes}\n")
    assert told(tmp_path, {L + "fixed.md": listed}) == []
    assert told(tmp_path, {L + "fixed.md": may_fall}) == [
        "clauses/liability/cap/fixed.md:21:1: error: short-list: this list can fall below two items; give the lead-in an id and items: <id>: {shrinks: yes}"
    ]
    assert told(tmp_path, {L + "fixed.md": marked}) == []


@pytest.mark.parametrize("name", ["privacy_act", "tender_threshold", "has_moral_rights", "funds_rule"])
def test_a_name_of_law_of_this_place_or_another_may_be_printed(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, _with_law(name), place="north") == []


def test_a_name_of_law_that_no_place_has_is_refused_where_a_place_is_asked_for(tmp_path: Path) -> None:
    said = '{}:17:14: error: unknown-blank: "{{{{ law.privcy_act }}}}" is no parameter, fact, law, role or column'
    assert told(tmp_path, _with_law("privcy_act"), place="north") == [said.format(L + "fixed.md")]


def _with_law(name: str) -> dict[str, str]:
    law = f"2. {{#law}} As {{{{ law.{name} }}}} says.\n\n# Note"
    return {L + "fixed.md": swapped(L + "fixed.md", "# Note", law)[L + "fixed.md"]}
