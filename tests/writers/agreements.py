"""Agreements made by hand, with every number typed: what assembly will hand to the writers."""

from __future__ import annotations

from msgspec.structs import replace

from pactwright.document import (
    Agreement,
    Article,
    Block,
    Clause,
    Column,
    ExecutionBlock,
    Field,
    Furniture,
    Gap,
    KeyTerm,
    OpenPoint,
    Paragraph,
    PartyLine,
    Reference,
    Role,
    Run,
    Runs,
    Schedule,
    Table,
    Term,
    Text,
    Value,
)

NASTY = (
    "R&D <cap> \"quotes\" 'n' {{ title }} {% if x %} {# c #} [[issue]] {_{ x }_} 5 < 6 > 4 &amp; ]]> "
    "two  spaces\u00a0kept \U0001f6b2 e\u0301 \u0634\u0631\u0643\u0629 \u0627\u0644\u0645\u062f\u064a\u0646\u0629 "
    "(\u05e2\u05d9\u05e8) \u57ce\u5e02\u79d1\u6280\nsecond line\tafter a tab"
)
"""Everything that has ever been lost between a form and a Word file."""

LONG_NAME = "The Greater Southern Metropolitan Infrastructure and Mobility Partnership Limited"
ARABIC_NAME = (
    "\u0634\u0631\u0643\u0629 \u0627\u0644\u0645\u062f\u0646 "
    "\u0627\u0644\u0630\u0643\u064a\u0629 \u0644\u0644\u062a\u0642\u0646\u064a\u0629"
)
CHINESE_NAME = "\u4e0a\u6d77\u667a\u6167\u57ce\u5e02\u79d1\u6280\u6709\u9650\u516c\u53f8"

FURNITURE = Furniture(
    parties="Parties",
    party="Party",
    details="Details",
    called="Called",
    date="Date",
    version="Version",
    key_terms="Key terms",
    open_points="Open points",
    contents="Contents",
    what="What is open",
    where="Where",
    owner="Who supplies it",
    by="By",
    recitals="Background",
    execution="Signing page",
    draft="Draft",
    page="Page",
    of="of",
)


def value(text: str, address: str = "x") -> Runs:
    """One value as runs."""
    return (Value(text, address),)


def text(words: str) -> Runs:
    """One text as runs."""
    return (Text(words),)


def full(number: str, name: str) -> Reference:
    """A reference by the number in full context to a bookmark, in the form that assembly gives it."""
    return Reference(number, f"_pw_{name}")


def own(number: str, name: str) -> Reference:
    """A reference by the target's own number."""
    return Reference(number, f"_pw_{name}", "own")


def cited(number: str, name: str) -> Runs:
    """Where a key term or an open point stands."""
    return (Text("clause "), full(number, name))


def para(role: Role, label: str, *runs: Run | str, above: str = "", name: str = "") -> Paragraph:
    """A paragraph; a string among the runs is a text, and what stands above completes its number."""
    made = tuple(Text(run) if isinstance(run, str) else run for run in runs)
    return Paragraph(role, made, label, above + label.rstrip("."), f"_pw_{name}" if name else "")


def clause(ident: str, *blocks: Block) -> Clause:
    """A clause of the library."""
    return Clause(ident, "balanced", "0a1b2c3d", blocks)


DEFINITIONS = Clause(
    "definitions",
    "",
    "",
    (
        para("clause", "1", "Definitions", name="def"),
        para("item", "1.1", "In this agreement:", name="def1"),
        para("definition", "", Term("Milestone"), " means an event that ", own("Schedule 2", "s2"), " lists."),
        para("definition", "", Term("Project Data"), " means the data that the Pilot collects."),
    ),
)

PURPOSE = clause(
    "formation/purpose",
    para("clause", "2", "Purpose", name="purpose"),
    para(
        "item",
        "2.1",
        "The parties carry out the Pilot to learn whether kerb-side sensors give the Council air-quality data that it "
        "can use in its planning, at a cost that it can bear, and to share what they learn.",
        name="p1",
    ),
    para("item", "2.2", "The Council must, subject to clause ", full("3.2(b)", "d2b"), ":", name="p2"),
    para("subitem", "(a)", "give the Supplier access to each Site; and", above="2.2", name="p2a"),
    para("subitem", "(b)", "tell the Supplier, within 10 business days, of:", above="2.2", name="p2b"),
    para("subsubitem", "(i)", "a change of its Project Lead; and", above="2.2(b)", name="p2bi"),
    para("subsubitem", "(ii)", "works that will close a Site.", above="2.2(b)", name="p2bii"),
    para("body", "", "Nothing in this clause limits the exercise of a statutory function."),
)

