"""`pactwright new`."""

from __future__ import annotations

from pathlib import Path

import click

from pactwright.cli.completion import places
from pactwright.cli.guide import guide_command
from pactwright.cli.options import LIBRARY, SPEC
from pactwright.library.places import specs


@click.command("new")
@click.argument("spec", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--model",
    type=click.Choice(specs()),
    default="startup-pilot",
    show_default=True,
    help="The partnership model to start from.",
)
@click.option(
    "--jurisdiction",
    default="au-nsw",
    show_default=True,
    shell_complete=places,
    help="The place whose law applies.",
)
@click.option(
    "--sheet",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a workbook (.xlsx) to fill in instead: labels, help and drop-downs, no YAML.",
)
@click.option("--from", "source", type=SPEC, help="With --sheet: put in what this spec says already.")
@click.option("--all", "with_all", is_flag=True, help="Write every field that a spec can have, as comments.")
@click.option("--ask", "is_asked", is_flag=True, help="Ask a few questions first, as pactwright guide does.")
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@LIBRARY
def new_command(  # noqa: PLR0913 - a command has as many arguments as options
    spec: Path | None,
    *,
    model: str,
    jurisdiction: str,
    sheet: Path | None,
    source: Path | None,
    with_all: bool,
    is_asked: bool,
    force: bool,
    house: Path | None,
) -> None:
    """Write a commented spec that already validates, and its JSON Schema beside it.

    Which model? pactwright guide asks a few questions and says which one fits.
    With --sheet, a workbook to fill in, which every command takes for a spec.
    Without SPEC, --library DIR writes the start of a house library: each file says what it does and shows a line.

    \b
    Examples:
      pactwright new spec.yml --model startup-pilot --jurisdiction au-nsw
      pactwright new --sheet project.xlsx --jurisdiction au-nsw
      pactwright new --sheet project.xlsx --from examples/startup-pilot/spec.yml
      pactwright new --library our-city
    """
    from pactwright.starting import library_started, sheet_started, started

    if sheet and (spec or with_all or is_asked):
        message = "--sheet writes a workbook of its own, with every field; leave out SPEC, --all and --ask"
        raise click.UsageError(message)
    if source and not sheet:
        message = "--from fills a workbook; name it with --sheet, as in --sheet project.xlsx --from spec.yml"
        raise click.UsageError(message)
    if sheet:
        click.echo(
            sheet_started(sheet, model=model, jurisdiction=jurisdiction, source=source, force=force, house=house)
        )
        click.echo(f"Next: fill it in with a spreadsheet program, then pactwright check {sheet}", err=True)
        return

    if spec is None and house is None:
        message = "name the spec to write, as in pactwright new spec.yml, or a house library with --library DIR"
        raise click.UsageError(message)
    if spec is None:
        for path in library_started(Path(str(house)), force=force):
            click.echo(path)
        click.echo(f"Next: change what differs in your city, then pactwright check {house}", err=True)
        return
    if is_asked:
        click.get_current_context().invoke(
            guide_command, output=spec, jurisdiction=jurisdiction, force=force, house=house
        )
        return
    for path in started(spec, model=model, jurisdiction=jurisdiction, force=force, with_all=with_all, house=house):
        click.echo(path)
    click.echo(f"Next: fill it in, then pactwright check {spec}", err=True)
