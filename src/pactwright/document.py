"""The agreement in the middle: blocks that every writer prints alike.

Assembly decides everything that a reader can see (words, numbers, order); a writer decides only how it looks.
Nothing here knows about files, clauses or Word.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias, TypeVar

from msgspec import Struct, structs

Role: TypeAlias = Literal[
    "article",  # "Part 1", groups clauses
    "clause",  # 1
    "item",  # 1.1
    "subitem",  # (a)
    "subsubitem",  # (i)
    "recital",  # (A)
    "definition",  # unnumbered, in the clause of definitions
    "body",  # unnumbered running text
    "schedule",  # "Schedule 1"
    "schedule-part",  # 1 in a schedule, restarts with each schedule
]


class Text(Struct, frozen=True, cache_hash=True):
    """Words of the library, or words that the engine adds (a number's unit, a conjunction)."""

    text: str


class Value(Struct, frozen=True, cache_hash=True):
    """Words that came out of the spec, at `address`; printed as they are, never read as wording."""

    text: str
    address: str


class Gap(Struct, frozen=True, cache_hash=True):
    """A bracketed, highlighted place where the fact at `address` is missing."""

    text: str
    address: str


class Term(Struct, frozen=True, cache_hash=True):
    """A defined term at the one place that defines it."""

    text: str


class Reference(Struct, frozen=True, cache_hash=True):
    """The number of another paragraph: a live field in Word, the words in `text` everywhere else.

    `form` is "full" for clauses and items ("7.2(a)") and "own" for schedules and their parts ("Schedule 2", "3").
    """

    text: str
    bookmark: str
    form: Literal["full", "own"] = "full"


Run: TypeAlias = Text | Value | Gap | Term | Reference
Runs: TypeAlias = tuple[Run, ...]


class Paragraph(Struct, frozen=True, cache_hash=True):
    """One numbered or unnumbered paragraph.

    `label` is what stands before it on the page ("7.2", "(a)", "Schedule 1", "" when unnumbered);
    `full_label` is how a reference names it ("7.2(a)"). Every paragraph that may be referred to has a bookmark.
    """

    role: Role
    runs: Runs
    label: str = ""
    full_label: str = ""
    bookmark: str = ""


class Column(Struct, frozen=True, cache_hash=True):
    """A column of a table; `width` is a share of the text width in percent, and a table's widths sum to 100.

    Amounts stand at the right, so that they can be compared.
    """

    heading: str
    width: int
    align: Literal["left", "right"] = "left"

    def of_width(self, width: int) -> Column:
        """The same column, as wide as this."""
        return Column(self.heading, width, self.align)


class Table(Struct, frozen=True, cache_hash=True):
    """A table with one heading row, which repeats on each page; a cell is a tuple of runs.

    `total` is the row below all others that adds them up, if there is one.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Runs, ...], ...]
    total: tuple[Runs, ...] = ()

    @property
    def all_rows(self) -> tuple[tuple[Runs, ...], ...]:
        """The rows and the total below them."""
        return (*self.rows, self.total) if self.total else self.rows


class Series(Struct, frozen=True, cache_hash=True):
    """What one side has in each category of a chart: its name, and plain numbers such as "-1500.50"."""

    name: str
    values: tuple[str, ...]


class Tick(Struct, frozen=True, cache_hash=True):
    """A line across a chart: the plain number at which it lies, and how that prints."""

    at: str
    label: str


class Chart(Struct, frozen=True, cache_hash=True):
    """Columns, one for each category, in which the parts of all series stand one upon the other.

    It shows what the table before it says, so plain text does without. `alt` says in words what can be seen; `axis`
    is what the categories are, `unit` what the numbers count ("" where nobody said), `scale` the lines from the lowest
    up, evenly, with nil among them, between which everything lies.
    """

    caption: str
    alt: str
    axis: str
    unit: str
    scale: tuple[Tick, ...]
    categories: tuple[str, ...]
    series: tuple[Series, ...]


Block: TypeAlias = Paragraph | Table | Chart


class Note(Struct, frozen=True, cache_hash=True):
    """What the drafter tells the reader beside a clause, paragraph by paragraph; no part of what is signed."""

    paragraphs: tuple[str, ...]


class Clause(Struct, frozen=True, cache_hash=True):
    """The blocks of one issue in the part of the document where they stand; the first is its heading.

    `id` is "<topic>/<issue>", `option` the option chosen, `version` eight hex digits; generated clauses
    (definitions) have an empty option and version. `note` is there only when drafting notes were asked for.
    """

    id: str
    option: str
    version: str
    blocks: tuple[Block, ...]
    note: Note | None = None


class Article(Struct, frozen=True, cache_hash=True):
    """A numbered part of the document and the clauses under it."""

    heading: Paragraph
    clauses: tuple[Clause, ...]


class Schedule(Struct, frozen=True, cache_hash=True):
    """A schedule: heading, then parts and tables."""

    id: str
    heading: Paragraph
    blocks: tuple[Block, ...]


class PartyLine(Struct, frozen=True, cache_hash=True):
    """How the front page names a party: its name as typed, what identifies it, and what the document calls it."""

    name: Runs
    details: Runs
    called: Runs


class Field(Struct, frozen=True, cache_hash=True):
    """A line to fill in by hand; `runs` is what is already known ("" for an empty line)."""

    label: str
    runs: Runs = ()


class ExecutionBlock(Struct, frozen=True, cache_hash=True):
    """Where one party signs: an opening line, then one group of fields per person who signs or witnesses."""

    party: Runs
    opening: Runs
    signers: tuple[tuple[Field, ...], ...]


class OpenPoint(Struct, frozen=True, cache_hash=True):
    """One thing to settle before anybody signs: what, where it shows, who can supply it, by when.

    A gap keeps a document from being final; what somebody must confirm (`is_gap` is false) does not.
    """

    what: Runs
    where: Runs
    owner: Runs
    by: Runs
    address: str = ""
    is_gap: bool = True

    @property
    def asked(self) -> Runs:
        """What is asked, and under it the address of the spec where the answer goes."""
        return (*self.what, Text("\n"), Text(self.address)) if self.address else self.what


class KeyTerm(Struct, frozen=True, cache_hash=True):
    """A row of the key-terms table, with the clause it comes from."""

    label: str
    runs: Runs
    source: Runs = ()


class SheetTable(Struct, frozen=True):
    """A part of a sheet: its id and heading, the columns (id and heading), and a text for each in every row."""

    id: str
    heading: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...]


class Sheet(Struct, frozen=True):
    """What stands beside a document and is no part of it: title, lead-in, the word for a part without rows, parts."""

    title: str
    lead_in: str
    nothing: str
    tables: tuple[SheetTable, ...]

    def with_rows(self, name: str, rows: tuple[tuple[str, ...], ...]) -> Sheet:
        """The same with these rows in one of its parts."""
        filled = (structs.replace(each, rows=rows) if each.id == name else each for each in self.tables)
        return structs.replace(self, tables=tuple(filled))


class Furniture(Struct, frozen=True, cache_hash=True):
    """The document's own headings and labels, from the outline; writers add no words of their own."""

    parties: str
    party: str
    details: str
    called: str
    date: str
    version: str
    key_terms: str
    open_points: str
    contents: str
    what: str
    where: str
    owner: str
    by: str
    recitals: str
    execution: str
    draft: str
    page: str
    of: str


SigningPlace: TypeAlias = Literal["before-schedules", "after-schedules"]
"""Where the parties sign: behind the clauses, or behind the schedules."""


class Agreement(Struct, frozen=True, cache_hash=True):
    """A whole document, ready for any writer; `signed` is the place of `execution`."""

    document: str
    title: str
    project: Runs
    language: str
    paper: Literal["a4", "letter"]
    date: Runs
    version: str
    is_final: bool
    notices: tuple[str, ...]
    furniture: Furniture
    parties: tuple[PartyLine, ...]
    key_terms: tuple[KeyTerm, ...]
    open_points: tuple[OpenPoint, ...]
    recitals: tuple[Paragraph, ...]
    articles: tuple[Article, ...]
    execution_lead: Runs
    execution: tuple[ExecutionBlock, ...]
    schedules: tuple[Schedule, ...]
    provenance: tuple[tuple[str, str], ...]
    signed: SigningPlace = "before-schedules"

    @property
    def gaps(self) -> tuple[OpenPoint, ...]:
        """The open points that keep it from being final."""
        return tuple(point for point in self.open_points if point.is_gap)

    def parts(self) -> Iterator[Part]:
        """Recitals, articles and schedules, in the order of reading."""
        yield from self.recitals
        yield from self.articles
        yield from self.schedules

    def pieces(self) -> Iterator[Piece]:
        """The same with the headings and the clauses of articles, of which most are alike in many agreements."""
        yield from self.recitals
        for article in self.articles:
            yield article.heading
            yield from article.clauses
        yield from self.schedules

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph of the recitals, articles and schedules, in the order of reading."""
        return (paragraph for part in self.parts() for paragraph in paragraphs_of(part))


T = TypeVar("T")


def in_order(agreement: Agreement, execution: T, schedules: T) -> tuple[T, T]:
    """What a writer makes of the signatures and of the schedules, in the order of reading."""
    return (execution, schedules) if agreement.signed == "before-schedules" else (schedules, execution)


Part: TypeAlias = Paragraph | Article | Schedule
Piece: TypeAlias = Paragraph | Clause | Schedule


def blocks_of(part: Part | Piece) -> tuple[Block, ...]:
    """The paragraphs and tables of a part or a piece, in the order of reading."""
    if isinstance(part, Paragraph):
        return (part,)
    if isinstance(part, Article):
        return (part.heading, *(block for clause in part.clauses for block in clause.blocks))
    return part.blocks if isinstance(part, Clause) else (part.heading, *part.blocks)


def charts_of(agreement: Agreement) -> tuple[Chart, ...]:
    """The charts of an agreement, in the order of reading."""
    return tuple(block for each in agreement.schedules for block in each.blocks if isinstance(block, Chart))


def without_charts(agreement: Agreement) -> Agreement:
    """The same without its charts; it says no less, for each stands behind a table."""
    if not charts_of(agreement):
        return agreement
    schedules = (
        structs.replace(each, blocks=tuple(block for block in each.blocks if not isinstance(block, Chart)))
        for each in agreement.schedules
    )
    return structs.replace(agreement, schedules=tuple(schedules))


def paragraphs_of(part: Part | Piece) -> tuple[Paragraph, ...]:
    """The paragraphs of a part or a piece."""
    return tuple(block for block in blocks_of(part) if isinstance(block, Paragraph))


def runs_of(part: Part | Piece) -> Iterator[Runs]:
    """Every group of runs of a part or a piece, also those in its tables."""
    for block in blocks_of(part):
        if isinstance(block, Paragraph):
            yield block.runs
        elif isinstance(block, Table):
            yield from (cell for row in block.all_rows for cell in row)


def words(runs: Runs) -> str:
    """The plain text of some runs.

    >>> words((Text("clause "), Reference("7.2(a)", "_pw_1")))
    'clause 7.2(a)'
    """
    return "".join(run.text for run in runs)