DECISIONS = clause(
    "governance/decisions",
    para("clause", "3", "Decisions", name="dec"),
    para(
        "item", "3.1", "The Steering Group decides by at least ", Value("75%", "choices.x"), " of the votes.", name="d1"
    ),
    para("item", "3.2", "Only the Council may decide:", name="d2"),
    para(
        "subitem",
        "(a)",
        "an increase in what it is to pay, beyond ",
        Gap("[budget: the Council to supply]", "funding.budget"),
        ";",
        above="3.2",
        name="d2a",
    ),
    para(
        "subitem",
        "(b)",
        "a matter under clauses ",
        full("2.2(b)(ii)", "p2bii"),
        " and ",
        full("1", "def"),
        ";",
        above="3.2",
        name="d2b",
    ),
    para("subitem", "(c)", "item ", own("2", "s2b"), " of ", own("Schedule 2", "s2"), "; and", above="3.2", name="d2c"),
    para(
        "subitem",
        "(d)",
        "a change to recital ",
        own("(B)", "rb"),
        " or ",
        own("Part 2", "a2"),
        ".",
        above="3.2",
        name="d2d",
    ),
)

ARTICLES = (
    Article(para("article", "Part 1", "The project", name="a1"), (DEFINITIONS, PURPOSE)),
    Article(para("article", "Part 2", "Working together", name="a2"), (DECISIONS,)),
)

MILESTONES = Table(
    (Column("Milestone", 22), Column("Test", 34), Column("Due", 14), Column("Amount", 16), Column("Paid by", 14)),
    tuple(
        (
            text(f"M{number} Sensors stage {number}"),
            text("Ninety per cent of the sensors of the stage report every ten minutes for fourteen days in a row."),
            value("1 March 2027"),
            value("AUD 12,500.00"),
            text("the Council"),
        )
        for number in range(1, 22)
    ),
)

SCHEDULES = (
    Schedule(
        "parties",
        para("schedule", "Schedule 1", "Parties", name="s1"),
        (
            para("body", "", "This schedule gives the parties\u2019 addresses."),
            para("schedule-part", "1.", "Details", name="s1a"),
            para("body", "", "See the front page."),
        ),
    ),
    Schedule(
        "budget",
        para("schedule", "Schedule 2", "Budget and milestones", name="s2"),
        (
            para("schedule-part", "1.", "Summary", name="s2a"),
            para("body", "", "Amounts exclude tax."),
            para("schedule-part", "2.", "Milestones", name="s2b"),
            MILESTONES,
        ),
    ),
)


def signer(title: str = "") -> tuple[Field, ...]:
    """The lines for one person."""
    return (Field("Signature"), Field("Full name"), Field("Title", text(title) if title else ()), Field("Date"))


def party(name: str, details: str, called: str) -> PartyLine:
    """A line of the front page."""
    return PartyLine(value(name, "parties.p.name"), value(details), value(called))


def block(name: str, *signers: tuple[Field, ...]) -> ExecutionBlock:
    """A place to sign."""
    return ExecutionBlock(
        value(name), (Text("Signed for "), Value(name, "x"), Text(" by its authorised officer:")), signers
    )


TWO = ("Example City Council", "Kerb Sense Pty Ltd")

