"""A group of commands that shows what it holds when nothing is asked of it, and takes it well when nobody listens."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click


class Commands(click.Group):
    """The commands, in the order in which a user meets them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order in which they were added."""
        del ctx
        return list(self.commands)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The words of the call; a call without any asks for help."""
        with _whoever_listens(ctx):
            return super().parse_args(ctx, args or ["--help"])

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click types it
        """Runs the command."""
        with _whoever_listens(ctx):
            return super().invoke(ctx)


@contextmanager
def _whoever_listens(ctx: click.Context) -> Iterator[None]:
    """Ends in peace where the reader of a pipe has had enough, as in `pactwright clauses list | head -1`."""
    try:
        yield
    except BrokenPipeError:
        # What is still in the buffer would be written, and fail again, when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        ctx.exit(0)
