"""What must fit in and across the files of a library: each rule has a file that breaks it."""

# ruff: noqa: E501 - whole messages stand in these tests

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.base import EACH_OWN, FIXED, TERM, swapped, told

G, C = "clauses/governance/structure/", "clauses/liability/cap/"
OPTION = C + "fixed.md"
COUNT, REVIEW = "contributions.count: {min: 1}", "review: {status: draft}"

# in each file, what is planted in the place of what ("" is the whole file), and all that is said, of other files by name
MISTAKES: dict[str, dict[tuple[str, str], list[str]]] = {
    G + "lead.md": {
        ("decides: the Steering Team", 'decides: "{{ convenor }}"'): [
            '8:3: error: provided-phrase: "{{ convenor }}" holds a blank, a reference or a term; plain words, such as the Steering Group',
        ],
    },
    G + "issue.yml": {
        ("heading: Governance", "heding: Governance"): [
            '1:1: error: missing-key: "heading" is missing; add "heading:"',
            '2:1: error: unknown-key: "heding" is not a key here; one of question, heading, purpose, mou, survives, default, when, required, anchors, provides, parameters, barriers, resources, confirm, short, waits, style, acts, core; did you mean "heading"?',
        ],
        (
            "heading: Governance\n",
            "heading: Governance\nwaits: {lead: reward/bonus, board: data/control, jury: bonus}\n",
        ): [
            "3:9: error: waits: lead is written now; take it out of waits:",
            "3:29: error: waits: data/control is written now; an issue that is not written yet; write governance/structure/board, and take it out of waits:",
            '3:50: error: waits: "bonus" is no issue; topic/issue, not yet written',
        ],
        ("heading: Governance\n", "heading: Governance\nheading: Again\n"): [
            'clauses/data/control/city-control.md:7:1: error: unknown-issue: "governance/structure" is not an issue',
            'clauses/data/control/city-control.md:17:65: error: reference: "governance/structure" is not an issue; make it optional beside another: [[..., governance/structure?]]',
            '3:1: error: yaml-duplicate-key: "heading" stands twice, first in line 2; each key once; remove one',
            "clauses/governance/structure/lead.md:1:1: error: missing-issue: there is no issue.yml beside it; write governance/structure/issue.yml",
            "clauses/governance/structure/team.md:1:1: error: missing-issue: there is no issue.yml beside it; write governance/structure/issue.yml",
            'clauses/terms.yml:9:1: error: unknown-issue: the home of "Steering Team", governance/structure, is not an issue',
        ],
        ("heading: Governance\n", "heading: [a, b]\n"): ['2:1: error: wrong-type: "heading" is a list; text'],
        ("survives: no", "survives: maybe"): [
            '5:1: error: wrong-type: "maybe" is not an answer; yes, no, or a list of ids of items'
        ],
        ("survives: no", "survives: [meetings, quorum]"): [
            '5:22: error: item-id: survives names "quorum", which no wording has; one of meetings, record, risks, tasks'
        ],
        ("survives: no", "core: [quorum]"): [
            '5:8: error: item-id: core names "quorum", which no wording has; one of meetings, record, risks, tasks'
        ],
        ("mou: [statement, binding]", "mou: [statment, binding]"): [
            '4:1: error: unknown-word: "statment" is not a standing; statement, binding or omit'
        ],
        ("mou: [statement, binding]\n", ""): [
            '1:1: error: missing-key: "mou" is missing; statement, binding, omit, or a list'
        ],
        ("default: team\n", ""): [
            '1:1: error: missing-key: "default" is missing; an option, or a list of option + when'
        ],
        ("default: team\n", "default: teem\n"): [
            '7:1: error: unknown-option: "teem" is not an option; one of lead, team; did you mean "team"?'
        ],
        ("anchors: [meetings]", "anchors: [meetings, quorum]"): [
            'clauses/governance/structure/lead.md:1:1: error: anchor: the item "quorum" is missing; every anchor of the issue; give an item the id {#quorum}',
            'clauses/governance/structure/team.md:1:1: error: anchor: the item "quorum" is missing; every anchor of the issue; give an item the id {#quorum}',
        ],
        ("provides: [decides]", "provides: [decides, meets]"): [
            'clauses/governance/structure/lead.md:7:1: error: provides: "meets" is not provided; provides: decides, meets',
            'clauses/governance/structure/team.md:7:1: error: provides: "meets" is not provided; provides: decides, meets',
        ],
        ("type: days", "type: daze"): [
            '12:5: error: unknown-word: "daze" is not accepted; one of money, percent, number, count, days, business-days, hours, months, date, yes-no, choice, choices, phrase, text, party; did you mean "date"?'
        ],
        ("type: days", "type: days\n    unit: weeks"): [
            '13:5: error: unknown-key: "unit" is not a key here; one of type, ask, default, min, max, usual-min, usual-max, why, for, when, from, per, shown, label, key_term, of, owed, owed-over, values, own-words, fixed, at-least, optional, absent, adds-to, reaches, suggest'
        ],
        ("type: days", "type: days\n    of: price"): [
            '13:5: error: unknown-word: meeting_days is a part of "price"; type: percent, and a word of bases in vocabulary.yml'
        ],
        ("  meeting_days:", "  meeting-days:"): [
            '11:3: error: parameter-name: "meeting-days" is not a name; lower-case words with underscores',
            'clauses/governance/structure/team.md:15:84: error: unknown-blank: "{{ meeting_days }}" is no parameter, fact, law, role or column; did you mean "meeting-days"?',
            'clauses/liability/cap/issue.yml:26:5: error: unknown-parameter: reply_days is from "governance/structure.meeting_days"; topic/issue.parameter, not borrowed itself',
        ],
        ("    min: 7", "    min: seven"): [
            '15:5: error: count: meeting_days: "seven" is not a whole number; digits only, such as 12'
        ],
        ("    default: 30", "    default: 3"): [
            "14:5: error: out-of-range: meeting_days: 3 is out of range for meeting_days; from 7 to 90; Often enough to see trouble early."
        ],
        ("    shown: governance#seats\n", ""): [
            '21:3: error: missing-key: "shown" is missing; the schedule part that shows the values; add shown: and label:'
        ],
        ("    shown: governance#seats\n", "    shown: governance#chairs\n"): [
            '27:5: error: schedule-part: seats is shown in "governance#chairs"; a part of a schedule'
        ],
        ("    default: 30\n", "    optional: yes\n"): [
            '11:3: error: missing-key: "absent" is missing; one sentence that says what holds without a value; add absent:',
            "clauses/governance/structure/team.md:15:84: error: optional: meeting_days may stay out, and nothing here says that it stands; an item with when: - param.meeting_days: present",
        ],
        ("    default: 30\n", "    absent: It meets when it likes.\n"): [
            "11:3: error: optional: absent: says what no value means; optional: yes beside it"
        ],
        ("    default: 30\n", "    default: 30\n    optional: yes\n    absent: It meets when it likes.\n"): [
            "11:3: error: optional: a parameter that may stay out has a default; the one or the other",
            "clauses/governance/structure/team.md:15:84: error: optional: meeting_days may stay out, and nothing here says that it stands; an item with when: - param.meeting_days: present",
        ],
        ("per: party", "per: street"): [
            '26:5: error: unknown-word: "street" is not accepted; one of party, city, partner, dataset, milestone'
        ],
        ("parameters:", "barriers: [rain]\nparameters:"): [
            '10:1: error: unknown-word: "rain" is not a barrier; one of fog'
        ],
    },
    C + "issue.yml": {
        ("  - option: fixed\n", "  - option: fixed\n    when:\n      - milestones.count: {min: 1}\n"): [
            "6:1: error: default: the last default has conditions; a last entry without conditions"
        ],
        ("  - option: fixed\n", "  - optoin: fixed\n"): [
            '10:5: error: missing-key: "option" is missing; add "option:"',
            '10:5: error: unknown-key: "optoin" is not a key here; one of option, when, reason; did you mean "option"?',
        ],
        ("label: Amount", "for: [fixed, multiple]"): [
            '17:5: error: parameter-for: amount is for "multiple", which neither prints nor tests it; one of fixed; leave for: out; it follows from the wording'
        ],
        ("    type: days\n    default: 21\n", "    type: hours\n    default: 21\n"): [
            "27:5: error: wrong-type: reply_days is from governance/structure.meeting_days, which is of the type days; type: days, or a parameter of its own"
        ],
        ("    default: AUD 50,000\n", "    default: AUD 50,000\n    suggest: {value: AUD 60000, why: It is more.}\n"): [
            "16:5: error: suggest: what has a default needs no suggestion; the one or the other"
        ],
        ("    default: AUD 50,000\n", "    suggest: {value: AUD 600, why: It is little.}\n"): [
            "15:5: error: out-of-range: amount: AUD 600 is out of range for amount; at least AUD 1,000"
        ],
        ("    default: AUD 50,000\n", "    suggest: {value: 6000}\n"): [
            '15:5: error: missing-key: "why" is missing; add "why:"',
            "15:5: error: currency: amount: an amount without its currency; such as AUD 6000; a default or a bound holds in one currency only",
        ],
        ("injury to a person", "a person will be hurt"): [
            '33:7: error: phrase: losses: injury: "will" makes a duty; a phrase: no capital, no full stop, no duty'
        ],
        ("label: Amount", "for: [fixt]"): [
            '17:5: error: unknown-option: amount is for "fixt"; one of fixed, multiple; did you mean "fixed"?'
        ],
        ("    values: [each-claim, all-claims]\n", ""): [
            '39:3: error: missing-key: "values" is missing; the words to choose from'
        ],
        ("    default: all-claims\n", "    default: some-claims\n"): [
            '43:5: error: unknown-value: basis: "some-claims" is not a value of basis; one of each-claim, all-claims; did you mean "each-claim"?'
        ],
        ("    fixed: [injury]\n", "    fixed: [injry]\n"): [
            "36:5: error: fixed-value: losses: injry cannot be left out; add injry",
            '37:5: error: unknown-value: losses: "injry" is not a value; one of injury, fraud, privacy; did you mean "injury"?',
        ],
        ("    default: AUD 50,000\n", "    default: 50,000\n"): [
            "15:5: error: currency: amount: an amount without its currency; such as AUD 50,000; a default or a bound holds in one currency only"
        ],
        ("    min: AUD 1,000\n", "    min: 1,000\n"): [
            "16:5: error: currency: amount: an amount without its currency; such as AUD 1,000; a default or a bound holds in one currency only"
        ],
        ("    default: AUD 50,000\n", "    default: ['AUD 50,000', 'AUD 60,000']\n"): [
            "15:5: error: currency: amount: two amounts in one currency"
        ],
        ("    at-least: 2\n", "    at-least: 2\n    owed: twice\n"): [
            '39:5: error: unknown-word: "twice" is not accepted; one of together, each-city'
        ],
        ("    at-least: 2\n", "    at-least: 2\n    owed: together\n    owed-over: reply_weeks\n"): [
            '40:5: error: unknown-parameter: losses is owed over "reply_weeks"; years, or a parameter of the issue that is months or days, beside type: money and owed:'
        ],
        ("    at-least: 2\n", "    at-least: 2\n    adds-to: 100\n"): [
            '39:5: error: adds-to: shares add up; a number from 0 to 100, beside "type: percent" and "per:"'
        ],
        ("    at-least: 2\n", "    at-least: 2\n    reaches: [pilot.end]\n"): [
            '39:5: error: reaches: "pilot.end" is no day that a number of months can reach; a fact of the type date, beside "type: months"'
        ],
        ("    at-least: 2\n", "    at-least: two\n"): ['38:5: error: wrong-type: "two" is not a whole number; digits'],
        ("    at-least: 2\n", "    at-least: 3\n"): ["36:5: error: too-few: losses: 2 values; at least 3"],
        ("    from: governance/structure.meeting_days\n", "    from: governance/structure.meetings\n"): [
            '26:5: error: unknown-parameter: reply_days is from "governance/structure.meetings"; topic/issue.parameter, not borrowed itself'
        ],
        (
            "    from: governance/structure.meeting_days\n    type: days\n",
            "    from: governance/structure.meeting_days\n",
        ): ['25:3: error: missing-key: "type" is missing; the type of the default'],
        ("fraud by {{ party | a }}", "fraud by {{ vendor | a }}"): [
            '32:5: error: format: losses: "a" is not a format; one of money, percent, date, days, business_days, hours, months, years, days_notice, business_days_notice, times, at_most, number, count, list, party, words, items, text',
            '32:5: error: unknown-blank: losses: "{{ vendor }}" is no parameter, fact, law, role or column',
        ],
        ("fraud by {{ party | a }}", "fraud by {{ party"): [
            '34:7: error: mark: "{{" belongs to no blank, reference or term; complete it, or write \\{{ for the characters themselves'
        ],
        (COUNT, "contribution.count: {min: 1}"): [
            '9:9: error: unknown-fact: "contribution.count" is not a fact; see the table of facts; did you mean "contributions.count"?'
        ],
        (COUNT, "contributions.count: {least: 1}"): [
            '9:9: error: unknown-test: "least" is not a test; a value, present, or one of not, in, min, max, reaches, includes'
        ],
        (COUNT, "contributions.count: {min: one}"): [
            '9:9: error: wrong-type: "one" is no bound; a number, or year-month-day'
        ],
        (COUNT, "contributions.count: {min: [1, 2]}"): [
            '9:9: error: wrong-type: "min" is not followed by its value; one value'
        ],
        (COUNT, "contributions.count: [1]"): [
            "9:9: error: wrong-type: a list is not a test; a value, present, or a map of tests"
        ],
        (COUNT, "contributions.kinds: {includes: cash, in: [x]}"): [
            '9:9: error: unknown-test: "in" does not suit contributions.kinds, which is of the type set; one of includes, min, max, present'
        ],
        (COUNT, "contributions.cash: true"): [
            '9:9: error: unknown-word: "true" is not a value of contributions.cash; one of yes, no'
        ],
        (COUNT, "procurement.route: {in: [competitive, best]}"): [
            '8:5: error: unknown-word: "best" is not a value of procurement.route; one of competitive, below-threshold'
        ],
        (COUNT, "pilot.start: {min: soon}"): [
            '9:9: error: wrong-type: "soon" is no bound; a number, or year-month-day'
        ],
        (COUNT, "pilot.start: {min: 2026-02-31}"): [
            '9:9: error: wrong-type: "2026-02-31" is no bound; a number, or year-month-day'
        ],
        (COUNT, "any-of: [{contribution.count: {min: 1}}, {contributions.cash: perhaps}]"): [
            '9:19: error: unknown-fact: "contribution.count" is not a fact; see the table of facts; did you mean "contributions.count"?',
            '9:51: error: unknown-word: "perhaps" is not a value of contributions.cash; one of yes, no',
        ],
        (COUNT, "any-of: [{contributions.cash: yes}]"): [
            "9:9: error: wrong-type: these are no alternatives of any-of; two lines or more, each with one fact"
        ],
        (COUNT, "any-of: [{contributions.count: {min: 1, max: 3}}, {contributions.cash: yes}]"): [
            "9:19: error: wrong-type: contributions.count has 2 tests, which would have to hold together; one test a line"
        ],
        (COUNT, "any-of: [{chosen.term/term: fixed}, {contributions.cash: yes}]"): [
            '8:5: error: unknown-fact: "chosen.term/term" is not known while options are chosen; facts and law'
        ],
        (COUNT, "chosen.term/term: fixed"): [
            '8:5: error: unknown-fact: "chosen.term/term" is not known while options are chosen; facts and law'
        ],
        (COUNT, "param.amount: present"): [
            '8:5: error: unknown-fact: "param.amount" is not known while options are chosen; facts and law'
        ],
        (COUNT, "funding.price: 50000"): [
            '9:9: error: wrong-type: "50000" is one amount among many; nil, or min or max with an amount'
        ],
    },
    OPTION: {
        ("", "no front matter\n"): [
            'clauses/data/control/city-control.md:7:1: error: unknown-option: "fixed" is not an option of liability/cap; one of multiple',
            "1:1: error: front-matter: the file does not start with a block between two lines ---; ---, then keys and values, then ---, then the wording",
            'clauses/liability/cap/issue.yml:10:5: error: unknown-option: "fixed" is not an option; one of multiple',
        ],
        ("", FIXED.split("# Agreement")[0] + "# Note\n\nNothing.\n"): [
            "1:1: error: missing-wording: there is no wording; # Agreement, # Statement or # Binding"
        ],
        ("stance: balanced", "stance: fair"): [
            '4:1: error: unknown-word: "fair" is not accepted; one of city, balanced, partner'
        ],
        (
            "stance: balanced\n",
            "stance: balanced\nstays-below:\n  - {fact: funding.paid, figure: tender_threshold}\n",
        ): [
            '6:6: error: unknown-word: "funding.paid" is not accepted; one of funding.price, funding.target_cost, funding.fee, funding.public_spend, funding.budget, funding.ceiling, procurement.pilot_value, procurement.options_value, procurement.whole_value, procurement.direct_value, pilot.works_value; did you mean "funding.price"?'
        ],
        ("stance: balanced\n", ""): ['1:1: error: missing-key: "stance" is missing; add "stance:"'],
        ("title: A fixed amount", "titel: A fixed amount"): [
            '1:1: error: missing-key: "title" is missing; add "title:"',
            '2:1: error: unknown-key: "titel" is not a key here; one of title, summary, stance, when_to_use, differs, needs, conflicts, asks-reason, watches, requires, provides, allocates, answers, yields, items, mou, survives, schedules, sources, review, overlay, binds, stays-below, confirm, parameters, short, leans, rank, next, style, gives; did you mean "title"?',
        ],
        ("summary: A fixed amount is the limit.", "summary: A party must pay."): [
            '3:1: error: summary: "must" is a verb of duty; the present tense'
        ],
        ("summary: A fixed amount is the limit.", "summary: " + "word " * 41): [
            "3:1: error: summary: 41 words; at most 40"
        ],
        ("  - data/control: each-own", "  - data/controll: each-own"): [
            '7:1: error: unknown-issue: "data/controll" is not an issue; did you mean "data/control"?'
        ],
        ("  - data/control: each-own", "  - data/control: each-one"): [
            '7:1: error: unknown-option: "each-one" is not an option of data/control; one of city-control, each-own; did you mean "each-own"?'
        ],
        ("  - data/control: each-own", "  - data/control: {any: x}"): [
            "8:5: error: link: this is not a link; an option, any, none, {in: [..]} or {not: ..}"
        ],
        (REVIEW, "watches: [{words: [names], in: [datasets.*.nmae], because: lets in none}]"): [
            '9:28: error: watches: "datasets.*.nmae" is no place of a spec; an address such as datasets.*.name'
        ],
        (REVIEW, "asks-reason: [{because: it is rare}]"): [
            "9:15: error: asks-reason: this names nothing that is met; an issue with an option, or when: with conditions"
        ],
        (REVIEW, "asks-reason: [{term/term: fixt}, {becuse: rare}]"): [
            '9:1: error: unknown-option: "fixt" is not an option of term/term; one of fixed; did you mean "fixed"?',
            '9:1: error: unknown-issue: "becuse" is not an issue',
        ],
        (REVIEW, "asks-reason:\n  - {when: [{param.ammount: {min: 1}}]}"): [
            '10:6: error: unknown-parameter: "ammount" is not a parameter of liability/cap; did you mean "amount"?'
        ],
        (REVIEW, "needs:\n  - {term/term: any, when: [{param.amount: {min: 1}}]}"): [
            '9:1: error: unknown-fact: "param.amount" is not known while options are chosen; facts and law'
        ],
        (REVIEW, "review: {status: fine}"): [
            '9:10: error: unknown-word: "fine" is not accepted; one of draft, reviewed'
        ],
        (REVIEW, "review: {status: reviewed, by: A. Lawyer}"): [
            "9:1: error: review: reviewed, but by whom and when is missing; status, by and date"
        ],
        (REVIEW, "gives: [{rights: [decide, uze], to: city, item: limit}]"): [
            '9:9: error: unknown-word: "uze" is no right in data; one of decide, use; did you mean "use"?'
        ],
        (REVIEW, "gives: [{rights: use, to: city, item: limitt}]"): [
            '9:9: error: gives: the option has no item "limitt"; the id of the item that gives it; did you mean "limit"?'
        ],
        (
            REVIEW,
            "gives: [{rights: use, to: city | nearby, item: limit}, {rights: use, to: datasets.source, item: limit}]",
        ): [
            '9:9: error: gives: "city | nearby" is nobody who has a right; a role, a role and a form (concerned, lead, deciding, others, holding), or a column with a party such as datasets.holder',
            '9:56: error: gives: "datasets.source" is nobody who has a right; a role, a role and a form (concerned, lead, deciding, others, holding), or a column with a party such as datasets.holder',
        ],
        (REVIEW, "gives: [{rights: [decide, use], to: city | others, item: limit}]"): [
            '9:9: error: gives: "city | others" rests on who may decide, and cannot say it; a role, or a column of the register'
        ],
        (REVIEW, "gives: [{rights: use, to: city, item: limit, rows: {klass: city}}]"): [
            '9:9: error: gives: a data set has no "klass"; a field of datasets'
        ],
        (REVIEW, "gives: [{rights: use, to: city, item: limit, rows: {sharing: [open, opn]}}]"): [
            '9:9: error: gives: "sharing" of a data set is never "opn"; one of open, shared, closed; did you mean "open"?'
        ],
        (REVIEW, "gives: [{rights: use, to: city, item: limit, rows: {public_space: {not: [yes, no]}}}]"): [
            '9:9: error: gives: no data set passes the test of "public_space"; some rows'
        ],
        (REVIEW, "gives: [{rights: use, to: city, item: limit, when: [{param.ammount: present}]}]"): [
            '9:9: error: unknown-parameter: "ammount" is not a parameter of liability/cap; did you mean "amount"?'
        ],
        (
            REVIEW,
            "items: {limit: {when: [data.personal: yes]}}\ngives: [{rights: use, to: city, item: limit, when: [data.personal: no]}]",
        ): [
            '10:9: error: gives: "limit" never stands where data.personal is no; a case in which it stands; take the entry out'
        ],
        (REVIEW, "gives: [{rights: use, to: city, item: limit, yields: term/tern}]"): [
            '9:9: error: unknown-issue: "term/tern" is not an issue; did you mean "term/term"?'
        ],
        (REVIEW, "sources: [team-gide]"): [
            '9:1: error: unknown-source: "team-gide" is not in sources.yml; did you mean "team-guide"?'
        ],
        (REVIEW, "schedules: [budgt]"): [
            '9:1: error: schedule-part: "budgt" is not a schedule, or not a part of one; one of budget, governance'
        ],
        (REVIEW, "items:\n  limitt: {shrinks: yes}"): [
            '10:3: error: item-id: items names "limitt", which no wording has; one of limit; did you mean "limit"?'
        ],
        (REVIEW, "items:\n  limit: {unlimited: anybody}"): [
            '10:11: error: unknown-word: unlimited for "anybody"; all, a role with a side, or a parameter whose values are such words'
        ],
        (REVIEW, "items:\n  limit: {shrink: yes}"): [
            '10:11: error: unknown-key: "shrink" is not a key here; one of when, shrinks, after, drop, unlimited; did you mean "shrinks"?'
        ],
        (REVIEW, "items:\n  limit:\n    when:\n      - param.ammount: present"): [
            '11:5: error: unknown-parameter: "ammount" is not a parameter of liability/cap; did you mean "amount"?'
        ],
        (REVIEW, "items:\n  limit:\n    when:\n      - param.term/term.notice_dais: 5"): [
            '11:5: error: unknown-parameter: "notice_dais" is not a parameter of term/term; did you mean "notice_days"?'
        ],
        (REVIEW, "items:\n  limit:\n    when:\n      - param.term/tern.notice_days: 5"): [
            '11:5: error: unknown-issue: "term/tern" is not an issue; did you mean "term/term"?'
        ],
        ("  - data/control: each-own", "  - {data/control: each-own, when: [param.amount: present]}"): [
            '7:1: error: unknown-fact: "param.amount" is not known while options are chosen; facts and law'
        ],
        (REVIEW, "items:\n  limit:\n    when:\n      - chosen.term/tern: fixed"): [
            '11:5: error: unknown-issue: "term/tern" is not an issue; did you mean "term/term"?'
        ],
        (REVIEW, "items:\n  limit:\n    when:\n      - chosen.term/term: fixt"): [
            '11:5: error: unknown-option: "fixt" is not an option of term/term; one of fixed; did you mean "fixed"?'
        ],
        ("# Agreement", "x\n# Agreement"): [
            '12:1: error: stray-text: "x" stands before the first heading; put it under # Agreement, # Statement, # Binding or # Note'
        ],
    },
    C + "multiple.md": {
        ("cap: multiple", "cap: multipel"): [
            '12:5: error: unknown-parameter: "multipel" is not a parameter of liability/cap, and no column of a schedule; did you mean "multiple"?'
        ],
        ("risk: non-payment", "risk: rain"): ['12:5: error: unknown-word: "rain" is not a risk; see vocabulary.yml'],
        ("to: city", "to: everybody"): [
            '12:5: error: unknown-word: "everybody" is not whom to allocate to; see vocabulary.yml'
        ],
    },
    "clauses/terms.yml": {
        ("  home: term/term", "  home: term/tern"): [
            'clauses/liability/cap/multiple.md:18:1: error: term: "End Date" is defined in term/tern, which may be absent; needs: - term/tern: any',
            'clauses/term/term/fixed.md:12:67: error: term: "End Date" is defined here but not in terms.yml; a term with home: term/term; did you mean "End Date"?',
            '6:1: error: unknown-issue: the home of "End Date", term/tern, is not an issue; did you mean "term/term"?',
        ],
        ("  home: term/term", "  plural: End Dates"): [
            'clauses/term/term/fixed.md:12:67: error: term: "End Date" is defined here but not in terms.yml; a term with home: term/term; did you mean "End Date"?',
            '6:1: error: missing-key: "End Date" has neither a meaning nor a home; means or home',
        ],
        ("the work that", "the work that each must do, as"): [
            '1:1: error: term-duty: the meaning of "Project" carries a duty; a meaning; the duty goes into a clause'
        ],
        ("the work that [[schedule:budget]] describes", "the work under [[term/term]]"): [
            '1:1: error: term-reference: the meaning of "Project" cites a clause; schedules only'
        ],
        ("the work that [[schedule:budget]] describes", "the work that makes Project Data"): [
            '1:1: error: term-cycle: the meaning of "Project" leads back to itself',
            '3:1: error: term-cycle: the meaning of "Project Data" leads back to itself',
        ],
        ("the work that [[schedule:budget]] describes", "the work of [[schedule:budgett]] and {{ council }}"): [
            '1:1: error: reference: the meaning of "Project" cites "schedule:budgett", which is not there; one of budget, governance; did you mean "budget"?',
            '1:1: error: unknown-blank: the meaning of "Project" holds "{{ council }}", which is no fact, law, role or column',
        ],
        ("  acts: yes", "  does: yes"): [
            'clauses/governance/structure/team.md:16:1: error: duty-without-bearer: "The Steering Team must" names nobody; a party, a term with `acts: yes`, or a word under `acts:` of the issue, before must',
            '11:3: error: unknown-key: "does" is not a key here; one of means, plural, prints, home, acts, forbidden, drop',
        ],
    },
    "clauses/schedules.yml": {
        (
            (
                "      rows: milestones\n      columns:\n"
                "        - {heading: Result, show: deliverable, width: 60}\n        - {heading: Payer, show: payer, width: 40}\n"
            ),
            "      columns: []\n",
        ): ['4:5: error: missing-key: "columns" is missing; a list of heading, show and width'],
        ("width: 40", "width: 50"): ["7:7: error: widths: the widths sum to 110; 100"],
        ("      rows: milestones\n", "      rows: milestones\n      rights: yes\n"): [
            "6:7: error: rights: a table of rights brings its own rows; rights: yes without it",
            "8:7: error: rights: no column shows set, party, decide, use; a column for each",
            '9:29: error: rights: "deliverable" is no column of a table of rights; one of set, party, decide, use',
            '10:28: error: rights: "payer" is no column of a table of rights; one of set, party, decide, use; did you mean "party"?',
        ],
        ("width: 40", "width: wide"): [
            "7:7: error: widths: the widths sum to 60; 100",
            '9:41: error: wrong-type: "wide" is not a whole number; digits',
        ],
        ("      rows: milestones\n", "      rows: milestones\n      figure: gainshare\n"): [
            "6:7: error: figure: a figure brings its own rows; either figure:, or rows: and what goes with it",
            '7:7: error: unknown-figure: "gainshare" is no figure; one of milestone-payments, cash, exit-values, liability-limits, part-limits, overrun, gain, net-saving, saving-shares, income-shares; did you mean "saving-shares"?',
        ],
        ("      rows: milestones\n", "      rows: milestones\n      last-row: {figure: pol, label: Pool}\n"): [
            '7:18: error: unknown-word: "pol" is not accepted; one of pool, shared-limit; did you mean "pool"?'
        ],
        (
            "      rows: milestones\n",
            "      rows: milestones\n      total: Total\n      last-row: {figure: pool, label: Pool}\n",
        ): [
            "8:7: error: figure: the row that is worked out stands below rows, in place of a total; rows: and no total:"
        ],
        ("      rows: milestones\n", "      figure: exit-value\n"): [
            '6:7: error: unknown-figure: "exit-value" is no figure; one of milestone-payments, cash, exit-values, liability-limits, part-limits, overrun, gain, net-saving, saving-shares, income-shares; did you mean "exit-values"?',
        ],
        ("      rows: milestones\n", "      figure: exit-values\n"): [
            '8:29: error: unknown-figure: "deliverable" is no column of exit-values; one of payer, payee, day, accepted, begun, commitments, most',
        ],
        (
            "      rows: milestones\n      columns:\n        - {heading: Result, show: deliverable, width: 60}",
            (
                "      figure: liability-limits\n      labels: {each: Each, fee: '{price}', cap: Cap}\n"
                "      columns:\n        - {heading: Result, show: cap, width: 50, sum: yes}"
            ),
        ): [
            '4:5: error: unknown-figure: liability-limits needs the words "greater"; labels: each, greater, fee',
            '7:28: error: unknown-figure: "{price}" is no blank of these words; {fixed}, {base}',
            '7:44: error: unknown-figure: "cap" are no words of liability-limits; labels: each, greater, fee',
            "8:7: error: widths: the widths sum to 90; 100",
            '9:11: error: figure: "Result": a figure adds up itself, and shows all; one column, with heading, show and width',
            '10:28: error: unknown-figure: "payer" is no column of liability-limits; one of party, formula, cap, misuse; did you mean "party"?',
        ],
        ("      rows: milestones\n", "      figure: overrun\n      steps: [110, 100]\n"): [
            "7:7: error: unknown-figure: the steps do not rise; each above the one before",
            '9:29: error: unknown-figure: "deliverable" is no column of overrun; one of actual, above, partners, city, pays, fee',
            '10:28: error: unknown-figure: "payer" is no column of overrun; one of actual, above, partners, city, pays, fee; did you mean "pays"?',
        ],
        (
            (
                "      rows: milestones\n      columns:\n"
                "        - {heading: Result, show: deliverable, width: 60}\n        - {heading: Payer, show: payer, width: 40}\n"
            ),
            (
                "      figure: overrun\n      steps: [110]\n"
                '      chart: {caption: Both, alt: "At {actuall} both bear.", by: citty, series: {actual: Cost}}\n'
                "      columns:\n        - {heading: Cost, show: actual, width: 60}\n"
                "        - {heading: The city, show: city, width: 40}\n"
            ),
        ): [
            '8:30: error: unknown-figure: "actuall" is no column here; one of actual, city; did you mean "actual"?',
            '8:62: error: unknown-figure: "citty" is no column here; one of actual, city; did you mean "city"?',
            "8:73: error: unknown-figure: a chart compares sides; two columns of amounts or more",
            'clauses/vocabulary.yml:15:3: error: column: columns.milestones.payer: "payer" is no column of budget#milestones; one of actual, city',
        ],
        ("      rows: milestones\n", "      rows: milestones\n      labels: {total: Total}\n"): [
            "7:7: error: figure: no figure takes these labels; figure: beside labels:"
        ],
        ("show: payer", "show: payer, figure: share"): [
            '9:11: error: figure: "Payer" shows fields and a figure; either show: or figure:',
            '9:41: error: unknown-figure: "share" is no figure; one of none yet',
        ],
        ("show: payer", "shows: payer"): [
            '9:11: error: figure: "Payer" shows nothing; either show: or figure:',
            '9:28: error: unknown-key: "shows" is not a key here; one of heading, show, figure, width, align, sum, only-cited; did you mean "show"?',
            'clauses/vocabulary.yml:15:3: error: column: columns.milestones.payer: "payer" is no column of budget#milestones; one of deliverable',
        ],
    },
    "clauses/vocabulary.yml": {
        ("risks:\n  non-payment: money that is due does not come", "risks: [a, b]"): [
            'clauses/liability/cap/multiple.md:12:5: error: unknown-word: "non-payment" is not a risk; see vocabulary.yml',
            '7:1: error: wrong-type: "risks" is a list; a map',
        ],
        (
            'means: "the party that [[schedule:budget#milestones: payer]]',
            'means: "the party that [[schedule:budget#milestonez: payer]]',
        ): [
            '15:3: error: reference: columns.milestones.payer cites "schedule:budget#milestonez", which is not there; one of budget, governance; did you mean "budget"?'
        ],
        ("milestones: payer]]", "milestones: payor]]"): [
            '15:3: error: column: columns.milestones.payer: "payor" is no column of budget#milestones; one of deliverable, payer; did you mean "payer"?'
        ],
        ("milestones: payer]]", "milestones]]"): [
            '15:3: error: columns: columns.milestones.payer: "the schedule names" relies on a column that no reference names; the columns that the sentence relies on; such as [[schedule:name#part: column, column]]'
        ],
        ("term: Payer, ", "term: Payer, rows: {amount: {no: nil}}, "): [
            "15:42: error: rows: this tests no field; a word, a list of words, present, or {not: ..}"
        ],
        ("term: Payer, ", "term: Payer, rows: {amuont: present}, "): [
            '1:1: error: column: columns.milestones.payer: the spec has no "amuont" in milestones; a list of the spec, and fields of its rows'
        ],
    },
    "seeds/models/small.yml": {
        ("  term/term:", "  term/tern:"): [
            '7:3: error: unknown-issue: "term/tern" is not an issue; did you mean "term/term"?'
        ],
        ("{option: fixed,", "{option: fixt,"): [
            '7:3: error: unknown-option: "fixt" is not an option of term/term; one of fixed; did you mean "fixed"?'
        ],
        ("    - option: each-own\n      reason: No people are in the data.\n", ""): [
            "8:3: error: default: the last default has conditions; a last entry without conditions"
        ],
        ("documents:", "from: smal\ndocuments:"): [
            '3:1: error: unknown-model: "smal" is no model to start from; a model without from:, none'
        ],
        ("question:", "quest:"): [
            '2:1: error: unknown-key: "quest" is not a key here; one of title, question, resources, barriers, documents, requires, from, choices; did you mean "question"?'
        ],
        ("parties.partners: {max: 3}", "chosen.term/term: fixed"): [
            '4:1: error: unknown-fact: "chosen.term/term" is not known while options are chosen; facts and law'
        ],
        ("data.personal: yes", "param.amount: present"): [
            '10:7: error: unknown-fact: "param.amount" is not known while options are chosen; facts and law'
        ],
    },
    "clauses/risk/loss/one.md": {
        ("", EACH_OWN): ["1:1: error: missing-issue: there is no issue.yml beside it; write risk/loss/issue.yml"],
    },
    "clauses/term/term/README.md": {
        ("", "x"): [
            "1:1: error: front-matter: the file does not start with a block between two lines ---; ---, then keys and values, then ---, then the wording"
        ],
    },
    "clauses/term/term/notes.txt": {
        ("", "x"): ["1:1: error: stray-file: no clause file; issue.yml or <option>.md; move it elsewhere"],
    },
    "clauses/term/term/an-option-with-a-name-that-goes-on-and-on-for-ever.md": {
        ("", EACH_OWN): [
            '1:1: error: id-length: "term/term/an-option-with-a-name-that-goes-on-and-on-for-ever" is too long; at most 55 characters'
        ],
    },
}


