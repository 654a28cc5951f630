"""What a shell proposes behind a command: places, issues, options and rules, found without reading a clause."""

from __future__ import annotations

from collections.abc import Iterable

import click


def places(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """The places whose law the library knows."""
    del ctx, parameter
    from pactwright.library.places import jurisdictions

    return _beginning(jurisdictions(), typed)


def issues(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """The issues of the library, as topic/issue."""
    del ctx, parameter
    from pactwright.library.places import issue_names

    return _beginning(issue_names(), typed)


def wordings(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """The issues, and once one is typed the options of it, as topic/issue/option."""
    from pactwright.library.places import option_names

    whole = issues(ctx, parameter, typed.rpartition("/")[0] if typed.count("/") > 1 else typed)
    return whole if len(whole) > 1 else [*_beginning(whole, typed), *_beginning(option_names(), typed)]


def rules(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """The rules that have a page."""
    del ctx, parameter
    from pactwright.manual import pages

    return _beginning(pages(), typed)


def _beginning(words: Iterable[str], typed: str) -> list[str]:
    return [word for word in words if word.startswith(typed)]
