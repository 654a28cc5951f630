"""`pactwright clauses list`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pactwright.cli.completion import articles, bad_days, barriers, issues, places, resources, stances
from pactwright.cli.options import JSON, LIBRARY
from pactwright.cli.reports import show_json
from pactwright.library.places import documents

if TYPE_CHECKING:
    from pactwright.catalogue.listing import Catalogue
    from pactwright.catalogue.records import ListedIssue


@click.command("list")
@click.option("--article", default="", shell_complete=articles, help="A part of an agreement, by number or name.")
@click.option("--issue", default="", shell_complete=issues, help="An issue, or all of a topic, such as data.")
@click.option("--stance", default="", shell_complete=stances, help="Only options that lean so.")
@click.option("--barrier", default="", shell_complete=barriers, help="Only issues that answer this barrier.")
@click.option("--resource", default="", shell_complete=resources, help="Only issues learned from this resource.")
@click.option("--bad-day", default="", shell_complete=bad_days, help="Only options that answer this bad day.")
@click.option("--document", default="", type=click.Choice(("", *documents())), help="Only issues of this document.")
@click.option("--place", default="", shell_complete=places, help="Only options with words of this place's own.")
@LIBRARY
@JSON
def list_(*, house: Path | None, as_json: bool, **filters: str) -> None:
    """List issues with their options and their stance, all or those that every filter leaves.

    \b
    Examples:
      pactwright clauses list --barrier fear-of-failure
      pactwright clauses list --article money --stance lean-partner
    """
    from pactwright.catalogue.listing import Catalogue
    from pactwright.catalogue.records import LISTING

    catalogue = Catalogue(house, {name.replace("_", "-"): value for name, value in filters.items()})
    listing = catalogue.listing()
    if as_json:
        from pactwright.records import record_data

        show_json(record_data(LISTING, listing))
        return
    _show_barrier(catalogue)
    for each in listing.issues:
        _show(each)
    if not listing.issues:
        click.echo("No option has all of that.")


def _show_barrier(catalogue: Catalogue) -> None:
    if barrier := catalogue.library.seeds.barriers.get(catalogue.filters["barrier"]):
        click.echo(f"{click.style(barrier.title, bold=True)}\n{barrier.in_our_words}\n")


def _show(issue: ListedIssue) -> None:
    click.echo(f"{click.style(issue.issue, bold=True)}  {issue.question}")
    for option in issue.options:
        name = option.option.rpartition("/")[2]
        click.echo(f"  {name:24} {option.stance:13} {option.title}{' (default)' if option.is_default else ''}")
    for waiting, awaited in issue.waits.items():
        click.echo(f"  {waiting:24} {'not written':13} It waits for {awaited}")