def planted(path: str, old: str, new: str) -> dict[str, str]:
    """The file with a mistake in it, or one that is a mistake as a whole."""
    return swapped(path, old, new) if old else {path: new}


CASES = [
    (planted(path, old, new), [line if line.startswith("clauses/") else f"{path}:{line}" for line in said])
    for path, mistakes in MISTAKES.items()
    for (old, new), said in mistakes.items()
]


@pytest.mark.parametrize(("files", "said"), CASES, ids=[said[0][:70] for _, said in CASES])
def test_a_planted_mistake_is_found_with_its_place(tmp_path: Path, files: dict[str, str], said: list[str]) -> None:
    assert told(tmp_path, files) == said


def test_an_issue_with_a_long_name_is_told_how_long_it_may_be(tmp_path: Path) -> None:
    folder = "clauses/term/a-question-with-a-name-that-is-too-long"
    seen = '"term/a-question-with-a-name-that-is-too-long" has 44 characters; at most 36'
    assert told(tmp_path, {f"{folder}/issue.yml": TERM, f"{folder}/fixed.md": EACH_OWN}) == [
        f"{folder}/issue.yml:1:1: error: id-length: {seen}"
    ]


@pytest.mark.parametrize("place", ["", "north", "south"])
def test_the_library_without_a_mistake_passes_in_every_place(tmp_path: Path, place: str) -> None:
    assert told(tmp_path, place=place) == []


