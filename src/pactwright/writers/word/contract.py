"""What a template must hold and may name: slots, names, styles and lists, as data.

The writer prints with these styles and fills these names; the inspection of a house template holds it against them.
A house may change how a style looks, never its name, its place in a list or the form of its number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pactwright.document import Furniture

Kind = Literal["paragraph", "character", "table"]

SLOTS = ("contents", "recitals", "body", "execution", "schedules")
"""Long parts of the document: `{{p body }}`, alone in a paragraph, once each."""

WORDS = ("title", "version", "draft_mark", "footer_notice")
"""Plain words: `{{ title }}`."""

RUNS = ("project", "date")
"""Words that carry a look or a reference: `{{r project }}`."""

LABELS = Furniture.__struct_fields__
"""The document's own headings and labels: `{{ labels.parties }}`."""

BOOLEANS = ("is_draft", "has_key_terms", "has_open_points", "has_recitals", "has_schedules")
"""What a condition may ask: `{%p if is_draft %}`."""

ROWS: Mapping[str, Mapping[str, str]] = {
    "parties": {"name": "r", "details": "r", "called": "r"},
    "key_terms": {"label": "", "text": "r", "source": "r"},
    "open_points": {"what": "r", "where": "r", "owner": "r", "by": "r"},
    "notices": {},
}
"""What can be repeated, and how each of its names is written: `{{r party.name }}`; a notice is plain words itself."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style by the id that the writer prints and the name that Word shows."""

    ident: str
    name: str
    kind: Kind = "paragraph"


STYLES = (
    Style("ContentsTitle", "Contents Title"),
    Style("TOC1", "toc 1"),
    Style("TOC2", "toc 2"),
    Style("ArticleHeading", "Article Heading"),
    Style("Heading1", "heading 1"),
    Style("ClauseSub", "Clause Sub"),
    Style("ClauseL3", "Clause L3"),
    Style("ClauseL4", "Clause L4"),
    Style("Recital", "Recital"),
    Style("Definition", "Definition"),
    Style("BodyText", "Body Text"),
    Style("BodyTextIndent", "Body Text Indent"),
    Style("ScheduleHeading", "Schedule Heading"),
    Style("SchedulePart", "Schedule Part"),
    Style("TableText", "Table Text"),
    Style("TableHeading", "Table Heading"),
    Style("TableEnd", "Table End"),
    Style("ExecutionHeading", "Execution Heading"),
    Style("SigLead", "Sig Lead"),
    Style("Sig", "Sig"),
    Style("SigParty", "Sig Party"),
    Style("SigLabel", "Sig Label"),
    Style("SigEnd", "Sig End"),
    Style("DefinedTerm", "Defined Term", "character"),
    Style("Gap", "Gap", "character"),
    Style("Ruled", "Ruled", "table"),
    Style("Unruled", "Unruled", "table"),
    Style("Signatures", "Signatures", "table"),
)


@dataclass(frozen=True, slots=True)
class Level:
    """The place of a style in a list, and the form of its number; `depth` counts from 0 as Word's file does."""

    style: str
    list: str
    depth: int
    form: str
    text: str


LEVELS = (
    Level("Heading1", "clauses", 0, "decimal", "%1"),
    Level("ClauseSub", "clauses", 1, "decimal", "%1.%2"),
    Level("ClauseL3", "clauses", 2, "lowerLetter", "(%3)"),
    Level("ClauseL4", "clauses", 3, "lowerRoman", "(%4)"),
    Level("ScheduleHeading", "schedules", 0, "decimal", "Schedule %1"),
    Level("SchedulePart", "schedules", 1, "decimal", "%2."),
    Level("Recital", "recitals", 0, "upperLetter", "(%1)"),
    Level("ArticleHeading", "parts", 0, "decimal", "Part %1"),
)
"""The numbers that the agreement was written with: a reference to clause 7.2(a) must find 7.2(a)."""

FORMS = {"decimal": "1, 2, 3", "lowerLetter": "a, b, c", "lowerRoman": "i, ii, iii", "upperLetter": "A, B, C"}
"""How Word's Define new Multilevel list shows each form."""

COMPATIBILITY = 15
"""Word 2013 and later; anything less shows "Compatibility Mode" in the title bar."""
