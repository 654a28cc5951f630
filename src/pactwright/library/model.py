"""The values of a library: issues, options, parameters, terms, jurisdictions, partnership models. All frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, TypeAlias

from pactwright.facts.conditions import Conditions, tests_in
from pactwright.findings import Finding, SourceMap
from pactwright.library.digests import FromFiles
from pactwright.library.positions import Playbook
from pactwright.spec.amounts import Tax
from pactwright.wording.parts import Kind, Parts, Wording, ids_in

Standing = Literal["statement", "binding", "omit"]
NONE = "none"
EQUAL = "equal"
"""The share of parties to which a clause gives equal shares."""
EVERY_OTHER = "every-other"
"""Each risk that no clause names."""
DECIDE = "decide"
HOLD = "hold"
"""The rights in data on which others rest: who decides about a set, and who holds it."""
MOU = "mou"
NOWHERE = SourceMap("", {})


@dataclass(frozen=True, slots=True)
class Standings:
    """How an issue stands in a memorandum, when its conditions hold."""

    standings: tuple[Standing, ...]
    when: Conditions = ()


@dataclass(frozen=True, slots=True)
class Default:
    """An option that is taken when its conditions hold and nobody chose; a model adds its reason."""

    option: str
    when: Conditions = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A value of a choice: what is typed in a spec, and what prints for it."""

    word: str
    parts: Parts


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A value that is proposed, with the reason, and never taken by itself; an amount once for each currency."""

    value: str | tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """A typed blank that an issue declares; bounds and defaults stay text until they are used.

    Those of an amount carry their currency ("AUD 50,000", one for each currency) and hold in no other.

    Without a value it is open, unless it is `optional`: then `absent` says in a sentence what that means. `suggest` is
    proposed to whoever is asked for it. A limit that is a part of an amount says `of` which, a word of the vocabulary's
    bases. What a side may have to pay says that it is `owed`: once, or for each party; an amount for each month or year
    says `owed_over` which time: a parameter of the issue, or the years of the pilot. `options` are those that use it
    (none: all do), `brought_by` the option that brings it along and to which it belongs, if one does.
    """

    name: str
    type: str
    ask: str
    address: str
    default: str | tuple[str, ...] | None = None
    min: str | tuple[str, ...] = ""
    max: str | tuple[str, ...] = ""
    usual_min: str | tuple[str, ...] = ""
    usual_max: str | tuple[str, ...] = ""
    why: str = ""
    options: tuple[str, ...] = ()
    when: Conditions = ()
    source: str = ""
    per: str = ""
    shown: str = ""
    label: str = ""
    key_term: str = ""
    of: str = ""
    owed: str = ""
    owed_over: str = ""
    values: tuple[Phrase, ...] = ()
    own_words: bool = False
    fixed: tuple[str, ...] = ()
    at_least: int = 1
    optional: bool = False
    absent: str = ""
    adds_to: str = ""
    reaches: tuple[str, ...] = ()
    brought_by: str = ""
    suggest: Suggestion | None = None


@dataclass(frozen=True, slots=True)
class Confirm:
    """What somebody must confirm before anybody signs: no wording and no duty.

    `owner` is a role, "all", or a column; `source` names an entry of sources.yml, and `place` is where it is listed.
    """

    id: str
    text: Parts
    owner: str
    when: Conditions = ()
    source: str = ""
    place: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Mandatory:
    """An item that a place requires ("topic/issue#id"), when its conditions hold, and why; no choice takes it out.

    `source` names an entry of sources.yml, and `place` is where it is listed.
    """

    item: str
    why: str
    when: Conditions = ()
    source: str = ""
    place: str = field(default="", compare=False, repr=False)

    @property
    def issue(self) -> str:
        """The issue whose options have the item."""
        return self.item.partition("#")[0]

    @property
    def id(self) -> str:
        """The id of the item in them."""
        return self.item.partition("#")[2]


Excuses: TypeAlias = Mapping[str, Mapping[str, str]]
"""What house style would refuse and a reason keeps: for each check of style the texts by name, each with the reason."""

Lasting: TypeAlias = bool | tuple[str, ...]
"""What of an issue's wordings lasts: all of it, nothing, or the items and headings of these ids."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One question that the parties must settle.

    `survives` is what outlasts the end. `waits` are answers that are not written yet, each by the id that it will
    have, with the issue that has to be written first. `acts` are the words that stand for a party in its wordings
    ("recipient"), so that they may bear a duty. `core` are the items that settle the question, beside those that
    answer a bad day: the short form of a paper keeps both, and every item where the issue does not say.
    """

    id: str
    question: str
    heading: str
    purpose: str
    mou: tuple[Standings, ...]
    survives: Lasting
    defaults: tuple[Default, ...]
    when: Conditions
    required: bool
    anchors: tuple[str, ...]
    provides: tuple[str, ...]
    parameters: Mapping[str, Parameter]
    barriers: tuple[str, ...]
    resources: tuple[str, ...]
    file: str
    confirm: tuple[Confirm, ...] = ()
    short: str = ""
    waits: Mapping[str, str] = field(default_factory=dict)
    style: Excuses = field(default_factory=dict)
    acts: tuple[str, ...] = ()
    core: tuple[str, ...] | None = None
    marks: SourceMap = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Link:
    """A need of, or a conflict with, another issue: the options of it that satisfy or break it.

    `test` is "any", "none", "in" or "not"; `when` limits the link to some projects.
    """

    issue: str
    test: Literal["any", "none", "in", "not"]
    options: tuple[str, ...] = ()
    when: Conditions = ()

    def matches(self, chosen: str) -> bool:
        """Whether a chosen option ("none" when the issue is absent) is one that the link names."""
        if self.test == "any":
            return chosen != NONE
        if self.test == "none":
            return chosen == NONE
        return (chosen in self.options) if self.test == "in" else (chosen not in self.options and chosen != NONE)

    def __str__(self) -> str:
        """The link in words: `data/security: any`."""
        said = {
            "any": "any option",
            "none": "none",
            "in": " or ".join(self.options),
            "not": f"not {' or '.join(self.options)}",
        }
        return f"{self.issue}: {said[self.test]}"


@dataclass(frozen=True, slots=True)
class Asked:
    """What an option may meet only for a reason that the spec gives: one of some options, or facts alone.

    It counts when its conditions hold; `because` says in words why a reason is asked.
    """

    links: tuple[Link, ...] = ()
    when: Conditions = ()
    because: str = ""

    @property
    def is_of_facts(self) -> bool:
        """Whether facts and law alone decide it, and no other choice."""
        return not self.links and not any(
            each.subject.startswith(("param.", "chosen.")) for each in tests_in(self.when)
        )

    def __str__(self) -> str:
        """What is met, in words, and why a reason is asked."""
        met = " or ".join(map(str, self.links))
        facts = " and ".join(map(str, self.when))
        said = " where ".join(each for each in (met, facts) if each)
        return f"{said} ({self.because})" if self.because else said


@dataclass(frozen=True, slots=True)
class Watch:
    """Words for which an option watches in some texts of a spec ("datasets.*.name"); `because` says what it does.

    `because` goes on after the option's name: "lets in no names".
    """

    words: tuple[str, ...]
    places: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class ItemRule:
    """What front matter says about an item: when it stands, and whether its list may fall below two.

    `unlimited` says whose debt has no limit by it: "all", a role, or a parameter of the issue whose value is one.
    """

    when: Conditions = ()
    shrinks: bool = False
    after: str = ""
    drop: bool = False
    unlimited: str = ""


@dataclass(frozen=True, slots=True)
class Allocation:
    """Who bears a risk or a bad day, or gets a reward, under an option, when its conditions hold.

    `share` (which may be "equal"), `cap` and `unit` name parameters or columns; `priced` says that the price holds it
    already. A cap that is no amount is a part or a multiple `of` a base of the vocabulary, and at `least` another
    parameter; `whose` share and cap it is where only one has it (a role, a column, or a field such as
    "funding.investor"), and `rest` who has the rest of the share. `item` says it in the paper, and without that item
    nobody bears anything by the entry; `trigger` is the figure from which on it holds, and `over` the issue despite
    which it does. What is borne `beside` what another clause says of the same day, each of its own sum, is no second
    answer. `worth` is the figure of a schedule that works the shares out in money, with a column for each of the
    two. The risk "every-other" is each that no clause names.
    """

    kind: Literal["risk", "reward", "bad-day"]
    id: str
    to: str
    share: str = ""
    cap: str = ""
    unit: str = ""
    when: Conditions = ()
    priced: bool = False
    item: str = ""
    trigger: str = ""
    of: str = ""
    least: str = ""
    whose: str = ""
    rest: str = ""
    over: str = ""
    worth: str = ""
    beside: bool = False

    @property
    def figures(self) -> frozenset[str]:
        """The names of all figures on which it rests."""
        return frozenset({self.share, self.cap, self.unit, self.trigger, self.least} - {"", EQUAL})


@dataclass(frozen=True, slots=True)
class Grant:
    """Rights in data sets that an item of an option gives, in the rows of the register that pass its tests.

    `to` is a role ("city"), a role in a form ("city | concerned", "party | others"), or a column of the register
    ("datasets.holder"). Where an option of an issue that it `yields` to gives the same right in a set, it gives none.
    """

    rights: tuple[str, ...]
    to: str
    item: str
    rows: Mapping[str, FieldTest] = field(default_factory=dict)
    when: Conditions = ()
    yields: tuple[str, ...] = ()
    place: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """The items that answer a point of a bad day, or the reason why nobody has to."""

    items: tuple[str, ...] = ()
    none: str = ""


Answers = Mapping[str, Mapping[str, Answer]]
"""Under each bad day, the answer to each of its points."""


@dataclass(frozen=True, slots=True)
class Review:
    """What a lawyer said about the wording; "draft" means that none has read it yet."""

    status: Literal["draft", "reviewed"] = "draft"
    by: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class StaysBelow:
    """What an option says of its facts: that an amount, a fact, is less than a figure of law."""

    fact: str
    figure: str


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to an issue. Each of `needs` is a group of alternatives, of which one must hold.

    What stands under `asks_reason` goes together with it only where the spec says why.

    `binds`, if given, are the only other issues whose binding wording prints in a memorandum. `parameters` are those
    that it brings along; its issue has them too. `next` is the option to which each side would step from here, `leans`
    says towards whom a way of working together leans, and `rank` orders options of one stance, the city's first.
    `note_parts` is what stands under each heading of its note. `answers` are the points of bad days that its items
    answer, `yields` the items of other issues ("topic/issue#id") to which it leaves a point that it touches. `dropped`
    are the ids that overlays have taken out of it. `gives` are the rights in data sets that its items give.
    """

    issue: str
    id: str
    title: str
    summary: str
    stance: str
    when_to_use: str
    differs: str
    needs: tuple[tuple[Link, ...], ...]
    conflicts: tuple[tuple[Link, ...], ...]
    requires: Conditions
    provides: Mapping[str, str]
    allocates: tuple[Allocation, ...]
    items: Mapping[str, ItemRule]
    mou: tuple[Standings, ...] | None
    survives: Lasting | None
    schedules: tuple[str, ...]
    sources: tuple[str, ...]
    review: Review
    wordings: Mapping[Kind, Wording]
    note: str
    file: str
    version: str = ""
    binds: tuple[str, ...] = ()
    stays_below: tuple[StaysBelow, ...] = ()
    confirm: tuple[Confirm, ...] = ()
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    short: str = ""
    leans: str = ""
    rank: int = 0
    next: Mapping[str, str] = field(default_factory=dict)
    note_parts: Mapping[str, str] = field(default_factory=dict)
    answers: Answers = field(default_factory=dict)
    yields: tuple[str, ...] = ()
    asks_reason: tuple[Asked, ...] = ()
    watches: tuple[Watch, ...] = ()
    dropped: frozenset[str] = frozenset()
    style: Excuses = field(default_factory=dict)
    gives: tuple[Grant, ...] = ()
    marks: SourceMap = field(default=NOWHERE, compare=False, repr=False)

    def ids(self) -> frozenset[str]:
        """The ids of all items and headings of its wordings."""
        return ids_in(self.wordings.values())

    def wording(self, kind: Kind) -> Wording | None:
        """The wording of a kind; a binding part without its own uses the agreement's."""
        if kind == "binding":
            return self.wordings.get("binding") or self.wordings.get("agreement")
        return self.wordings.get(kind)


