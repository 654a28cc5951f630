"""The group of all commands, and what happens to a mistake: one line, an exit code, no traceback."""

from __future__ import annotations

import atexit
import gc
import os
import sys

import click

from pactwright import __version__
from pactwright.cli.batch import batch
from pactwright.cli.check import check
from pactwright.cli.clauses import clauses
from pactwright.cli.demo import demo
from pactwright.cli.draft import draft
from pactwright.cli.explain import explain
from pactwright.cli.new import new
from pactwright.cli.schema import schema
from pactwright.cli.template import template
from pactwright.cli.verify import verify
from pactwright.errors import ForeignContentError, InputError, UsageError

SELDOM = 200_000  # more objects than one draft leaves
EXIT_PROBLEMS, EXIT_USAGE, EXIT_FOREIGN, EXIT_BUG, EXIT_INTERRUPTED = 1, 2, 4, 70, 130


class Commands(click.Group):
    """The commands, in the order in which a user meets them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order in which they were added."""
        del ctx
        return list(self.commands)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="pactwright")
def pactwright() -> None:
    """Draft fair partnership agreements for smart-city projects.

    \b
    pactwright demo                  a working folder with an example and its Word file
    pactwright new spec.yml          a spec to fill in
    pactwright check spec.yml        every problem of it at once
    pactwright draft spec.yml        the agreement as a Word file

    Every document that it writes is a draft for legal review. It gives no legal advice.
    """


for command in (demo, new, check, draft, batch, verify, explain, clauses, template, schema):
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
        click.echo(f"error: {refused}", err=True)
        sys.exit(EXIT_FOREIGN)
    except UsageError as wrong:
        click.echo(f"error: {wrong}", err=True)
        sys.exit(EXIT_USAGE)
    except BrokenPipeError:
        sys.exit(0)
    except Exception as bug:  # noqa: BLE001 - the last line of defence: a bug of ours is said in one line too
        click.echo(
            f"This is a bug in pactwright {__version__}, not a mistake of yours: {type(bug).__name__}: {bug}", err=True
        )
        sys.exit(EXIT_BUG)


def _search_seldom() -> None:
    """Spares a short run most of Python's searches for rubbish, and every run the one at its end.

    What is frozen is not taken apart object by object, and goes when the process does.
    """
    gc.set_threshold(SELDOM)
    atexit.register(gc.freeze)
