"""The parts of a draft that are compared, each a function from a draft to things; a further part is one more row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from pactwright.assembly.unanswered import ASKS
from pactwright.document import Block, Paragraph, Text, words
from pactwright.ledger.cells import cells
from pactwright.ledger.model import NOBODY
from pactwright.library.model import question
from pactwright.what_if.things import CELLS, Line, Thing, line, lines_of

if TYPE_CHECKING:
    from pactwright.assembly.answering import PointAnswer
    from pactwright.drafting import Draft
    from pactwright.ledger import Row

Things: TypeAlias = Callable[["Draft"], Iterable[Thing]]

STANDS: Final = {
    "answered": "answered",
    "nobody": "nobody has to",
    "unanswered": "not answered",
    "twice": "answered by two clauses",
    "undecided": "not decided yet",
    "open": "the choice is open",
    "waits": "no clause of the library answers it yet",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a draft: its id, what people call it, and its things."""

    id: str
    title: str
    things: Things


def front(draft: Draft) -> Iterator[Thing]:
    """What stands round the clauses: the cover, the parties, and where they sign."""
    paper = draft.agreement
    version = ((paper.furniture.version, paper.version),) if paper.version else ()
    cover = (Line(paper.title, paper.title), line(paper.project), line(paper.date))
    yield Thing("cover", "", "Cover", (*cover, *(Line(" ".join(each), " ".join(each)) for each in version)))
    yield Thing("notices", "", "Notices", tuple(Line(each, each) for each in paper.notices))
    parties = tuple(line(each.name, each.details, each.called) for each in paper.parties)
    yield Thing("parties", "", paper.furniture.parties, parties)
    yield Thing("recitals", "", paper.furniture.recitals, tuple(lines_of(paper.recitals)))
    yield Thing("execution", "", paper.furniture.execution, (line(paper.execution_lead), *_signatures(draft)))


def _signatures(draft: Draft) -> Iterator[Line]:
    for block in draft.agreement.execution:
        yield line(block.party, block.opening)
        for field in (field for signer in block.signers for field in signer):
            label, filled = field.label, line(field.runs)
            yield Line(f"{label} {filled.text}", f"{label} {filled.key}")


def clauses(draft: Draft) -> Iterator[Thing]:
    """The clauses, each under its own heading, and the headings of the parts in which they stand."""
    for article in draft.agreement.articles:
        yield _thing([article.heading])
        held: list[Block] = []
        for block in (block for clause in article.clauses for block in clause.blocks):
            if held and isinstance(block, Paragraph) and block.role == "clause":
                yield _thing(held)
                held = []
            held.append(block)
        if held:
            yield _thing(held)


def schedules(draft: Draft) -> Iterator[Thing]:
    """The schedules."""
    return (_thing([each.heading, *each.blocks]) for each in draft.agreement.schedules)


def _thing(blocks: list[Block]) -> Thing:
    """What stands under a heading, which is the first of the blocks."""
    heading = next(each for each in blocks if isinstance(each, Paragraph))
    return Thing(heading.bookmark, heading.label, words(heading.runs), tuple(lines_of(blocks)))


def key_terms(draft: Draft) -> Iterator[Thing]:
    """The rows of the table of key terms."""
    for each in draft.agreement.key_terms:
        yield Thing(each.label, "", "", (line((Text(f"{each.label}: "), *each.runs)),))


def open_points(draft: Draft) -> Iterator[Thing]:
    """What is to be settled or confirmed before anybody signs."""
    for each in draft.agreement.open_points:
        said = line(each.what)
        yield Thing(f"{each.address}: {said.key}", "", "", (Line(f"{each.address}: {said.text}", said.key),))


def bad_days(draft: Draft) -> Iterator[Thing]:
    """The points of the bad days that can happen, with the words that answer each."""
    for each in draft.days:
        title = f"{each.day.title}: {ASKS[question(each.point)]} ({each.point})"
        yield Thing(f"{each.day.id}/{each.point}", "", title, (Line(title, title), *_answer(each)))


def _answer(point: PointAnswer) -> Iterator[Line]:
    if point.state != "answered":
        said = f"{STANDS[point.state]}{f', since the words lack {point.lacks}' if point.lacks else ''}"
        yield Line(said, said)
    for item in point.items:
        key = " ".join(each.key for each in lines_of(item.shown))
        yield Line(f"{item.label} {item.text}", f"{item.name} {key}")


def ledger(draft: Draft) -> Iterator[Thing]:
    """The rows of the ledger, each with a line for everybody who bears or gets it; the same under another number."""
    for row in draft.ledger.rows:
        lines = tuple(_borne(row, number, each) for number, each in enumerate(cells(row)))
        yield Thing(f"{row.group}/{row.id}", "", row.title, (Line(row.title, row.title), *lines))


def _borne(row: Row, number: int, said: tuple[str, ...]) -> Line:
    *shown, _ = said
    by = (row.bearings[number].source, row.bearings[number].item) if row.bearings else (NOBODY,)
    return Line(CELLS.join(each for each in said if each) or NOBODY, CELLS.join((*shown, *by)))


def findings(draft: Draft) -> Iterator[Thing]:
    """What was found on the way."""
    for each in draft.findings:
        seen = "; ".join(filter(None, (each.seen, each.accepted, each.fix)))
        said = f"{each.level}: {each.rule}: {each.address}: {seen}"
        yield Thing(said, "", "", (Line(said, said),))


PARTS: Final = (
    Part("front", "Front and signatures", front),
    Part("key-terms", "Key terms", key_terms),
    Part("clauses", "Clauses", clauses),
    Part("schedules", "Schedules", schedules),
    Part("bad-days", "Bad days", bad_days),
    Part("ledger", "Who bears and gets what", ledger),
    Part("open-points", "Open points", open_points),
    Part("findings", "Findings", findings),
)