def excuses_of(below: Excuses, above: Excuses) -> Excuses:
    """The reasons of two files for one option.

    >>> excuses_of({"is-to": {"a": "why"}}, {"is-to": {"b": "so"}})
    {'is-to': {'a': 'why', 'b': 'so'}}
    """
    return {rule: {**below.get(rule, {}), **above.get(rule, {})} for rule in (*below, *above)}


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that are not said: what finds them, why, what to say instead, where, and what makes a sentence right.

    `finds` and `unless` are regular expressions for which capitals do not matter; an empty one finds nothing.
    """

    id: str
    finds: str
    why: str
    say: str
    level: Literal["error", "warning"]
    kinds: tuple[str, ...]
    unless: str


@dataclass(frozen=True, slots=True)
class DefinedTerm:
    """A defined term: what it means, or the issue whose wording defines it."""

    name: str
    means: Parts = ()
    plural: str = ""
    prints: str = ""
    home: str = ""
    acts: bool = False
    forbidden: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    place: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Figure:
    """One value of a dated figure of law: an amount in its `currency` and with its basis of `tax`, or a count.

    `tax` is empty where the law's text does not say it. `op` says whether the law catches the very figure, or only what
    lies above it.
    """

    value: str
    valid_from: str
    source: str
    checked_on: str
    currency: str = ""
    tax: Tax | None = None
    review_by: str = ""
    op: Literal["at-least", "above"] = "at-least"

    @property
    def read(self) -> ReadLaw:
        """Where and when it was read."""
        return ReadLaw(self.source, self.checked_on, self.review_by)


@dataclass(frozen=True, slots=True)
class ReadLaw:
    """In which source a name or a figure of law was read, on which day ("" where nobody did), and how long that serves.

    `review_by` is the last day on which it may be relied on without being read again ("" where nobody set one).
    """

    source: str
    checked_on: str
    review_by: str = ""

    def is_overdue(self, day: date | None) -> bool:
        """Whether it should have been read again before a day."""
        return bool(self.review_by and day and self.review_by < day.isoformat())


@dataclass(frozen=True, slots=True)
class Whose:
    """The role of the parties that have a name of law from their own place, and where the file of a place says so."""

    role: str
    place: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class SignField:
    """A line of an execution block: printed `text`, a value `source` of the signatory, or a line to write on."""

    label: str
    source: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Signer:
    """One person's place in an execution block, `fewest` to `most` times, as often as the spec names people for it.

    Named signatories fill it unless it has a heading: then somebody else signs there, `most` times.
    """

    fields: tuple[SignField, ...]
    heading: str = ""
    fewest: int = 1
    most: int = 1


@dataclass(frozen=True, slots=True)
class Execution:
    """How a kind of party signs in a place, for `fewest` to `most` named signatories; else by an alternative.

    `sources` are the ids of those from which the form was taken. `secretary` are the answers on a company secretary for
    which it serves (none: whatever is answered). `offices` are those that the signatories hold, one list for each.
    """

    title: str
    opening: Parts
    signers: tuple[Signer, ...]
    fewest: int = 1
    most: int = 1
    alternatives: tuple[Execution, ...] = ()
    sources: tuple[str, ...] = ()
    secretary: tuple[str, ...] = ()
    offices: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A legal place: words, forms, names of laws, dated figures, execution blocks by kind of party.

    `asks` are the names that the parties choose and no law sets, with what a gap asks for while the place is open.
    `mandatory` are the items that the place requires, `lifts` the words that may be said here though nowhere else, each
    with the place where its file says so. `public` says of each kind of party whether it is a public body here: yes,
    no, or ask. `whose` are the names of law that each party has from its own place, with whose they are. `initials` is
    what a party may put its initials to beside its signature.
    """

    id: str
    title: str
    parents: tuple[str, ...] = ()
    language: str = "en-AU"
    paper: Literal["a4", "letter"] = "a4"
    currency: str = ""
    verb: Literal["must", "shall"] = "must"
    words: Mapping[str, str] = field(default_factory=dict)
    spelling: Mapping[str, str] = field(default_factory=dict)
    law: Mapping[str, str] = field(default_factory=dict)
    read: Mapping[str, ReadLaw] = field(default_factory=dict)
    figures: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)
    executions: Mapping[str, Execution] = field(default_factory=dict)
    asks: Mapping[str, str] = field(default_factory=dict)
    confirm: tuple[Confirm, ...] = ()
    mandatory: tuple[Mandatory, ...] = ()
    lifts: Mapping[str, str] = field(default_factory=dict)
    public: Mapping[str, str] = field(default_factory=dict)
    whose: Mapping[str, Whose] = field(default_factory=dict)
    initials: str = ""


