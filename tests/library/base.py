"""A whole library in a page: four issues, two places, a model. Tests plant their mistakes in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pactwright.errors import InputError
from pactwright.library.load import loaded
from pactwright.library.model import Library
from tests.trees import build_tree

VOCABULARY = """\
stances: {city: for the city, balanced: each what it can bear, partner: for the partner}
roles:
  city: {side: public, meaning: the public side, one: City, many: Cities, concerned: "{{ city | a }} whose site it is"}
  partner: {side: partner, meaning: the other side, one: Partner, many: Partners}
  party: {collective: no, meaning: any that signs, one: party, many: parties}
  host: {party: yes, outsider: yes, meaning: gives a place, one: Host, many: Hosts}
risks:
  non-payment: money that is due does not come
rewards:
  payment: money for work done
allocation:
  city: the public side
  shared: divided
columns:
  milestones.payer: {term: Payer, means: "the party that [[schedule:budget#milestones: payer]] names as payer"}
documents:
  mou: {title: Memorandum of understanding, meaning: states intentions}
  pilot-agreement: {title: Pilot agreement, meaning: binds}
sides: {public: the public side, partner: the other side, independent: neither}
kinds:
  council: {meaning: a local government, public: yes, legal_entity: yes}
  company: {meaning: a company, public: no, legal_entity: yes}
routes: {competitive: an open competition, below-threshold: of little value}
contribution_kinds: {cash: money, staff: time}
data_kinds: {video: pictures}
per:
  party: {rows: parties, meaning: each party}
  city: {rows: parties, meaning: each city}
  partner: {rows: parties, meaning: each partner}
  dataset: {rows: datasets, meaning: each data set}
  milestone: {rows: milestones, meaning: each milestone}
lists: {pilot.in_scope: what belongs to it}
data_rights: {decide: {column: controller, meaning: decides about it}, use: works with it}
owed:
  together: {by: public, meaning: owed once}
  each-city: {by: public, per: own, meaning: owed by each}
"""

TERMS = """\
Project:
  means: the work that [[schedule:budget]] describes
Project Data:
  means: data that the Project makes
  plural: none
End Date:
  home: term/term
  forbidden: [Expiry Date]
Steering Team:
  home: governance/structure
  acts: yes
Cost Plan:
  means: the plan in [[schedule:budget]]
"""

SCHEDULES = """\
budget:
  title: Budget
  parts:
    milestones:
      heading: Milestones
      rows: milestones
      columns:
        - {heading: Result, show: deliverable, width: 60}
        - {heading: Payer, show: payer, width: 40}
governance:
  title: Governance
  parts:
    seats:
      heading: Seats
      rows: parties
      per: party
      columns:
        - {heading: Party, show: name, width: 60}
