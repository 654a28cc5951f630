"""`pactwright demo`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("demo")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path("pactwright-demo"))
@click.option("--force", is_flag=True, help="Replace files that exist.")
def demo_command(folder: Path, *, force: bool) -> None:
    """Make a working FOLDER with an example spec and the Word agreement drafted from it.

    \b
    Example:
      pactwright demo my-first-pilot
    """
    from pactwright.starting import demonstrated

    spec, written = demonstrated(folder, force=force)
    click.echo(spec)
    for each in written:
        click.echo(each.path)
    click.echo(f"Next: open the Word file, change a fact in {spec}, then pactwright draft {spec}", err=True)
