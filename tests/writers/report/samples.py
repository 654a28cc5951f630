"""Reports to write: one that uses every block and every sign, and one whose texts come from somebody who means harm."""

from __future__ import annotations

from pactwright.report import (
    Block,
    Cell,
    Filter,
    Grid,
    GridColumn,
    Heading,
    Kept,
    Ladder,
    Legend,
    Line,
    Mark,
    Notice,
    Pairs,
    Part,
    Picture,
    Prose,
    Report,
    Row,
    Stroke,
    Words,
)

GERMAN = "Haftungsbegrenzungsvereinbarung der Verkehrsinfrastrukturfinanzierungsgesellschaft"
HEBREW = "\u05e2\u05d9\u05e8 \u05d9\u05e8\u05d5\u05e9\u05dc\u05d9\u05dd"

LINE = Stroke(0, 66)
AXIS = ((0, "city"), (33, "balanced"), (66, "partner"), (100, "other"))


def plain(text: str) -> Line:
    """Words without a tone."""
    return (Words(text),)


def cells(*texts: str) -> tuple[Cell, ...]:
    """Cells of plain words."""
    return tuple(Cell(plain(text)) for text in texts)


DECISIONS = Grid(
    "Decisions needed",
    (
        GridColumn(plain("No."), 6),
        GridColumn(plain("What has to be decided"), 60),
        GridColumn(plain("Who"), 17),
        GridColumn(plain("By"), 17),
    ),
    (
        Row((Cell(plain("Before signing")),), "group"),
        Row(cells("1", "Say who bears a change in law.", "Council and Company", "1 Dec 2026")),
        Row(
            (
                Cell(plain("2")),
                Cell((Words("Settle the limit in "), Words("clause 15", to="#liability"), Words("."))),
                Cell(plain("Council")),
                Cell((Words("no date set", "alert"),)),
            )
        ),
        Row((Cell(plain("After signing")),), "group"),
        Row(cells("3", "Show the insurance.", "Company", "15 Jan 2027")),
    ),
)
DEAL = Grid(
    "The whole deal",
    (
        GridColumn(plain("Question"), 25),
        GridColumn(plain("Where it stands"), 30, axis=AXIS),
        GridColumn(plain("Chosen"), 30),
        GridColumn(plain("By"), 15),
    ),
    (
        Row(
            (
                Cell((Words("Purpose", to="#purpose"),)),
                Cell(
                    picture=Picture(
                        "A shared problem, balanced, chosen; a need, leans to city, open; a show, not open.",
                        marks=(Mark(17, "ring"), Mark(33, "disc"), Mark(50, "cross")),
                        strokes=(LINE,),
                        ticks=(0, 17, 33, 50, 66),
                    )
                ),
                *cells("A problem that the parties share", "model"),
            )
        ),
        Row(
            (
                Cell(plain(GERMAN)),
                Cell(picture=Picture("", marks=(Mark(100, "disc"),), strokes=(LINE,), ticks=(0, 17, 33, 50, 66))),
                *cells(f"{GERMAN} ({GERMAN})", "parties"),
            )
        ),
    ),
)
ZONE = Grid(
    "Where two playbooks meet",
    (GridColumn(plain("Question"), 30), GridColumn(plain("Marks"), 40), GridColumn(plain("Where they meet"), 30)),
    (
        Row(
            (
                Cell(plain("Payment")),
                Cell(
                    picture=Picture(
                        "Payment by milestone: both can live with it, in the draft.",
                        marks=(
                            Mark(0, "ring"),
                            Mark(33, "disc"),
                            Mark(50, "triangle"),
                            Mark(33, "square", 1),
                            Mark(0, "cross", 2),
                            Mark(33, "bold-ring", 2),
                        ),
                        strokes=(Stroke(0, 66, row=1), Stroke(70, 90, "bold", 1), Stroke(92, 100, "dotted", 1)),
                        ticks=(0, 33),
                        zones=((28, 38),),
                        rows=3,
                    )
                ),
                Cell((Words("Payment by milestone", "strong"), Words(" (in the draft)", "quiet"))),
            )
        ),
    ),
)
COMPARISON = Grid(
    "Four answers side by side",
    (
        GridColumn(plain("Point"), 20),
        GridColumn(plain("Cap at a multiple"), 40),
        GridColumn((Words("Low fixed cap "), Words("in this draft", "alert")), 40, is_marked=True),
    ),
    (
        Row((*cells("In short", "A multiple of the price."), Cell(plain("One amount for all."), is_marked=True))),
        Row(
            (
                Cell(plain("Loss of data")),
                Cell(
                    plain("each its own"),
                    Picture("", marks=(Mark(0, "ring"), Mark(100, "ring")), strokes=(Stroke(0, 100),)),
                ),
                Cell(
                    plain("shared"),
                    Picture("", marks=(Mark(50, "bold-ring"),), strokes=(Stroke(0, 100, "bold"),)),
                    is_marked=True,
                ),
            )
        ),
        Row((Cell(plain("Fraud")), Cell(plain("No limit holds."), columns=2))),
        Row(
            (
                Cell(plain("The limit")),
                Cell(
                    (
                        Words("Each party owes at most "),
                        Words("the price", "removed"),
                        Words(" "),
                        Words("AUD 100,000", "added"),
                    )
                ),
                Cell(plain("Each party owes at most the price"), is_marked=True),
            )
        ),
    ),
)
MONEY = Grid(
    "Money by month",
    (GridColumn(plain("Month"), 50), GridColumn(plain("Amount"), 50, "right")),
    (Row(cells("January", "AUD 1,000")), Row(cells("Total", "AUD 1,000"), "total")),
)
NOTHING = Grid("Gaps", (GridColumn(plain("Gap"), 100),), (), "Nothing is open.")
LADDER = Ladder(
    Picture(
        "One lead, city, open; two leads, balanced, chosen; a steering group, by way of working, open.",
        marks=(Mark(0, "ring"), Mark(33, "disc"), Mark(83, "ring")),
        strokes=(LINE,),
    ),
    (
        (plain("One lead officer of the city"),),
        (),
        ((Words("Two project leads", "strong"), Words(" chosen", "alert")), plain("Two champions")),
        (),
        (),
        (plain("Steering group"),),
    ),
    ("city", "leans to city", "balanced", "leans to partner", "partner", "way of working"),
)
PAIRS = Pairs(
    (
        ("Why this one", (Words("Two leads who meet often are enough. "), Words("Chosen by the model.", "quiet"))),
        ("Law", (Words("Public "), Words("contract register", to="https://example.org/register?a=1&b=2"))),
    )
)
BLOCKS: tuple[Block, ...] = (
    Notice(plain("Hold only if both sides have agreed.")),
    Heading("Decisions needed"),
    DECISIONS,
    Heading("The whole deal on one page", anchor="deal", starts_page=True),
    Prose((Words("Each line is one question, see "), Words("the register", "strong"), Words("."))),
    Legend(
        (
            ("disc", "chosen"),
            ("ring", "open"),
            ("bold-ring", "shared"),
            ("cross", "not open"),
            ("triangle", "with approval"),
            ("square", "in the draft"),
            ("dotted", "nobody"),
            ("zone", "both can live with it"),
        )
    ),
    DEAL,
    ZONE,
    COMPARISON,
    MONEY,
    NOTHING,
    Heading("Question by question"),
    Heading("Working together", 2),
    Kept((Heading("Who steers the project?", 3, "4", "purpose"), LADDER, PAIRS)),
    Kept((Heading("What is the most that one party can owe another?", 3, "15", "liability"), PAIRS)),
)
EVERY_BLOCK = Report(
    "Options memo, Council's copy, not for the Company",
    "Kerb-side air quality pilot",
    "Pilot agreement between a city and a company. For the meeting; not legal advice.",
    "Options memo, Council's copy · Kerb-side air quality pilot · version 1",
    BLOCKS,
    "en-AU",
    made_by=(("Made by", "pactwright"), ("Library", "sha256 0123456789abcdef")),
)