def test_every_problem_of_every_file_is_told_at_once_in_the_order_of_the_files(tmp_path: Path) -> None:
    files = {
        **swapped(G + "issue.yml", "survives: no", "survives: maybe"),
        **swapped(OPTION, "stance: balanced", "stance: fair"),
        **swapped("clauses/terms.yml", "the work that", "what must be done, as"),
    }
    assert [line.partition(": error: ")[0] for line in told(tmp_path, files)] == [
        f"{G}issue.yml:5:1",
        f"{OPTION}:4:1",
        "clauses/terms.yml:1:1",
    ]


def option(*, items: str = "", more: str = "") -> dict[str, str]:
    """The option of a fixed amount with rules for items, and with more items in its wording."""
    return {OPTION: FIXED.replace(REVIEW, f"{items}{REVIEW}").replace("# Note", f"{more}\n\n# Note")}


def test_conditions_of_items_may_test_whatever_is_known(tmp_path: Path) -> None:
    items = """items:
  limit:
    when:
      - param.losses: {includes: fraud}
      - law.place: present
      - param.term/term.notice_days: {min: 30}
      - param.amount: nil
      - funding.price: nil
      - chosen.term/term: fixed
      - pilot.days: {min: 1, max: 30}
      - parties.kinds: {includes: council}
"""
    assert told(tmp_path, option(items=items)) == []


