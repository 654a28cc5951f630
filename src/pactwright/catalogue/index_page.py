"""The index of a site: every question in the order of an agreement, with its answers, and filters by address."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from pactwright.catalogue.deciding import needs_of
from pactwright.catalogue.listing import Catalogue
from pactwright.catalogue.pictures import ladder_of
from pactwright.catalogue.places import anchor, issue_file, mapped_file
from pactwright.catalogue.records import ListedIssue
from pactwright.catalogue.words import word, words
from pactwright.library.model import Library, Option
from pactwright.report import (
    Block,
    Cell,
    Filter,
    Grid,
    GridColumn,
    Heading,
    Legend,
    Line,
    Part,
    Picture,
    Prose,
    Row,
    Words,
)

WIDTHS: Mapping[str, int] = {"stance": 13, "answer": 24, "means": 37, "fits": 26}


def index_filters(catalogue: Catalogue, issues: tuple[ListedIssue, ...]) -> Iterator[tuple[str, tuple[Filter, ...]]]:
    """The filters in their groups; one that would leave nothing is not offered."""
    said = words()["site"]
    for kind, titles in _things(catalogue).items():
        counted = ((name, title, says, _count(catalogue, kind, name, issues)) for name, (title, says) in titles.items())
        filters = (_filter(kind, *each) for each in counted if each[-1])
        yield said["groups"][kind], tuple(filters)


def _filter(kind: str, name: str, title: str, says: str, count: int) -> Filter:
    said = words()["site"]
    line: Line = (Words(said["boxes"][kind].format(title=title, count=count, says=says)),)
    if kind == "barrier":
        line = (*line, Words(" "), Words(said["read"], to=mapped_file(kind, name)))
    return Filter(anchor(kind, name), title, count, line)


def _things(catalogue: Catalogue) -> dict[str, dict[str, tuple[str, str]]]:
    """What may be filtered by: for each kind the title of each thing, and what is said of it."""
    library = catalogue.library
    stances = library.vocabulary["stances"].items()
    return {
        "barrier": {name: (each.title, each.in_our_words) for name, each in library.seeds.barriers.items()},
        "stance": {name: (word(each, name), each["meaning"]) for name, each in stances},
        "document": {name: (each["title"], "") for name, each in library.vocabulary["documents"].items()},
        "article": {each.id: (each.heading, "") for each in catalogue.articles},
    }


def _of_issue(catalogue: Catalogue) -> Mapping[str, Callable[[ListedIssue], tuple[str, ...]]]:
    """What of each kind an issue has."""
    parts = {issue: each.id for each in catalogue.articles for issue in each.issues}
    return {
        "barrier": lambda issue: tuple(each.id for each in issue.barriers),
        "document": lambda issue: issue.documents,
        "article": lambda issue: (parts[issue.issue],) if issue.issue in parts else (),
    }


def _count(catalogue: Catalogue, kind: str, name: str, issues: tuple[ListedIssue, ...]) -> int:
    if kind == "stance":
        return sum(option.stance == name for issue in issues for option in issue.options)
    has = _of_issue(catalogue)[kind]
    return sum(name in has(issue) for issue in issues)


def index_blocks(catalogue: Catalogue, issues: tuple[ListedIssue, ...]) -> Iterator[Block]:
    """The questions, part by part of an agreement; a part leaves with its last question."""
    said = words()["site"]
    yield Legend(tuple(said["legend"].items()))
    yield Prose((Words(said["ladder"], "quiet"),))
    by_article: dict[str, list[ListedIssue]] = {}
    for issue in issues:
        by_article.setdefault(issue.article, []).append(issue)
    for heading, some in by_article.items():
        parts = tuple(_part(catalogue, each) for each in some)
        under = tuple(dict.fromkeys(name for part in parts for name in part.under))
        yield Part((Heading(heading or said["kicker"]), *parts), under)

    yield from _others(catalogue.library)


def _others(library: Library) -> Iterator[Block]:
    """Links to the pages of the bad days and of the resources."""
    said, seeds = words()["site"], library.seeds
    for kind, every in (("bad-day", seeds.bad_days.values()), ("resource", seeds.resources.values())):
        links = (each for one in every for each in (Words("\n"), Words(one.title, to=mapped_file(kind, one.id))))
        yield Heading(said["others"][kind])
        yield Prose(tuple(links)[1:])


def _part(catalogue: Catalogue, issue: ListedIssue) -> Part:
    own = tuple(anchor(kind, name) for kind, has in _of_issue(catalogue).items() for name in has(issue))
    stances = tuple(dict.fromkeys(anchor("stance", each.stance) for each in issue.options))
    said, library = words()["site"], catalogue.library
    options = library.options[issue.issue]
    about = (
        Heading(issue.question, 2),
        Prose((Words(f"{issue.purpose} "), Words(said["more"], to=issue_file(issue.issue)))),
        Prose(tuple(_facts(library, issue))),
    )
    columns = (GridColumn((Words(said["columns"][key]),), width) for key, width in WIDTHS.items())
    rows = (
        _row(library, options[each.option.rpartition("/")[2]], own, is_default=each.is_default)
        for each in issue.options
    )
    return Part((*about, Grid(issue.question, tuple(columns), tuple(rows))), (*own, *stances))


def _facts(library: Library, issue: ListedIssue) -> Iterator[Words]:
    """The id, how it stands in a memorandum, how many figures it has, and what it answers."""
    said = words()["site"]
    every = [each for one in library.issues[issue.issue].mou for each in one.standings]
    standings = " and ".join(dict.fromkeys(str(words()["standings"][each]) for each in every))
    parts = (issue.issue, said["in_memorandum"].format(standing=standings), said["figures"].format(count=issue.figures))
    yield Words(" \N{MIDDLE DOT} ".join((*parts, said["answers"])), "quiet")
    for number, each in enumerate(issue.barriers):
        yield Words(", " if number else " ", "quiet")
        yield Words(each.title, "quiet", f"#{anchor('barrier', each.id)}")


def _row(library: Library, option: Option, own: tuple[str, ...], *, is_default: bool) -> Row:
    said, stances = words()["site"], library.vocabulary["stances"]
    default = (Words(f" {said['default']}", "quiet"),) if is_default else ()
    needs = tuple(Words(f"\n{each}", "quiet") for each in needs_of(library, option))
    cells = (
        Cell(
            (Words(word(stances[option.stance], option.stance), "quiet"),),
            _place(library, option, is_default=is_default),
        ),
        Cell((Words(option.title, "strong", f"{issue_file(option.issue)}#{option.id}"), *default)),
        Cell((Words(option.summary),)),
        Cell((Words(option.when_to_use), *needs)),
    )
    return Row(cells, under=(*own, anchor("stance", option.stance)))


def _place(library: Library, option: Option, *, is_default: bool) -> Picture:
    return ladder_of(library, (option,), (option.id,) if is_default else ())