FILTERED = Report(
    "Clause library",
    "Questions that an agreement settles",
    "Two questions. Not legal advice.",
    "Clause library",
    (
        Part(
            (
                Heading("Purpose", 1),
                Prose((Words("Answers "), Words("fear of failure", to="#b-fear"))),
                Grid(
                    "Answers",
                    (GridColumn(plain("Answer"), 50), GridColumn(plain("Stance"), 50)),
                    (
                        Row(cells("A need", "leans to city"), under=("b-fear", "s-city")),
                        Row(cells("A show", "leans to partner"), under=("b-fear", "s-partner")),
                    ),
                ),
            ),
            ("b-fear", "s-city", "s-partner"),
        ),
        Part((Heading("Term", 1), Prose(plain("Either side may leave."))), ("s-partner",)),
    ),
    filters=(
        ("By barrier", (Filter("b-fear", "Nobody wants to own a failure", 1, plain("One question answers it.")),)),
        (
            "By stance",
            (
                Filter("s-city", "Leans to the city", 1, plain("One answer leans to the city.")),
                Filter("s-partner", "Leans to the partner", 1, plain("One answer leans to the partner.")),
            ),
        ),
    ),
)

HARM = "<script>alert(1)</script> & \"'{{ 7 * 7 }}{% raw %}[[x]] \x00\x1b[31m\u202e" + HEBREW