@dataclass(frozen=True, slots=True)
class Barrier:
    """What makes partnerships fail, and the issues that answer it, the strongest answers first."""

    id: str
    title: str
    in_our_words: str
    answered_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resource:
    """A public resource that shows a way out: what it teaches, where to read it, whether we could verify it."""

    id: str
    title: str
    publisher: str
    teaches: tuple[str, ...]
    read_at: tuple[str, ...]
    verified: str
    barriers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BadDay:
    """What can go wrong, and its points ("act.report"), each with the issues that may answer it.

    An issue need not be written yet; "reward/*" is every issue of a topic. `when` makes the day possible, `only_when`
    is what a point asks for besides; a memorandum answers the questions, or points, of `mou`. What nobody bears by the
    day itself falls under its `risk`, or what it brings under its `reward`.
    """

    id: str
    title: str
    points: Mapping[str, tuple[str, ...]]
    when: Conditions = ()
    mou: tuple[str, ...] = ()
    only_when: Mapping[str, Conditions] = field(default_factory=dict)
    risk: str = ""
    reward: str = ""

    def points_in(self, document: str) -> tuple[str, ...]:
        """The points that a kind of document answers."""
        every = tuple(self.points)
        return tuple(each for each in every if {each, question(each)} & {*self.mou}) if document == "mou" else every


