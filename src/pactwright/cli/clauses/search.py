"""`pactwright clauses search`."""

from __future__ import annotations

import textwrap
from pathlib import Path

import click

from pactwright.cli.completion import places
from pactwright.cli.options import JSON, LIBRARY
from pactwright.cli.reports import counted, show_json

WIDTH = 80
SHOWN = 20
"""So many places are shown before the rest is counted."""


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--jurisdiction", default="", shell_complete=places, help="In the library of a place, such as us-ca.")
@click.option("--all", "is_whole", is_flag=True, help=f"Show every place, not only the best {SHOWN}.")
@LIBRARY
@JSON
def search(words: tuple[str, ...], *, jurisdiction: str, is_whole: bool, house: Path | None, as_json: bool) -> None:
    """Find WORDS in the questions, options, figures, wording and notes of the library; each word has to be there.

    Several forms of a word are one: pay, pays, payment.

    \b
    Example:
      pactwright clauses search late payment
    """
    from pactwright.catalogue.records import SEARCH
    from pactwright.catalogue.searching import searched
    from pactwright.library.prebuilt import library_for
    from pactwright.records import record_data

    made = searched(library_for(jurisdiction, house), " ".join(words))
    if as_json:
        show_json(record_data(SEARCH, made))
        return
    shown = made.found if is_whole else made.found[:SHOWN]
    for each in shown:
        click.echo(f"{click.style(each.name, bold=True)}  {each.place}: {each.where}")
        click.echo(textwrap.fill(each.snippet, WIDTH, initial_indent="  ", subsequent_indent="  "))
    rest = len(made.found) - len(shown)
    more = f"; {rest} more with --all" if rest else ""
    click.echo(f"{counted(len(made.found), 'place')}{more}", err=True)
