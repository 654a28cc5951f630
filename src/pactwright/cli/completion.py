"""What a shell proposes behind a command: places, models, issues, options, rules, and what the library answers.

Those of a house library are among them once `--library` is typed.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from pactwright.library.places import (
    article_names,
    issue_names,
    jurisdictions,
    option_names,
    resource_names,
    seed_names,
    stance_names,
)


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


def barriers(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """What keeps partnerships from happening, by id."""
    del ctx, parameter
    return _beginning(seed_names("barriers.yml"), typed)


def bad_days(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """What can go wrong, by id."""
    del ctx, parameter
    return _beginning(seed_names("bad-days.yml"), typed)


def resources(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """The public resources from which the library comes, by id."""
    del ctx, parameter
    return _beginning(resource_names(), typed)


def answered(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """Whatever the library answers: barriers, resources and bad days."""
    return [*barriers(ctx, parameter, typed), *resources(ctx, parameter, typed), *bad_days(ctx, parameter, typed)]


def stances(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """Whom an option may lean to."""
    del ctx, parameter
    return _beginning(stance_names(), typed)


def articles(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """The parts of an agreement, by the words of their headings."""
    del ctx, parameter
    return _beginning(article_names("pilot-agreement"), typed)


def rules(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """The rules that have a page."""
    del ctx, parameter
    from pactwright.manual import pages

    return _beginning(pages(), typed)


def answers_of(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """The questions of the guide, and once one is typed its answers, as question=answer."""
    del ctx, parameter
    from pactwright.guide.form import names_of

    question, equals, _ = typed.partition("=")
    known = names_of()
    whole = (f"{question}={each}" for each in known.get(question, ())) if equals else (f"{each}=" for each in known)
    return _beginning(whole, typed)


def _house(ctx: click.Context) -> Path | None:
    """The house library that is named on the line, where it is there."""
    house = ctx.params.get("house")
    return house if isinstance(house, Path) and house.is_dir() else None


def _beginning(words: Iterable[str], typed: str) -> list[str]:
    return [word for word in words if word.startswith(typed)]