UNSURE = "term/term may be absent; needs: - term/term: any, or an item with when: - chosen.term/term: any"


@pytest.mark.parametrize(
    ("test", "said"),
    [
        ("chosen.term/term: any", ""),
        ("chosen.term/term: fixed", ""),
        ("chosen.term/term: {not: none}", ""),
        ("chosen.term/term: {not: fixed}", UNSURE),
        ("chosen.term/term: none", UNSURE),
        ("param.term/term.notice_days: {not: 5}", ""),
    ],
)
def test_a_reference_may_lean_on_a_condition_that_the_issue_is_there(tmp_path: Path, test: str, said: str) -> None:
    items = f"items:\n  see:\n    when:\n      - {test}\n"
    expected = [f"{OPTION}:21:15: error: reference: {said}"] if said else []
    assert told(tmp_path, option(items=items, more="2. {#see} See [[term/term]].")) == expected


def test_a_value_may_be_cited_that_no_spec_can_take_out(tmp_path: Path) -> None:
    assert told(tmp_path, option(more="2. See [[#limit.injury]].")) == []
    [problem] = told(tmp_path, option(more="2. See [[#limit.fraud]]."))
    assert problem.endswith('error: reference: "fraud" is no fixed value that #limit lists; one of injury')


WHEN = "    when:\n      - param.speaker: present\n"