def question(point: str) -> str:
    """Which of the five questions a point belongs to.

    >>> question("pay.first-band")
    'pay'
    """
    return point.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Seeds:
    """The barriers and resources that issues may name, and the bad days whose points they answer."""

    barriers: Mapping[str, Barrier] = field(default_factory=dict)
    resources: Mapping[str, Resource] = field(default_factory=dict)
    bad_days: Mapping[str, BadDay] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PartnershipModel:
    """A preset: an option for each issue with the reason, the facts it requires, its documents.

    One that starts from a `parent` has its choices, and departs from it in the issues of `own`.
    """

    id: str
    title: str
    documents: tuple[str, ...]
    requires: Conditions
    choices: Mapping[str, tuple[Default, ...]]
    resources: tuple[str, ...]
    barriers: tuple[str, ...]
    question: str = ""
    parent: str = ""
    own: tuple[str, ...] = ()
    marks: SourceMap = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ProjectKind:
    """A kind of project, and the risks that it proposes to a spec: rows as they are typed, with sides for parties."""

    id: str
    title: str
    meaning: str
    risks: Mapping[str, Mapping[str, Any]]
    marks: SourceMap = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class HouseDefault:
    """A city's own default for an issue: an option, values of parameters, or both."""

    option: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    marks: SourceMap = field(default=NOWHERE, compare=False, repr=False)

    def over(self, wider: HouseDefault | None) -> HouseDefault:
        """The same with what a wider layer says and this one does not."""
        if wider is None:
            return self
        marks = SourceMap(self.marks.name, {}, (wider.marks, self.marks))
        return HouseDefault(self.option or wider.option, {**wider.values, **self.values}, marks)


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An issue or option that a house library takes out of use."""

    id: str
    reason: str
    place: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Move:
    """An old address and the one under which it is read now; a planned one waits until that is written."""

    old: str
    new: str
    place: str = field(default="", compare=False, repr=False)
    is_planned: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A name that the engine makes and must define: what it means, and the defined terms that its meaning uses."""

    term: str
    means: Parts
    uses: tuple[str, ...] = ()
    place: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class FieldTest:
    """What a field of a row must say: one of some words ("in"), none of them ("not"), anything but nil ("present")."""

    test: Literal["in", "not", "present"]
    words: tuple[str, ...] = ()


