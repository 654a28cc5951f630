"""What stands in a document, and under which number, before a value of its spec is printed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from pactwright.assembly.anchors import Anchor, bookmark
from pactwright.assembly.annexes import PlannedSchedule, planned_schedules
from pactwright.assembly.blanks import Blanks
from pactwright.assembly.clauses import pending_items, planned_clauses, undecided_items
from pactwright.assembly.deciding import Decisions
from pactwright.assembly.definitions import planned_definitions
from pactwright.assembly.numbers import numbers_of, placed
from pactwright.assembly.references import places
from pactwright.assembly.slots import PlannedClause, PlannedDefinitions, Slot
from pactwright.assembly.standing import StandingArticle, calls, findings, standing_clauses
from pactwright.document import Paragraph, Text
from pactwright.findings import Finding
from pactwright.library.model import Library
from pactwright.printing.outline import Outline

KEPT = 32
"""Plans that are kept: one for each set of decisions that the documents of a run come to."""


@dataclass(frozen=True, slots=True)
class PlannedArticle:
    """A part of the document: its heading and its clauses."""

    heading: Paragraph
    clauses: tuple[PlannedClause, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The structure of a document.

    `undecided` are the facts that leave an item open, and where it stands; `pending` the bookmarks of all that may yet
    fall away.
    """

    articles: tuple[PlannedArticle, ...]
    definitions: PlannedDefinitions
    schedules: tuple[PlannedSchedule, ...]
    undecided: tuple[tuple[str, Anchor], ...]
    pending: frozenset[str]
    findings: tuple[Finding, ...]

    @property
    def slots(self) -> dict[Slot, None]:
        """Every slot of the clauses and of the definitions, once each."""
        clauses = [clause.slots for article in self.articles for clause in article.clauses]
        return dict.fromkeys(slot for slots in (*clauses, self.definitions.slots) for slot in slots)


@lru_cache(maxsize=KEPT)
def planned(decisions: Decisions, library: Library, outline: Outline) -> Plan:
    """The plan of a document: what was decided, in the order of the outline, numbered, its references resolved."""
    issues = {each.issue: each for each in decisions.issues}
    stands = standing_clauses(decisions, issues, library, outline)
    clauses = placed(stands.clauses, outline)
    schedules = planned_schedules(
        library, outline, calls(stands, decisions, library, outline), decisions.shown, stands.relied
    )
    blanks = Blanks(library, outline, issues, places(numbers_of(clauses, schedules), issues, library, outline))
    absent: list[Finding] = []
    waiting = iter(clauses)
    articles = tuple(
        PlannedArticle(
            _heading(article, number), tuple(planned_clauses(blanks, islice(waiting, len(article.clauses)), absent))
        )
        for number, article in enumerate(stands.articles, 1)
    )
    return Plan(
        articles=articles,
        definitions=planned_definitions(blanks, stands, decisions.roles, clauses),
        schedules=schedules,
        undecided=tuple(each for clause in clauses for each in undecided_items(clause)),
        pending=frozenset(each for clause in clauses for each in pending_items(clause)),
        findings=(*absent, *findings(stands, issues, outline)),
    )


def _heading(article: StandingArticle, number: int) -> Paragraph:
    label = f"Part {number}"
    return Paragraph("article", (Text(article.outline.heading),), label, label, bookmark("article", str(number)))
