"""What decides about an issue and its options, as a report: for a terminal, and as part of a page of the library."""

from __future__ import annotations

from collections.abc import Iterator

from pactwright.catalogue.records import ShownFigure, ShownIssue, ShownItem, ShownOption, ShownSource
from pactwright.catalogue.words import word, words
from pactwright.formats import capital
from pactwright.library.model import Library
from pactwright.report import Block, Cell, Grid, GridColumn, Heading, Line, Pairs, Report, Row, Words


def shown_report(library: Library, made: ShownIssue) -> Report:
    """The whole, for a terminal."""
    said = words()["shown"]
    one = made.options[0] if len(made.options) == 1 else None
    title = f"{one.option}: {one.title}" if one else f"{made.issue}: {made.question}"
    return Report(
        said["kicker"].format(heading=made.heading),
        title,
        made.purpose,
        said["foot"],
        (*issue_blocks(made), *(block for each in made.options for block in option_blocks(library, each))),
        language=library.jurisdiction.language,
        paper=library.jurisdiction.paper,
    )


def issue_blocks(made: ShownIssue) -> Iterator[Block]:
    """The question, where it stands, what the library takes by itself, what it answers, and the figures to set."""
    said = words()["shown"]["keys"]
    yield _pairs(
        (said["question"], _words(made.question)),
        (said["article"], _words(made.article)),
        (said["in_memorandum"], _words(made.in_memorandum)),
        (said["defaults"], _words("\n".join(made.defaults))),
        (said["barriers"], _words("; ".join(each.title for each in made.barriers))),
        (said["resources"], tuple(sources_line(made.resources))),
        (said["waits"], _words("; ".join(f"{name}: {awaited}" for name, awaited in made.waits.items()))),
        (said["printed"], _words(made.printed)),
    )
    if made.figures:
        yield Heading(words()["shown"]["figures"])
        yield Pairs(tuple((capital(each.label), tuple(_figure(made, each))) for each in made.figures))


def _figure(made: ShownIssue, each: ShownFigure) -> Iterator[Words]:
    said = words()["shown"]
    parts = [each.ask, f"{capital(each.value)}.", each.why, f"{capital(each.when)}." if each.when else "", each.absent]
    parts += [said["suggested"].format(value=each.suggested)] if each.suggested else []
    yield Words(" ".join(filter(None, parts)))
    if each.options and len(made.options) > 1:
        yield Words(f" {said['for'].format(options=', '.join(each.options))}", "quiet")
    yield Words(f" [{each.name}, {each.type}]", "quiet")


def option_blocks(library: Library, each: ShownOption) -> Iterator[Block]:
    """An option: what it means and for whom, what it needs, who bears what, its wording, its note, its sources."""
    said = words()["shown"]
    keys = said["keys"]
    yield Heading(each.title, 2, anchor=each.option.rpartition("/")[2])
    yield _pairs(
        (keys["option"], (Words(each.option),)),
        (keys["stance"], _words(word(library.vocabulary["stances"][each.stance], each.stance))),
        (keys["summary"], _words(each.summary)),
        (keys["when_to_use"], _words(each.when_to_use)),
        (keys["differs"], _words(each.differs)),
        (keys["default_where"], _words("\n".join(each.default_where))),
        (keys["needs"], _words("\n".join(each.needs))),
        (keys["asks_reason"], _words("\n".join(each.asks_reason))),
        (keys["bears"], _words("\n".join(f"{capital(one.title)}: {one.said}" for one in each.bears))),
        (keys["bad_days"], _words("\n".join(f"{day.title} ({', '.join(day.points)})" for day in each.bad_days))),
    )
    for wording in each.wordings:
        yield Heading(said["wording"].format(kind=words()["wordings"][wording.kind]), 3)
        yield wording_grid(wording.items, f"{each.title}, {wording.kind}")
    yield Heading(said["note"], 3)
    yield _pairs(
        (keys["why_city"], _words(each.why_city)),
        (keys["why_partner"], _words(each.why_partner)),
        (keys["watch"], _words(each.watch)),
        (keys["city_says"], _words(each.city_says)),
        (keys["partner_says"], _words(each.partner_says)),
        *((keys[f"next_{side}"], _words(name)) for side, name in each.next.items()),
        (keys["sources"], tuple(sources_line(each.sources))),
        (keys["review"], _words(_review(each))),
    )


def _review(each: ShownOption) -> str:
    said = words()["shown"]
    reads = "; ".join(
        said["reads"].format(
            wording=one.wording,
            sentences=one.sentences,
            average=round(one.average),
            longest=one.longest,
            flesch=round(one.flesch),
        )
        for one in each.readability
    )
    review = words()["comparison"]["unreviewed" if each.review == "draft" else "reviewed"]
    return f"{capital(review)}. {said['version'].format(version=each.version)} {reads}."


def wording_grid(items: tuple[ShownItem, ...], name: str) -> Grid:
    """The items of a wording, each with the condition under which it stands."""
    said = words()["shown"]
    columns = (GridColumn((Words(said["item"]),), 22), GridColumn((Words(said["says"]),), 78))
    return Grid(name, columns, tuple(Row((Cell((Words(each.title),)), Cell(_item(each)))) for each in items))


def _item(each: ShownItem) -> Line:
    said = words()["comparison"]["states"]
    if not each.text:
        return (Words(said["left-out"].format(condition=each.condition), "quiet"),)
    only = (Words(capital(said["only"].format(condition=each.condition)), "quiet"),) if each.condition else ()
    return (*only, Words(each.text))


def sources_line(sources: tuple[ShownSource, ...]) -> Iterator[Words]:
    """Sources, a line each: title with its address, and publisher."""
    for number, each in enumerate(sources):
        yield Words(("\n" if number else "") + each.title, to=each.address)
        yield Words(f" ({each.publisher})" if each.publisher else "", "quiet")


def _words(text: str) -> Line:
    return (Words(text),) if text else ()


def _pairs(*pairs: tuple[str, Line]) -> Pairs:
    """The pairs that say something."""
    return Pairs(tuple((key, line) for key, line in pairs if line))
