"""`pactwright clauses show`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pactwright.cli.completion import places, wordings
from pactwright.cli.options import JSON, LIBRARY, SPEC
from pactwright.cli.reports import show_json
from pactwright.library.places import documents

if TYPE_CHECKING:
    from pactwright.catalogue.records import ShownIssue
    from pactwright.library.model import Library

PRINTED = "au-nsw"
"""The place of the made-up projects, where nobody names another."""


@click.command()
@click.argument("name", shell_complete=wordings)
@click.option(
    "--jurisdiction", default="", shell_complete=places, help="Show the wording of a jurisdiction, such as us-ca."
)
@click.option("--parties", type=click.Choice(("1", "2", "5")), help="As it prints for so many, with example values.")
@click.option("--spec", type=SPEC, help="As it prints in a draft of this spec, with all else as it stands.")
@click.option(
    "--document", type=click.Choice(documents()), help="The document of the spec; by default the first that it names."
)
@LIBRARY
@JSON
def show(
    name: str,
    *,
    jurisdiction: str,
    parties: str | None,
    spec: Path | None,
    document: str | None,
    house: Path | None,
    as_json: bool,
) -> None:
    """Show an issue (topic/issue) or the wording of an option (topic/issue/option), with all that decides about it.

    \b
    Examples:
      pactwright clauses show liability/cap
      pactwright clauses show liability/cap/low-fixed --jurisdiction us-ca
      pactwright clauses show liability/cap/low-fixed --parties 5
    """
    from pactwright.catalogue.records import SHOWN
    from pactwright.catalogue.shown_report import shown_report
    from pactwright.errors import UsageError
    from pactwright.records import record_data
    from pactwright.themes import report_theme
    from pactwright.writers.report import REPORT_WRITERS

    if (spec and (jurisdiction or parties)) or (document and not spec):
        message = "--spec goes without --jurisdiction and --parties, and --document with --spec alone"
        raise UsageError(message)
    library, made = _in_draft(name, spec, document, house) if spec else _alone(name, jurisdiction, parties, house)
    if as_json:
        show_json(record_data(SHOWN, made))
        return
    click.echo(REPORT_WRITERS["txt"](shown_report(library, made), report_theme()).decode(), nl=False)


def _alone(name: str, place: str, parties: str | None, house: Path | None) -> tuple[Library, ShownIssue]:
    from pactwright.catalogue.showing import named, shown
    from pactwright.catalogue.words import words
    from pactwright.library.prebuilt import library_for

    library = library_for(place or (PRINTED if parties else ""), house)
    issue, options = named(library, name)
    if not parties:
        return library, shown(library, issue, options, house)
    from pactwright.catalogue.printed import printed_for

    said = str(words()["shown"]["for_parties"]).format(count="one party" if parties == "1" else f"{parties} parties")
    return library, shown(library, issue, options, house, printed_for(library, int(parties), options, house), said)


def _in_draft(name: str, spec: Path, document: str | None, house: Path | None) -> tuple[Library, ShownIssue]:
    from pactwright.catalogue.printed import printed_in
    from pactwright.catalogue.showing import named, shown
    from pactwright.catalogue.words import words
    from pactwright.what_if import standing

    now = standing(spec, document, house)
    library = now.source.library
    issue, options = named(library, name)
    said = str(words()["shown"]["in_draft"]).format(project=now.source.spec.project.title)
    return library, shown(library, issue, options, house, printed_in(now, options), said)
