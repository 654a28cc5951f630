"""`pactwright what-if`."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pactwright.cli.completion import issues
from pactwright.cli.options import JSON, LIBRARY, SPEC
from pactwright.cli.reports import show_json
from pactwright.library.places import documents

if TYPE_CHECKING:
    from pactwright.what_if import Effect
    from pactwright.what_if.asked import Asked
    from pactwright.what_if.things import Difference, Line

WIDTH = 80
STATES = {"new": "new", "gone": "gone", "changed": "with other words", "renumbered": "with another number alone"}


@click.command("what-if")
@click.argument("spec", type=SPEC)
@click.option(
    "--set",
    "sets",
    multiple=True,
    metavar="ADDRESS=VALUE",
    shell_complete=issues,
    help="What would stand at an address of the spec; of a list, the values with ; between them.",
)
@click.option(
    "--unset",
    "unsets",
    multiple=True,
    metavar="ADDRESS",
    shell_complete=issues,
    help="An address at which nothing would stand.",
)
@click.option(
    "--document",
    type=click.Choice(documents()),
    help="The document; by default the first that the spec names.",
)
@LIBRARY
@JSON
def what_if_command(
    spec: Path,
    *,
    sets: tuple[str, ...],
    unsets: tuple[str, ...],
    document: str | None,
    house: Path | None,
    as_json: bool,
) -> None:
    """Show what would change in the document of SPEC if a choice or a fact were another; - is a spec on standard input.

    The two drafts are held against each other: clauses, schedules, key terms, how each bad day is answered, what is
    open and what is found. Nothing is written. A choice needs no choices. before it, and one of another option leaves
    behind the reason and the figures of the one that stands; what cannot be drafted is refused as in a spec.

    \b
    Examples:
      pactwright what-if examples/startup-pilot/spec.yml --set liability/cap=contribution-multiple
      pactwright what-if examples/startup-pilot/spec.yml --set term/term.term_months=18 --unset pilot.installs
    """
    from pactwright.errors import UsageError
    from pactwright.what_if import effects, otherwise, redrafted, standing
    from pactwright.what_if.asked import asked_of

    asked = asked_of(sets, unsets)
    if not asked:
        message = f"{spec}: say what would be otherwise, as in --set liability/cap=low-fixed or --unset pilot.gates"
        raise UsageError(message)
    now = standing(spec, document, house)
    found = effects(now.draft, redrafted(now, otherwise(now, asked)))
    kind = now.draft.agreement.document
    if as_json:
        show_json(_record(spec, kind, asked, found))
        return
    for each in _lines(kind, asked, found):
        click.echo(each)


def _lines(kind: str, asked: Sequence[Asked], found: Sequence[Effect]) -> Iterator[str]:
    yield from _wrapped(f"What changes in the {kind} with {', '.join(each.place for each in asked)}:", "")
    for each in (each for each in found if each.differences):
        counts = (f"{count} {said}" for state, said in STATES.items() if (count := _count(each, state)))
        yield ""
        yield click.style(f"{each.part.title}: {', '.join(counts)}", bold=True)
        for one in each.differences:
            yield from _difference(one) if one.changes else ()
        yield from _renumbered(each)
    same = [each.part.title.lower() for each in found if not each.differences]
    if same:
        yield ""
        yield from _wrapped(f"As before: {', '.join(same)}.", "")


def _count(effect: Effect, state: str) -> int:
    return sum(each.state == state for each in effect.differences)


def _difference(one: Difference) -> Iterator[str]:
    if one.title:
        yield ""
    if one.title and one.state == "changed":
        was = f" (was {one.before})" if one.before != one.after else ""
        yield from _wrapped(f"{one.after} {one.title}{was}".strip(), "  ")
    for change in one.changes:
        yield from (row for each in change.before for row in _signed("-", each))
        yield from (row for each in change.after for row in _signed("+", each))


def _renumbered(effect: Effect) -> Iterator[str]:
    moved = [each for each in effect.differences if not each.changes]
    if moved:
        yield ""
        yield from _wrapped(f"With another number alone: {', '.join(map(_run, runs(moved)))}.", "  ")


def runs(moved: Sequence[Difference]) -> list[list[Difference]]:
    """What has another number, in runs in which one number follows the other before and after."""
    found: list[list[Difference]] = []
    for each in moved:
        last = found[-1][-1] if found else each
        if found and (_next(last.before), _next(last.after)) == (each.before, each.after):
            found[-1].append(each)
        else:
            found.append([each])
    return found


def _next(number: str) -> str:
    return str(int(number) + 1) if number.isdecimal() else ""


def _run(run: Sequence[Difference]) -> str:
    if len(run) == 1:
        return f"{run[0].after} {run[0].title} (was {run[0].before})"
    return f"{run[0].after} to {run[-1].after} (were {run[0].before} to {run[-1].before})"


def _signed(sign: str, each: Line) -> list[str]:
    return _wrapped(f"{sign} {each.text}", "  ", more="    ")


def _wrapped(text: str, margin: str, more: str = "") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=margin, subsequent_indent=more or margin, break_on_hyphens=False)


def _record(spec: Path, kind: str, asked: Sequence[Asked], found: Sequence[Effect]) -> dict[str, Any]:
    return {
        "spec": str(spec),
        "document": kind,
        "asked": [{"address": each.address, "value": each.value} for each in asked],
        "differences": {effect.part.id: [_difference_record(each) for each in effect.differences] for effect in found},
    }


def _difference_record(one: Difference) -> dict[str, Any]:
    return {
        "id": one.id,
        "state": one.state,
        "title": one.title,
        "before": one.before,
        "after": one.after,
        "changes": [{"before": _texts(each.before), "after": _texts(each.after)} for each in one.changes],
    }


def _texts(lines: Sequence[Line]) -> list[str]:
    return [each.text for each in lines]