def test_an_item_is_cited_under_its_own_conditions_only(tmp_path: Path) -> None:
    bare, more = f"items:\n  see:\n{WHEN}", "2. {#see} x.\n3. {#cite} As [[#see]] says."
    fix = "give the citing item the same conditions, or make the reference optional"
    assert told(tmp_path, option(items=bare, more=more)) == [
        f'{OPTION}:22:15: error: reference: "#see" stands only under conditions; {fix}'
    ]
    assert told(tmp_path, option(items=f"{bare}  cite:\n{WHEN}", more=more)) == []


def test_a_list_whose_items_may_fall_away_says_that_it_shrinks(tmp_path: Path) -> None:
    may_fall, more = f"items:\n  a:\n{WHEN}", "2. {#list} It counts:\n   1. {#a} x; and\n   2. y."
    fix = "give the lead-in an id and items: <id>: {shrinks: yes}"
    assert told(tmp_path, option(more=more)) == []
    assert told(tmp_path, option(items=may_fall, more=more)) == [
        f"{OPTION}:21:1: error: short-list: this list can fall below two items; {fix}"
    ]
    assert told(tmp_path, option(items=f"{may_fall}  list: {{shrinks: yes}}\n", more=more)) == []


@pytest.mark.parametrize("name", ["privacy_act", "has_moral_rights"])
def test_a_name_of_law_of_this_place_may_be_printed(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, option(more=LAW % name), place="north") == []


