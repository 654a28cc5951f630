"""`pactwright new`."""

from __future__ import annotations

from pathlib import Path

import click

from pactwright.cli.completion import places

MODELS = ("startup-pilot", "demonstrator")


@click.command("new")
@click.argument("spec", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--model",
    type=click.Choice(MODELS),
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
@click.option("--all", "with_all", is_flag=True, help="Write every field that a spec can have, as comments.")
@click.option("--force", is_flag=True, help="Replace a file that exists.")
def new_command(spec: Path, *, model: str, jurisdiction: str, with_all: bool, force: bool) -> None:
    """Write a commented spec that already validates, and its JSON Schema beside it.

    \b
    Example:
      pactwright new spec.yml --model startup-pilot --jurisdiction au-nsw
    """
    from pactwright.starting import started

    for path in started(spec, model=model, jurisdiction=jurisdiction, force=force, with_all=with_all):
        click.echo(path)
    click.echo(f"Next: fill it in, then pactwright check {spec}", err=True)
