"""`pactwright schema`."""

from __future__ import annotations

from pathlib import Path

import click

from pactwright.cli.completion import places
from pactwright.cli.options import LIBRARY
from pactwright.cli.reports import show_json


@click.command("schema")
@click.option(
    "--jurisdiction", default="", shell_complete=places, help="Add the options that only this jurisdiction has."
)
@LIBRARY
def schema_command(*, jurisdiction: str, house: Path | None) -> None:
    """Print the JSON Schema of a spec, with the library's options, for editors.

    \b
    Example:
      pactwright schema > pactwright-spec.schema.json
    """
    from pactwright.library.prebuilt import library_for
    from pactwright.schema import spec_schema

    show_json(spec_schema(library_for(jurisdiction, house)))