@pytest.mark.parametrize("place", ["", "north", "south"])
@pytest.mark.parametrize("name", ["funds_rule", "tender_threshold"])
def test_law_that_a_place_need_not_have_prints_only_under_a_condition_that_it_is_there(
    tmp_path: Path, name: str, place: str
) -> None:
    seen = f"a place may have no law.{name}, and nothing here says that it is there"
    wrong = f"optional-law: {seen}; an item with when: - law.{name}: present"
    assert told(tmp_path, option(more=LAW % name), place=place) == [f"{OPTION}:17:14: error: {wrong}"]
    for other in (f"law.{name}: {{not: present}}", "law.place: present"):
        items = f"items:\n  law:\n    when:\n      - {other}\n"
        assert [line.split(": ", 1)[1] for line in told(tmp_path, option(items=items, more=LAW % name), place=place)]
    items = f"items:\n  law:\n    when:\n      - law.{name}: present\n"
    assert told(tmp_path, option(items=items, more=LAW % name), place=place) == []
    nested = "2. {#law} It counts:\n   1. what {{ law.%s }} says; and\n   2. the rest."
    assert told(tmp_path, option(items=items, more=nested % name), place=place) == []


def test_the_wording_of_a_place_prints_its_own_law_without_a_condition_and_no_other(tmp_path: Path) -> None:
    overlay = "clauses/jurisdictions/south/term/term/fixed.md"
    assert told(tmp_path, swapped(overlay, "{{ law.place }}", "{{ law.funds_rule }}"), place="south") == []
    [line] = told(tmp_path, swapped(overlay, "{{ law.place }}", "{{ law.moral_rule }}") | NORTH_RULE, place="south")
    assert line.startswith(f"{overlay}:12:28: error: optional-law: a place may have no law.moral_rule")


