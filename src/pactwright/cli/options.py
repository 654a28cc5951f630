"""Options that several commands take, said once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from pactwright.library.places import documents
from pactwright.writers import WRITERS

F = TypeVar("F", bound=Callable[..., Any])

FORMATS = tuple(WRITERS)

LIBRARY = click.option(
    "--library",
    "house",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder of a house library to lay over the built-in one.",
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print a record for programs instead of lines for people.")
SPEC = click.Path(path_type=Path, dir_okay=False)
TEMPLATE = click.option("--template", type=SPEC, help="A Word template of your own; see pactwright template.")
DOCUMENTS = click.option(
    "--document",
    "documents",
    multiple=True,
    type=click.Choice(documents()),
    help="What to draft; by default what the spec names.",
)
FINAL = click.option(
    "--final", "is_final", is_flag=True, help="Refuse every gap and open point; leave out the DRAFT mark."
)
SHORT = click.option(
    "--short",
    "is_short",
    is_flag=True,
    help="For small money: leave out what no bad day, no law and no other clause needs; not with personal data.",
)


def format_option(*formats: str, text: str) -> Callable[[F], F]:
    """The option for the formats of what is written, the first of which is the usual one."""
    choice, usual = click.Choice(formats), formats[:1]
    return click.option("--format", "formats", multiple=True, type=choice, default=usual, show_default=True, help=text)
