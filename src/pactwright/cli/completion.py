"""What a shell proposes behind a command: places, models, issues, options and rules, found without reading a clause.

Those of a house library are among them once `--library` is typed.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from pactwright.library.places import issue_names, jurisdictions, option_names


def places(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """The places whose law the library knows."""
    del parameter
    return _beginning(jurisdictions(house=_house(ctx)), typed)


def issues(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """The issues of the library, as topic/issue."""
    del parameter
    return _beginning(issue_names(_house(ctx)), typed)


def wordings(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """The issues, and once one is typed the options of it, as topic/issue/option."""
    whole = issues(ctx, parameter, typed.rpartition("/")[0] if typed.count("/") > 1 else typed)
    options = option_names(_house(ctx))
    return whole if len(whole) > 1 else [*_beginning(whole, typed), *_beginning(options, typed)]


def rules(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """The rules that have a page."""
    del ctx, parameter
    from pactwright.manual import pages

    return _beginning(pages(), typed)


def _house(ctx: click.Context) -> Path | None:
    """The house library that is named on the line, where it is there."""
    house = ctx.params.get("house")
    return house if isinstance(house, Path) and house.is_dir() else None


def _beginning(words: Iterable[str], typed: str) -> list[str]:
    return [word for word in words if word.startswith(typed)]