DRAFT = Agreement(
    document="pilot-agreement",
    title="Pilot Agreement",
    project=value("Kerb-side air quality pilot", "project.title"),
    language="en-AU",
    paper="a4",
    date=(Gap("[date]", "date"),),
    version="1",
    is_final=False,
    notices=(
        "This draft is not legal advice. A lawyer must review it before anyone signs it.",
        "No lawyer has yet reviewed the wording of clauses 2 and 3.",
    ),
    furniture=FURNITURE,
    parties=(
        party(TWO[0], "ABN 11 111 111 111, 1 Town Hall Square, Example NSW 2000", "the Council"),
        party(TWO[1], "ACN 222 222 222, 5 Bay Street, Example NSW 2001", "the Supplier"),
    ),
    key_terms=(
        KeyTerm("Price", value("AUD 262,500.00, excluding GST"), cited("3.2(a)", "d2a")),
        KeyTerm("Majority for decisions", value("75%"), cited("3.1", "d1")),
        KeyTerm("End of the Pilot", (Gap("[end date]", "pilot.end"),)),
    ),
    open_points=(
        OpenPoint(
            text("The budget that the Council sets aside"),
            cited("3.2(a)", "d2a"),
            text("the Council"),
            text("10 December 2026"),
        ),
        OpenPoint(text("The date of the agreement"), text("front page"), text("both parties"), ()),
    ),
    recitals=(
        para("recital", "(A)", "The Council wants to know where and when the air at its kerbs is bad.", name="ra"),
        para(
            "recital",
            "(B)",
            "The Supplier makes sensors that measure it, and wants to prove them in a real street.",
            name="rb",
        ),
    ),
    articles=ARTICLES,
    execution_lead=text("The parties sign as an agreement on the date of the last signature."),
    execution=(block(TWO[0], signer("General Manager")), block(TWO[1], signer("Director"), signer("Secretary"))),
    schedules=SCHEDULES,
    provenance=(("date", "2026-12-01"), ("tool", "pactwright 0.1"), ("library", "sha256:0123 & <more>")),
)

FINAL = replace(
    DRAFT, is_final=True, open_points=(), date=value("1 December 2026", "date"), paper="letter", language="en-US"
)

NINE_NAMES = (
    "Example City Council",
    LONG_NAME,
    ARABIC_NAME,
    CHINESE_NAME,
    "University of the Example Plains",
    "Smith & Sons <Instruments> Pty Ltd",
    "Friends of the River Incorporated",
    "Open Sensors eG",
    "Second Example Shire Council",
)

NINE = replace(
    DRAFT,
    parties=tuple(
        party(name, f"ABN {number} 111 111 111", f"the Party {number}") for number, name in enumerate(NINE_NAMES, 1)
    ),
    execution=tuple(
        block(name, *((signer("Director"), signer("Secretary")) if number % 2 else (signer(),)))
        for number, name in enumerate(NINE_NAMES)
    ),
)


ONLY_CLAUSE = clause("a/b", para("clause", "1", "Only clause", name="only"))
BARE = replace(
    FINAL,
    notices=(),
    key_terms=(),
    recitals=(),
    articles=(replace(ARTICLES[0], clauses=(ONLY_CLAUSE,)),),
    execution=(),
    schedules=(),
    provenance=(),
)


def nasty() -> Agreement:
    """The draft with the nastiest value in every place that takes one."""
    heading = Clause(
        "general/general",
        "full",
        "0a1b2c3d",
        (
            para("clause", "4", "General", name="gen"),
            para("item", "4.1", Value(NASTY, "x"), Gap(NASTY, "x"), name="g1"),
        ),
    )
    table = Table((Column(NASTY, 50), Column("Other", 50)), ((value(NASTY), ()),))
    return replace(
        DRAFT,
        project=value(NASTY),
        date=value(NASTY),
        version=NASTY.replace("\n", " ").replace("\t", " "),
        parties=(party(NASTY, NASTY, NASTY), *DRAFT.parties),
        key_terms=(KeyTerm("Label", value(NASTY), value(NASTY)),),
        open_points=(OpenPoint(value(NASTY), value(NASTY), value(NASTY), value(NASTY)),),
        articles=(*ARTICLES, Article(para("article", "Part 3", Value(NASTY, "x"), name="a3"), (heading,))),
        execution=(block(NASTY, (Field(NASTY, value(NASTY)),)),),
        schedules=(
            *SCHEDULES,
            Schedule("extra", para("schedule", "Schedule 3", Value(NASTY, "x"), name="s3"), (table,)),
        ),
        provenance=(("date", "2026-12-01T10:30:00Z"), ("note", NASTY.replace("\n", " ").replace("\t", " "))),
    )


BY_HAND = {"draft": DRAFT, "final": FINAL, "nine-parties": NINE, "nasty": nasty(), "bare": BARE}
"""What every writer must be able to write."""
