"""`pactwright clauses`: reviewing the library, one command a module."""

from __future__ import annotations

import click

from pactwright.cli.clauses.compare import compare
from pactwright.cli.clauses.kinds import kinds
from pactwright.cli.clauses.list import list_
from pactwright.cli.clauses.map import map_
from pactwright.cli.clauses.search import search
from pactwright.cli.clauses.show import show
from pactwright.cli.clauses.site import site
from pactwright.cli.groups import Commands


@click.group("clauses", cls=Commands)
def clauses_group() -> None:
    """Review the clause library: its issues, their options, their wording."""


for command in (list_, show, compare, search, map_, site, kinds):
    clauses_group.add_command(command)
