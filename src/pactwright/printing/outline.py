"""The order of a document, from templates/outlines: articles, recitals, key terms, schedules, and its own labels."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import cast

from pactwright.document import Furniture
from pactwright.errors import InputError
from pactwright.findings import Finding
from pactwright.library.digests import FromFiles
from pactwright.library.reading import Node, Problems
from pactwright.textfile import parsed, read_text
from pactwright.wording.parts import Kind

KEYS = (
    "title",
    "this",
    "articles",
    "recitals",
    "key_terms",
    "schedules",
    "only_cited",
    "definitions",
    "execution",
    "nothing",
    "notices",
    "furniture",
)


@dataclass(frozen=True, slots=True)
class ArticlePlan:
    """A part of the document: its heading, the wording that its issues print, the issues in order."""

    heading: str
    kind: Kind
    issues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Definitions:
    """The words around definitions."""

    heading: str
    lead_in: str
    means: str
    elsewhere: str
    collective: str


@dataclass(frozen=True, slots=True, eq=False)
class Outline(FromFiles):
    """The order of one kind of document.

    `schedules` names the schedules that it may have and which parts of each (none named: all). `only_cited` leaves out
    schedules, and parts, to which nothing refers.
    """

    document: str
    title: str
    this: str
    articles: tuple[ArticlePlan, ...]
    recitals: tuple[str, ...]
    key_terms: tuple[tuple[str, str], ...]
    schedules: Mapping[str, tuple[str, ...]]
    only_cited: bool
    definitions: Definitions
    execution_lead: str
    nothing: str
    notices: Mapping[str, str]
    furniture: Furniture


def outline_from(path: Path) -> Outline:
    """The outline of a file; raises InputError with every problem of it."""
    name = f"templates/outlines/{path.name}"
    text = read_text(path)
    tree, marks = parsed(text, name)
    found: list[Finding] = []
    node = Node(tree, "", Problems(marks, found))
    node.only(KEYS)
    definitions = node.node("definitions")
    outline = Outline(
        read=hashlib.sha256(f"{path.stem}\0{text}".encode()).hexdigest(),
        document=path.stem,
        title=node.text("title", None),
        this=node.text("this", None),
        articles=tuple(_article(each) for each in node.listed("articles")),
        recitals=tuple(each.text("fact", None) for each in node.listed("recitals")),
        key_terms=tuple((each.text("label", None), each.text("fact", None)) for each in node.listed("key_terms")),
        schedules=_schedules(node.texts("schedules")),
        only_cited=node.yes_no("only_cited"),
        definitions=Definitions(**{field.name: definitions.text(field.name, None) for field in fields(Definitions)}),
        execution_lead=node.node("execution").text("lead_in", None),
        nothing=node.text("nothing", None),
        notices={key: node.node("notices").text(key) for key in node.node("notices").tree},
        furniture=Furniture(**{name: node.node("furniture").text(name, None) for name in Furniture.__struct_fields__}),
    )
    if found:
        raise InputError(tuple(found))
    return outline


def _article(node: Node) -> ArticlePlan:
    node.only(("heading", "kind", "issues"))
    kind = node.one_of("kind", ("agreement", "statement", "binding"), "agreement")
    return ArticlePlan(node.text("heading", None), cast("Kind", kind), node.texts("issues"))


def _schedules(names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The parts of each schedule, from names such as "budget" and "parties#details"."""
    schedules: dict[str, tuple[str, ...]] = {}
    for name in names:
        schedule, _, part = name.partition("#")
        schedules[schedule] = (*schedules.get(schedule, ()), *((part,) if part else ()))
    return schedules
