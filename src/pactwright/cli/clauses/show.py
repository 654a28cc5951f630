"""`pactwright clauses show`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pactwright.cli.completion import places, wordings
from pactwright.cli.options import JSON, LIBRARY
from pactwright.cli.reports import counted, show_json

if TYPE_CHECKING:
    from pactwright.library.model import Issue, Library, Option
    from pactwright.wording.sentences import Readability


@click.command()
@click.argument("name", shell_complete=wordings)
@click.option(
    "--jurisdiction", default="", shell_complete=places, help="Show the wording of a jurisdiction, such as us-ca."
)
@LIBRARY
@JSON
def show(name: str, *, jurisdiction: str, house: Path | None, as_json: bool) -> None:
    """Show an issue (topic/issue) or the wording of an option (topic/issue/option).

    \b
    Examples:
      pactwright clauses show liability/cap
      pactwright clauses show liability/cap/low-fixed --jurisdiction us-ca
    """
    from pactwright.errors import UsageError
    from pactwright.findings import nearest
    from pactwright.library.prebuilt import library_for

    library = library_for(jurisdiction, house)
    issue_id, _, option_id = (name, "", "") if name.count("/") < 2 else name.rpartition("/")  # noqa: PLR2004 - topic/issue/option
    issue = library.issues.get(issue_id)
    option = library.options.get(issue_id, {}).get(option_id)
    if issue is None or (option_id and option is None):
        names = [*library.issues, *(f"{key}/{each}" for key, known in library.options.items() for each in known)]
        message = (
            f'"{name}" is not in the library; pactwright clauses list shows what is; {nearest(name, names)}'.rstrip(
                "; "
            )
        )
        raise UsageError(message)
    if as_json:
        show_json(_option_record(option) if option else issue_record(library, issue))
    elif option:
        _show_option(option)
    else:
        _show_issue(library, issue)


def _show_issue(library: Library, issue: Issue) -> None:
    from pactwright.library.values import in_words, suggested

    click.echo(click.style(f"{issue.id}: {issue.question}", bold=True))
    click.echo(issue.purpose)
    seeds = library.seeds
    click.echo(f"Answers: {'; '.join(seeds.barriers[each].title for each in issue.barriers)}.")
    click.echo(f"Learned from: {'; '.join(seeds.resources[each].title for each in issue.resources)}.")
    for option in library.options[issue.id].values():
        click.echo(f"\n{click.style(option.id, bold=True)} ({option.stance}) {option.title}")
        click.echo(f"  {option.summary}")
        click.echo(f"  When: {option.when_to_use}")
        click.echo(f"  Differs: {option.differs}")
    if issue.parameters:
        click.echo("\nParameters")
    for parameter in issue.parameters.values():
        low, high = in_words(parameter.min), in_words(parameter.max)
        bounds = f", from {low} to {high}" if low or high else ""
        single = isinstance(parameter.default, str) or parameter.type == "money"
        default = in_words(parameter.default or "none") if single else parameter.default or "none"
        absent = f" Without a value: {parameter.absent}" if parameter.absent else ""
        proposed = suggested(parameter, "")
        absent += f" Suggested, and taken only if you type it: {proposed}" if proposed else ""
        click.echo(f"  {parameter.name} ({parameter.type}{bounds}; default {default}): {parameter.ask}{absent}")


def _show_option(option: Option) -> None:
    from pactwright.style.averages import reads
    from pactwright.wording.parts import plain

    readability = reads(option)
    click.echo(click.style(f"{option.issue}/{option.id}: {option.title}", bold=True))
    click.echo(f"{option.summary}\nStance: {option.stance}. Version: {option.version}. Review: {option.review.status}.")
    for each in option.asks_reason:
        click.echo(f"Asks a reason with {each}")
    for kind, wording in option.wordings.items():
        click.echo(f"\n{click.style(kind.capitalize(), bold=True)} ({_reads(readability[kind])})")
        for section in wording.sections:
            if section.heading:
                click.echo(f"  {section.heading}")
            for number, item in enumerate(section.items, 1):
                click.echo(f"  {number}. {plain(item.parts)}")
                for child in item.items:
                    click.echo(f"     - {plain(child.parts)}")
    click.echo(f"\n{click.style('Note', bold=True)}\n{option.note}")
    click.echo(f"\nSources: {', '.join(option.sources) or 'none'}")


def _reads(found: Readability) -> str:
    """How a wording reads: the length of its sentences in words, and Flesch's figure (the higher, the easier)."""
    average = f"{found.average:.0f} words a sentence, at most {found.longest}"
    return f"{counted(found.sentences, 'sentence')}, {average}, Flesch {found.flesch:.0f}"


def issue_record(library: Library, issue: Issue) -> dict[str, Any]:
    """An issue with its options as a record."""
    return {
        "issue": issue.id,
        "question": issue.question,
        "purpose": issue.purpose,
        "barriers": list(issue.barriers),
        "resources": list(issue.resources),
        "options": [_option_record(option) for option in library.options[issue.id].values()],
        "waits": dict(issue.waits),
    }


def _option_record(option: Option) -> dict[str, Any]:
    from pactwright.style.averages import reads

    return {
        "option": f"{option.issue}/{option.id}",
        "title": option.title,
        "summary": option.summary,
        "stance": option.stance,
        "asks_reason": [str(each) for each in option.asks_reason],
        "version": option.version,
        "review": option.review.status,
        "readability": {kind: asdict(each) for kind, each in reads(option).items()},
    }
