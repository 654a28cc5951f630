"""What options say of bad days: points that their issue may answer, items that stand there, and to what they yield."""

from __future__ import annotations

from collections.abc import Iterator

from pactwright.findings import Finding, nearest
from pactwright.library.bad_days import may_answer
from pactwright.library.checks.place import in_file
from pactwright.library.common import cited_items
from pactwright.library.model import BadDay, Library, Option


def answers_are_known(library: Library, option: Option) -> Iterator[Finding]:
    """Every day, point and item of the answers is there, and the issue may answer the point."""
    days, ids = library.seeds.bad_days, option.ids()
    for name, points in option.answers.items():
        if name not in days:
            seen, place = f'"{name}" is no bad day', option.marks.place(f"answers.{name}")
            accepted = "one of seeds/bad-days.yml"
            yield in_file("bad-day", option.file, seen, accepted, nearest(name, days), place=place)
            continue
        for point, answer in points.items():
            place = option.marks.place(f"answers.{name}.{point}")
            yield from _point(option, days[name], point, place)
            for each in (each for each in answer.items if each not in ids):
                seen, accepted = f'{point} names "{each}", which no wording has', f"one of {', '.join(sorted(ids))}"
                yield in_file("item-id", option.file, seen, accepted, nearest(each, ids), place=place)


def _point(option: Option, day: BadDay, point: str, place: str) -> Iterator[Finding]:
    if point not in day.points:
        seen, accepted = f'"{point}" is no point of {day.id}', f"one of {', '.join(day.points)}"
        yield in_file("bad-day", option.file, seen, accepted, nearest(point, day.points), place=place)
    elif not may_answer(day, point, option.issue):
        seen = f"{point} of {day.id} is not for {option.issue} to answer"
        accepted, fix = f"an option of {' or '.join(day.points[point])}", "say yields: with the item that answers it"
        yield in_file("answers", option.file, seen, accepted, fix, place=place)


def yields_are_cited(library: Library, option: Option) -> Iterator[Finding]:
    """Every item to which an option yields is there, and the option cites it."""
    cited = cited_items(option)
    for number, name in enumerate(option.yields):
        place = option.marks.place(f"yields.{number}")
        issue, _, item = name.partition("#")
        ids = {each for other in library.options.get(issue, {}).values() for each in other.ids()}
        if issue == option.issue or item not in ids:
            seen, known = f'"{name}" is no item of another issue', [f"{issue}#{each}" for each in sorted(ids)]
            yield in_file("yields", option.file, seen, "topic/issue#id", nearest(name, known), place=place)
        elif name not in cited:
            seen, fix = f'no item cites "{name}"', f"write [[{name}]] into the item that yields"
            yield in_file("yields", option.file, seen, "", fix, place=place)
