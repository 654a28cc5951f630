"""The group of all commands, and what happens to a mistake: one line, an exit code, no traceback."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from typing import NoReturn

import click

from pactwright import __version__
from pactwright.cli.batch import batch_command
from pactwright.cli.check import check_command
from pactwright.cli.clauses import clauses_group
from pactwright.cli.dates import dates_command
from pactwright.cli.demo import demo_command
from pactwright.cli.draft import draft_command
from pactwright.cli.explain import explain_command
from pactwright.cli.groups import Commands
from pactwright.cli.guide import guide_command
from pactwright.cli.ledger import ledger_command
from pactwright.cli.new import new_command
from pactwright.cli.playbook import playbook_group
from pactwright.cli.questions import questions_command
from pactwright.cli.reports import colour_wanted
from pactwright.cli.review import review_command
from pactwright.cli.rule import rule_command
from pactwright.cli.schema import schema_command
from pactwright.cli.template import template_group
from pactwright.cli.verify import verify_command
from pactwright.cli.what_if import what_if_command
from pactwright.errors import ForeignContentError, InputError, UsageError, path_trouble
from pactwright.findings import one_line

SELDOM = 400_000  # more objects than one draft leaves
EXIT_PROBLEMS, EXIT_USAGE, EXIT_FOREIGN, EXIT_BUG, EXIT_INTERRUPTED = 1, 2, 4, 70, 130


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="pactwright")
@click.pass_context
def pactwright(ctx: click.Context) -> None:
    """Draft fair partnership agreements for smart-city projects.

    \b
    pactwright demo                  a working folder with an example and its Word file
    pactwright guide -o spec.yml     a few questions, and the spec that fits
    pactwright new spec.yml          a spec to fill in
    pactwright check spec.yml        every problem of it at once
    pactwright draft spec.yml        the agreement as a Word file

    Every document that it writes is a draft for legal review. It gives no legal advice.
    """
    ctx.color = colour_wanted(os.environ)


for command in (
    demo_command,
    new_command,
    guide_command,
    check_command,
    draft_command,
    batch_command,
    verify_command,
    explain_command,
    what_if_command,
    questions_command,
    ledger_command,
    dates_command,
    review_command,
    clauses_group,
    playbook_group,
    template_group,
    schema_command,
    rule_command,
):
    pactwright.add_command(command)


def main() -> None:
    """Runs the command line and turns our errors into exit codes."""
    _search_seldom()
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # what else is installed here has no part in reading a spec
    try:
        sys.exit(pactwright.main(standalone_mode=False))  # the code of a click Exit, or None
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(EXIT_USAGE)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted; nothing half-written was left behind.", err=True)
        sys.exit(EXIT_INTERRUPTED)
    except InputError as refused:
        click.echo(str(refused), err=True)
        sys.exit(EXIT_PROBLEMS)
    except ForeignContentError as refused:
        _leave(str(refused), EXIT_FOREIGN)
    except UsageError as wrong:
        _leave(str(wrong), EXIT_USAGE)
    except OSError as failed:  # a path that nobody looked at before: too long, not allowed, on a disk that is full
        _leave(path_trouble(failed), EXIT_USAGE)
    except Exception as bug:  # noqa: BLE001 - the last line of defence: a bug of ours is said in one line too
        click.echo(
            f"This is a bug in pactwright {__version__}, not a mistake of yours: {type(bug).__name__}: {bug}", err=True
        )
        sys.exit(EXIT_BUG)


def _leave(said: str, code: int) -> NoReturn:
    """Ends with one line, whatever a name in it holds."""
    click.echo(f"error: {one_line(said)}", err=True)
    sys.exit(code)


def _search_seldom() -> None:
    """Spares a short run most of Python's searches for rubbish, and every run the one at its end.

    What is frozen is not taken apart object by object, and goes when the process does.
    """
    gc.set_threshold(SELDOM)
    atexit.register(gc.freeze)