Rows = Mapping[str, FieldTest]
"""Which rows of a list are meant: those whose fields pass these tests."""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of a cell: the fields that stand in it, and the label that tells them from the other lines."""

    fields: tuple[str, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """A column of a schedule's table: its heading, the lines of a row that it shows, its width in percent.

    `sum` adds the column up in the row of totals of its part. One that is `only_cited` stands where a sentence of the
    document relies on it, and not because the spec fills it.
    """

    heading: str
    show: tuple[ShownLine, ...]
    width: int
    align: Literal["left", "right"] = "left"
    sum: bool = False
    only_cited: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field that the column shows."""
        return tuple(name for line in self.show for name in line.fields)


@dataclass(frozen=True, slots=True)
class LastRow:
    """The row below those of a part that the program works out: the figure, and what the row is called."""

    figure: str
    label: str


@dataclass(frozen=True, slots=True)
class ChartPlan:
    """The chart beside a table of figures: its caption, what it says in words, and the columns that it shows.

    `by` is the column whose cells are the categories, `series` the names of the parts by the columns of their amounts.
    `alt` may hold blanks, such as {city}, which stand for cells of the last row.
    """

    caption: str
    alt: str
    by: str
    series: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PartPlan:
    """A part of a schedule: a table with a row for each thing under `rows`, or a record with a row for each field.

    One with a `figure` is a table that the program works out: its columns show those of the figure, `labels` are the
    words of its rows, `steps` the numbers for which it has one, and `chart` draws it. One of `rights` shows who may do
    what with each data set, and which clause says so. `where` keeps the rows whose fields have these values, `any`
    those with something in one of these fields; a record stands only with something in one of them. `per` adds a column
    for each parameter that is shown here, a row for each thing that the parameter has a value per. `total` names the
    row of totals; `last_row` stands in its place where a sum needs more than the columns.
    """

    id: str
    heading: str
    rows: str
    where: Rows
    any: tuple[str, ...]
    columns: tuple[ColumnPlan, ...]
    per: str = ""
    total: str = ""
    last_row: LastRow | None = None
    figure: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    steps: tuple[int, ...] = ()
    chart: ChartPlan | None = None
    rights: bool = False

    @property
    def is_made(self) -> bool:
        """Whether the program makes its rows, so that it stands where it is cited and nowhere else."""
        return bool(self.figure) or self.rights

    @property
    def key(self) -> str:
        """The field that makes a row a row: the first."""
        return self.columns[0].fields[0]

    @property
    def fields(self) -> Mapping[str, str]:
        """The fields that the part shows, by the ids under which references name them."""
        return {name.rpartition(".")[2]: name for column in self.columns for name in column.fields}


