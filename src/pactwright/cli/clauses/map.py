"""`pactwright clauses map`."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pactwright.cli.completion import answered
from pactwright.cli.options import JSON, LIBRARY
from pactwright.cli.reports import show_json

if TYPE_CHECKING:
    from pactwright.catalogue.records import Mapped

WIDTH = 80


@click.command("map")
@click.argument("name", required=False, default="", shell_complete=answered, metavar="[BARRIER|RESOURCE|BAD-DAY]")
@LIBRARY
@JSON
def map_(name: str, *, house: Path | None, as_json: bool) -> None:
    """Show what the library answers: from a barrier, a resource or a bad day to issues, options and what they do.

    Without a name, everything that is answered, with its issues.

    \b
    Examples:
      pactwright clauses map
      pactwright clauses map fear-of-failure
      pactwright clauses map equipment-lost
    """
    from pactwright.catalogue.mapping import mapped
    from pactwright.catalogue.records import MAP
    from pactwright.library.prebuilt import library_for
    from pactwright.records import record_data

    made = mapped(library_for("", house), name)
    if as_json:
        show_json(record_data(MAP, made))
        return
    for each in made.mapped:
        _show(each, in_full=bool(name))


def _show(each: Mapped, *, in_full: bool) -> None:
    click.echo(f"{click.style(each.id, bold=True)}  {each.kind.replace('-', ' ')}: {each.title}")
    if not in_full:
        _wrapped(", ".join(issue.issue for issue in each.issues) or "no issue", "  ")
        return
    for line in filter(None, (each.says, *each.addresses)):
        _wrapped(line, "")
    for issue in each.issues:
        click.echo(f"\n{click.style(issue.issue, bold=True)}  {issue.question}")
        for option in issue.options:
            click.echo(f"  {option.option.rpartition('/')[2]:24} {option.stance:13} {option.title}")
            _wrapped(option.does, "    ")


def _wrapped(text: str, margin: str) -> None:
    lines = textwrap.wrap(text, WIDTH, initial_indent=margin, subsequent_indent=margin, break_on_hyphens=False)
    click.echo("\n".join(lines))
