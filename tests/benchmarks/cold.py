"""One document as a whole process: `pactwright draft` from its wheel beside a bare script of docxtpl."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

from pactwright.themes import default_theme
from pactwright.writers.word import word_file
from tests.benchmarks.environments import rust_python, wheel_python
from tests.benchmarks.job import Job
from tests.benchmarks.peer_template import peer_template, told
from tests.benchmarks.report import Table, number, spread
from tests.benchmarks.serving import ROOT
from tests.benchmarks.specs import DOCUMENT, as_it_is
from tests.benchmarks.whole import Command, Spent, as_installed, spent
from tests.stories import as_yaml, sound

BARE = ROOT / "tests" / "benchmarks" / "bare.py"
OURS = "pactwright draft"
DOCXTPL = "docxtpl, a bare script"
RUST, TUNED = "rust-docxtpl, a bare script", "the same, its cache on disk switched on"
NOTHING = "Python that does nothing"
HELP, CLICK = "pactwright --help", "click, a bare command's --help"
BARE_CLICK = "import click; click.command(name='bare')(lambda: None)(['--help'])"


def cold(folder: Path, rounds: int) -> Iterator[Table]:
    """The table of all ways to one document, and how many times as long as docxtpl each takes."""
    commands = _commands(folder)
    cached = {OURS: {"XDG_CACHE_HOME": str(folder)}, TUNED: {"DOCXTPL_CODE_CACHE_DIR": str(folder / "cache")}}
    environments = {name: as_installed() | cached.get(name, {}) for name in commands}
    for name, command in commands.items():
        spent(command, environments[name])
    _compare(folder)
    found = [{name: spent(command, environments[name]) for name, command in commands.items()} for _ in range(rounds)]
    yield Table(
        "One document as a whole process, caches warm, median (lowest to highest)",
        ("", "processor, ms", "clock, ms", "processor / docxtpl's"),
        tuple(_row(name, [each[name] for each in found], [each[DOCXTPL] for each in found]) for name in commands),
    )
    wheel = wheel_python()
    helped = {HELP: (wheel.parent / "pactwright", "--help"), CLICK: (wheel, "-c", BARE_CLICK)}
    found = [{name: spent(command, as_installed()) for name, command in helped.items()} for _ in range(rounds)]
    yield Table(
        "The help as a whole process, median (lowest to highest)",
        ("", "processor, ms", "clock, ms", "processor / click's"),
        tuple(_row(name, [each[name] for each in found], [each[CLICK] for each in found]) for name in helped),
    )


def _commands(folder: Path) -> Mapping[str, Command]:
    """Each way, with the spec, the template and the data that it needs in the folder."""
    job, spec, data = Job(folder / "cold"), folder / "spec.yml", folder / "cold" / "data.json"
    peer = peer_template(sound(as_it_is()).agreement, default_theme().template)
    job.keep(as_it_is(), peer.template, peer.data)
    spec.write_text(as_yaml(as_it_is()), "utf-8")
    wheel, rust = wheel_python(), rust_python()
    draft = (wheel.parent / "pactwright", "draft", "--force", spec, "--document", DOCUMENT)
    return {
        OURS: (*draft, "-o", folder / "ours.docx"),
        DOCXTPL: (wheel, BARE, job.template, data, folder / "docxtpl.docx"),
        RUST: (rust, BARE, job.template, data, folder / "rust.docx"),
        TUNED: (rust, BARE, job.template, data, folder / "tuned.docx"),
        NOTHING: (wheel, "-c", "pass"),
    }


def _compare(folder: Path) -> None:
    """Raises AssertionError unless all wrote the words that we write here."""
    expected = told(word_file(sound(as_it_is()).agreement, default_theme().template))
    for name in ("ours", "docxtpl", "rust", "tuned"):
        assert told((folder / f"{name}.docx").read_bytes()) == expected, name


def _row(name: str, found: list[Spent], peer: list[Spent]) -> tuple[str, ...]:
    ratios = [one.processor / other.processor for one, other in zip(found, peer, strict=True)]
    processor = spread([each.processor * 1000 for each in found])
    return name, processor, number(median(each.clock * 1000 for each in found)), spread(ratios)
