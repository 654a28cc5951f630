"""The order of issues and options before people: as in an agreement, and from the city's side to the partner's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pactwright.files import slug
from pactwright.library.model import MOU, Library, Option
from pactwright.library.places import documents
from pactwright.service import outline

USUAL = "pilot-agreement"
"""The document whose order the catalogue has."""


@dataclass(frozen=True, slots=True)
class Article:
    """A part of an agreement: its number, its id, its heading, and the issues that stand in it, in order."""

    number: int
    id: str
    heading: str
    issues: tuple[str, ...]


def articles(library: Library, house: Path | None = None, document: str = USUAL) -> tuple[Article, ...]:
    """The parts of a kind of document; an issue of which one clause stands apart counts where the others do."""
    made = outline(document, house, library.moves).articles
    return tuple(
        Article(number, slug(each.heading), each.heading, tuple(name for name in each.issues if name in library.issues))
        for number, each in enumerate(made, 1)
    )


def documents_with(library: Library, issue: str, house: Path | None = None) -> tuple[str, ...]:
    """The kinds of document in which an issue may stand."""
    placed = (each for each in documents() if any(issue in part.issues for part in articles(library, house, each)))
    return tuple(each for each in placed if each != MOU or _is_in_memorandum(library, issue))


def _is_in_memorandum(library: Library, issue: str) -> bool:
    options = (each.mou or () for each in library.options[issue].values())
    every = (library.issues[issue].mou, *options)
    return any(standing != "omit" for each in every for one in each for standing in one.standings)


def in_document_order(library: Library, house: Path | None = None) -> tuple[str, ...]:
    """Every issue of a library; what no agreement holds stands last."""
    placed = dict.fromkeys(name for part in articles(library, house) for name in part.issues)
    return (*placed, *(name for name in library.issues if name not in placed))


def by_stance(library: Library, options: Iterable[Option]) -> tuple[Option, ...]:
    """Options from the city's side to the partner's, ways of working last."""
    places: Mapping[str, int] = {name: number for number, name in enumerate(library.vocabulary["stances"])}
    return tuple(sorted(options, key=lambda each: (places[each.stance], each.rank, each.id)))
