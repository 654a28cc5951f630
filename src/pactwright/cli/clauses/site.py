"""`pactwright clauses site`."""

from __future__ import annotations

from pathlib import Path

import click

from pactwright.cli.completion import places
from pactwright.cli.options import LIBRARY
from pactwright.cli.reports import counted


@click.command()
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), required=True, help="The folder to write into."
)
@click.option("--jurisdiction", default="", shell_complete=places, help="The library of a place, such as us-ca.")
@click.option("--force", is_flag=True, help="Replace pages that exist.")
@LIBRARY
def site(*, output: Path, jurisdiction: str, force: bool, house: Path | None) -> None:
    """Write the whole library as pages of the web: they need no script, and can be printed, sent and read on a phone.

    index.html has every question with its answers, and filters by address; beside it stands a page for each issue,
    barrier, resource and bad day.

    \b
    Example:
      pactwright clauses site -o library/
    """
    from pactwright.catalogue.listing import Catalogue
    from pactwright.catalogue.site import Site
    from pactwright.files import check_targets, write_whole
    from pactwright.themes import report_theme
    from pactwright.writers.report import REPORT_WRITERS

    made = Site(Catalogue(house, {}, jurisdiction))
    check_targets([output / name for name in made.names], force=force)
    for name in made.names:
        write_whole(output / name, REPORT_WRITERS["html"](made.page(name), report_theme()))
    click.echo(output / "index.html")
    click.echo(counted(len(made.names), "page"), err=True)