@dataclass(frozen=True, slots=True)
class SchedulePlan:
    """A schedule: its title and its parts, which tables fill from the spec."""

    id: str
    title: str
    parts: tuple[PartPlan, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Library(FromFiles):
    """Everything that may be chosen, for one jurisdiction (or for none, when only lists are shown).

    `columns` are those that have a term, `column_rows` the rows that a column governs where these are not all.
    `places` are all whose law a party may be under, by id, and under "" what holds of any other. `optional_law` are the
    names of law that some places have and others need not have. `moves` are addresses that moved, and `remarks` tell
    where files still use the old ones. `patterns` find words that are not said. `playbooks` say what parties, or the
    parties of a side, prefer and refuse, by party or side.
    """

    issues: Mapping[str, Issue]
    options: Mapping[str, Mapping[str, Option]]
    terms: Mapping[str, DefinedTerm]
    vocabulary: Mapping[str, Mapping[str, Mapping[str, str]]]
    sources: Mapping[str, Mapping[str, str]]
    schedules: Mapping[str, SchedulePlan]
    columns: Mapping[str, Named]
    column_rows: Mapping[str, Rows]
    concerned: Mapping[str, Named]
    jurisdiction: Jurisdiction
    places: Mapping[str, Jurisdiction]
    optional_law: tuple[str, ...]
    models: Mapping[str, PartnershipModel]
    seeds: Seeds
    house_defaults: Mapping[str, HouseDefault]
    withdrawn: Mapping[str, Withdrawn]
    kinds: Mapping[str, ProjectKind] = field(default_factory=dict)
    moves: Mapping[str, Move] = field(default_factory=dict)
    patterns: Mapping[str, Pattern] = field(default_factory=dict)
    remarks: tuple[Finding, ...] = ()
    playbooks: Mapping[str, Playbook] = field(default_factory=dict)