def test_a_phrase_may_print_it_where_its_whole_parameter_stands_only_with_it(tmp_path: Path) -> None:
    text = "      fraud: fraud under {{ law.funds_rule }}"
    files = swapped(C + "issue.yml", "      fraud: fraud by {{ party | a }}", text)
    ask = "    ask: Which losses are outside the limit?\n"
    files[C + "issue.yml"] = files[C + "issue.yml"].replace(ask, f"{ask}    when: [law.funds_rule: present]\n")
    assert told(tmp_path, files, place="south") == []


NORTH_RULE = swapped(
    "clauses/jurisdictions/north/jurisdiction.yml",
    "    privacy_act:",
    "    moral_rule: {optional: yes}\n    privacy_act:",
)


@pytest.mark.parametrize(
    ("path", "old", "new", "where"),
    [
        ("clauses/terms.yml", "data that the Project makes", "data under {{ law.funds_rule }}", "3:1"),
        (
            C + "issue.yml",
            "      fraud: fraud by {{ party | a }}",
            "      fraud: fraud under {{ law.funds_rule }}",
            "34:7",
        ),
    ],
)
def test_no_meaning_and_no_phrase_prints_law_that_may_be_absent(
    tmp_path: Path, path: str, old: str, new: str, where: str
) -> None:
    lines = told(tmp_path, swapped(path, old, new), place="north")
    assert [(line.split(": ")[0], line.split(": ")[2]) for line in lines] == [(f"{path}:{where}", "optional-law")]


