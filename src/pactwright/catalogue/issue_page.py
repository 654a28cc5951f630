"""The page of an issue: what decides about it, its answers side by side, then each with its wording and its note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pactwright.catalogue.comparing import comparison
from pactwright.catalogue.listing import Catalogue
from pactwright.catalogue.order import by_stance
from pactwright.catalogue.pictures import ladder_of
from pactwright.catalogue.sheet import comparison_grid
from pactwright.catalogue.showing import shown
from pactwright.catalogue.shown_report import issue_blocks, option_blocks
from pactwright.catalogue.words import word, words
from pactwright.library.model import Issue, Library, Option
from pactwright.report import Block, Heading, Ladder, Legend, Words

BESIDE = 4
"""So many answers stand side by side on a page; more are compared in groups, from the city's side on."""


def issue_page_blocks(catalogue: Catalogue, name: str) -> Iterator[Block]:
    """The blocks of the page of an issue."""
    library, said = catalogue.library, words()["site"]["issue"]
    issue, options = library.issues[name], by_stance(library, library.options[name].values())
    made = shown(library, issue, options, catalogue.house)
    yield Legend(tuple(words()["site"]["legend"].items()))
    yield _ladder(library, issue, options)
    yield from issue_blocks(made)
    groups = tuple(grouped(options))
    for first, group in groups:
        numbers = {"first": first + 1, "last": first + len(group), "count": len(options)}
        yield Heading(said["compared"] if len(groups) == 1 else said["group"].format(**numbers), starts_page=True)
        yield comparison_grid(library, comparison(library, issue, group))
    yield Heading(said["answers"], starts_page=True)
    for each in made.options:
        yield from option_blocks(library, each)


def _ladder(library: Library, issue: Issue, options: Sequence[Option]) -> Ladder:
    """Where the answers stand, from the city to the partner, with ways of working behind them."""
    stances = library.vocabulary["stances"]
    places = (
        tuple((Words(each.title, to=f"#{each.id}"),) for each in options if each.stance == stance) for stance in stances
    )
    picture = ladder_of(library, options, {each.option for each in issue.defaults})
    return Ladder(picture, tuple(places), tuple(word(each, name) for name, each in stances.items()))


def grouped(options: Sequence[Option]) -> Iterator[tuple[int, Sequence[Option]]]:
    """The options in groups as even as can be, each with the number of its first.

    >>> [len(group) for _, group in grouped(range(9))], [len(group) for _, group in grouped(range(5))]
    ([3, 3, 3], [3, 2])
    """
    count = -(-len(options) // BESIDE)
    size = -(-len(options) // count)
    for first in range(0, len(options), size):
        yield first, options[first : first + size]