"""

SOURCES = """\
team-guide: {title: A guide to teams, publisher: Example City, address: https://team.example, checked_on: 2026-10-01}
"""

GOVERNANCE = """\
question: Who steers the work?
heading: Governance
purpose: One body keeps the work together.
mou: [statement, binding]
survives: no
required: yes
default: team
anchors: [meetings]
provides: [decides]
parameters:
  meeting_days:
    type: days
    ask: How often does the team meet?
    default: 30
    min: 7
    max: 90
    usual-min: 14
    usual-max: 60
    why: Often enough to see trouble early.
    key_term: Time between meetings
  seats:
    type: count
    ask: How many seats has each party?
    default: 1
    max: 5
    per: party
    shown: governance#seats
    label: Seats
"""

TEAM = """\
---
title: A team of equals
summary: A team with a seat for each party steers the work.
stance: balanced
when_to_use: The parties work side by side.
differs: No party steers alone.
provides:
  decides: the Steering Team
sources: [team-guide]
review: {status: draft}
allocates: none
---
# Agreement

1. {#meetings} {{ party | all }} must meet as a team (the **Steering Team**) every {{ meeting_days | days }}.
2. {#tasks} The Steering Team must:
   1. {#risks} watch the risks; and
   2. {#record} keep a record of:
      1. what it decided; or
      2. who was there.

# Statement

1. The parties plan to meet often.

# Note

Everybody is heard.
"""

LEAD = """\
---
title: One lead
summary: One party steers the work.
stance: city
when_to_use: The work is short.
differs: One party steers alone.
provides:
  decides: the Steering Team
requires:
  - parties.count: {max: 2}
review: {status: draft}
allocates: none
---
# Agreement

1. {#meetings} {{ city | lead }} must call the Steering Team when there is a question (the **Steering Team** being all).

# Note

Quick.
"""

CAP = """\
question: How much can a party owe?
heading: Limit of liability
purpose: No party risks more than it can bear.
mou: omit
survives: yes
default:
  - option: multiple
    when:
      - contributions.count: {min: 1}
  - option: fixed
parameters:
  amount:
    type: money
    ask: What is the limit?
    default: AUD 50,000
    min: AUD 1,000
    label: Amount
  multiple:
    type: number
    ask: How many times the contribution?
    default: 2
    max: 10
    usual-max: 5
    label: Multiple
  reply_days:
    from: governance/structure.meeting_days
    type: days
    default: 21
  losses:
    type: choices
    ask: Which losses are outside the limit?
    values:
      injury: injury to a person
      fraud: fraud by {{ party | a }}
      privacy: misuse of Project Data
    default: [injury, fraud]
    fixed: [injury]
    at-least: 2
  basis:
    type: choice
    ask: What is counted?
    values: [each-claim, all-claims]
    default: all-claims
  speaker:
    type: party
    ask: Who speaks for the parties?
"""

FIXED = """\
---
title: A fixed amount
summary: A fixed amount is the limit.
stance: balanced
when_to_use: The value is known.
differs: The limit is a number.
conflicts:
  - data/control: each-own
review: {status: draft}
allocates: none
---
# Agreement

1. {#limit} {{ party | all }} must bear at most {{ amount | money }}, except for:
   1. {{ losses | items }}

# Note

Simple.
"""

MULTIPLE = """\
---
title: A multiple of what was put in
summary: The limit follows what each party puts in.
stance: partner
when_to_use: The parties put in different amounts.
differs: The limit grows with the contribution.
needs:
  - term/term: any
requires:
  - contributions.count: {min: 1}
allocates:
  - {risk: non-payment, to: city, cap: multiple}
review: {status: draft}
---

# Agreement

1. {#limit} {{ party | all }} must bear at most {{ multiple | times }} what they put in before the End Date.

# Note

Fair.
"""

CONTROL = """\
question: Who decides about the data?
heading: Data
purpose: It is plain who decides.
mou:
  - standing: statement
    when:
      - data.shared_under_mou: yes
  - standing: omit
survives: no
when:
  - data.count: {min: 1}
default:
  - option: city-control
    when:
      - data.personal: yes
  - option: each-own
"""

CITY_CONTROL = """\
---
title: The city decides
summary: The city decides about the data.
stance: city
when_to_use: The data is about people.
differs: One decides for all.
needs:
  - governance/structure: any
  - any-of:
      - liability/cap: fixed
      - liability/cap: none
review: {status: draft}
allocates: none
---
# Agreement

1. {#use} {{ city | concerned }} decides about Project Data, as [[governance/structure#meetings]] says.

# Statement

1. The parties plan that {{ city | concerned }} decides about Project Data.

# Note

Plain.
"""

EACH_OWN = """\
---
title: Each its own
summary: Each party decides about its own data.
stance: balanced
when_to_use: The data is not about people.
differs: Nobody decides for all.
review: {status: draft}
allocates: none
---
# Agreement

1. {#use} {{ party }} decides about its own data.

# Statement

1. The parties plan to decide about their own data.

# Note

Easy.
"""

TERM = """\
question: How long does it last?
heading: Term
purpose: The end is known.
mou: [statement, binding]
survives: no
default: fixed
parameters:
  notice_days: {type: days, ask: How long is the notice?, default: 30, min: 5}
"""

TERM_FIXED = """\
---
title: A fixed end
summary: The agreement ends on a day.
stance: balanced
when_to_use: The end is known.
differs: It ends by itself.
review: {status: draft}
allocates: none
---
# Agreement

1. {#end} This agreement ends on {{ fact.pilot.end | date }} (the **End Date**).
2. {#notice} {{ party | a }} may end it with {{ notice_days | days_notice }}.

# Statement

1. The parties plan to end with the pilot.

# Note

Plain.
"""

NORTH = """\
title: Northland
language: en-AU
paper: a4
currency: AUD
verb: must
law:
  names:
    place: {value: Northland}
    privacy_act: {value: Personal Data Programme Act}
  figures:
    tender_threshold:
      - {value: 50000, currency: AUD, tax: exclusive, valid_from: 2020-01-01, source: team-guide}
      - {value: 70000, currency: AUD, tax: exclusive, valid_from: 2026-01-01, source: team-guide}
  flags:
    has_moral_rights: {value: yes}
"""

SOUTH = """\
title: Southland
parent: north
language: en-US
verb: shall
words: {clause: section, clauses: sections}
spelling: {programme: program, programmes: programs, licence: license, organise: organize}
law:
  names:
    place: {value: Southland}
    funds_rule: {value: the Funds Act, optional: yes}
"""

SOUTH_TERM = """\
---
overlay: yes
items:
  end:
  holiday:
    after: end
---

# Agreement

1. {#end} This agreement ends at noon on {{ fact.pilot.end | date }} (the **End Date**).
2. {#holiday} A holiday in {{ law.place }} does not count.
"""

MODEL = """\
title: Small pilot
question: Is it small?
documents: [pilot-agreement]
requires:
  - parties.partners: {max: 3}
choices:
  term/term: {option: fixed, reason: A pilot has an end.}
  data/control:
    - option: city-control
      when:
        - data.personal: yes
      reason: People need one door to knock on.
    - option: each-own
      reason: No people are in the data.
"""

BARRIERS = """\
fog: {title: Nobody sees far, in_our_words: What is not seen is feared., answered_by: [data/control]}
"""

RESOURCE = """\
title: A guide
publisher: Example City
teaches: [See first.]
verified: yes
"""

BASE: Mapping[str, str] = {
    "clauses/vocabulary.yml": VOCABULARY,
    "clauses/terms.yml": TERMS,
    "clauses/schedules.yml": SCHEDULES,
    "clauses/sources.yml": SOURCES,
    "clauses/governance/structure/issue.yml": GOVERNANCE,
    "clauses/governance/structure/team.md": TEAM,
    "clauses/governance/structure/lead.md": LEAD,
    "clauses/liability/cap/issue.yml": CAP,
    "clauses/liability/cap/fixed.md": FIXED,
    "clauses/liability/cap/multiple.md": MULTIPLE,
    "clauses/data/control/issue.yml": CONTROL,
    "clauses/data/control/city-control.md": CITY_CONTROL,
    "clauses/data/control/each-own.md": EACH_OWN,
    "clauses/term/term/issue.yml": TERM,
    "clauses/term/term/fixed.md": TERM_FIXED,
    "clauses/jurisdictions/north/jurisdiction.yml": NORTH,
    "clauses/jurisdictions/south/jurisdiction.yml": SOUTH,
    "clauses/jurisdictions/south/term/term/fixed.md": SOUTH_TERM,
    "seeds/models/small.yml": MODEL,
    "seeds/barriers.yml": BARRIERS,
    "seeds/resources/guide.yml": RESOURCE,
}


def swapped(path: str, old: str, new: str) -> dict[str, str]:
    """A file of the base library with some text in it replaced, once."""
    assert BASE[path].count(old) == 1, f"{old!r} stands {BASE[path].count(old)} times in {path}"
    return {path: BASE[path].replace(old, new)}


def library(
    root: Path, changes: Mapping[str, str] | None = None, *, place: str = "", house: Mapping[str, str] | None = None
) -> Library:
    """The base library with some files changed or added, for a place, with a house library over it."""
    build_tree(root, {**BASE, **(changes or {})})
    return loaded(place, root=root, house=build_tree(root / "house", house) if house else None)


def told(
    root: Path, changes: Mapping[str, str] | None = None, *, place: str = "", house: Mapping[str, str] | None = None
) -> list[str]:
    """What is said about such a library: one line per problem, paths of the house shortened."""
    try:
        library(root, changes, place=place, house=house)
    except InputError as refused:
        return [str(finding).replace(f"{root}/", "") for finding in refused.findings]
    return []