def test_a_name_of_law_that_no_place_has_is_refused_where_a_place_is_asked_for(tmp_path: Path) -> None:
    said = 'unknown-blank: "{{ law.privcy_act }}" is no parameter, fact, law, role or column'
    assert told(tmp_path, option(more=LAW % "privcy_act"), place="north") == [f"{OPTION}:17:14: error: {said}"]


LAW = "2. {#law} As {{ law.%s }} says."


NORTH = "clauses/jurisdictions/north/jurisdiction.yml"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            " currency: AUD, tax: exclusive, valid_from: 2026",
            " valid_from: 2026",
            "13:9: error: figure: nothing says what the figure is an amount or a count of; currency: and tax: for an amount, or unit: for a count",
        ),
        (
            " tax: exclusive, valid_from: 2026",
            " valid_from: 2026",
            '13:9: error: missing-key: "tax" is missing; exclusive, inclusive, not-stated',
        ),
        (
            "70000, currency: AUD,",
            "70000, currency: AUS,",
            '13:24: error: currency: "AUS" is not a currency; such as AUD',
        ),
        (
            "70000, currency: AUD,",
            "70000.50, currency: JPY,",
            '13:10: error: money: "JPY 70000.50" has cents; whole JPY, which has none',
        ),
        (
            "valid_from: 2026-01-01,",
            "valid_from: 1/1/2026,",
            '13:55: error: date: "1/1/2026" is not a date; year-month-day, such as 2026-11-22',
        ),
        (
            "valid_from: 2026-01-01,",
            "valid_from: 2026-01-01, review_by: 20270101,",
            '13:79: error: date: "20270101" is not a date; year-month-day, such as 2026-11-22',
        ),
    ],
)
def test_a_figure_of_law_says_what_it_is_an_amount_of(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert told(tmp_path, planted(NORTH, old, new), place="north") == [f"{NORTH}:{said}"]
