"""Many documents in one process: docxtpl, rust-docxtpl, ours and the limit take turns, one core each."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from pactwright.themes import default_theme
from tests.benchmarks.environments import rust_python
from tests.benchmarks.job import Job
from tests.benchmarks.ours import agreement_of
from tests.benchmarks.pages import page_count
from tests.benchmarks.peer_template import PeerTemplate, peer_data, peer_template, told
from tests.benchmarks.report import Table, number, spread
from tests.benchmarks.serving import Cost, Engine
from tests.benchmarks.specs import as_it_is, longest
from tests.stories import Tree

LABELS = {
    "docxtpl": "docxtpl",
    "rust-docxtpl": "rust-docxtpl",
    "values": "ours",
    "values_and_choices": "ours, one row in ten with other clauses",
    "values_and_terms": "ours, every clause with another name",
    "limit-all": "deflate, CRC and write",
    "limit-changing": "the same, of what changes",
}
"""The engines, as their folders are named and as a reader sees them."""

TABLES = ("values", "values_and_choices", "values_and_terms")
PER_ROUND = dict.fromkeys(LABELS, 20) | {"docxtpl": 2, "rust-docxtpl": 8, "values_and_terms": 10}
READY = 24
"""How many documents' data lie ready for the peers; they begin again after that."""

COMPARED = 3
"""How many documents are read and compared."""

Round = Mapping[str, Cost]


@dataclass(frozen=True, slots=True)
class Measured:
    """One spec's rounds, in milliseconds per document, and what its documents are like."""

    rounds: tuple[Round, ...]
    peer: PeerTemplate
    document: bytes

    def milliseconds(self, engine: str) -> list[float]:
        """What each round says of an engine."""
        return [each[engine].seconds * 1000 / PER_ROUND[engine] for each in self.rounds]

    def ratios(self, slow: str, fast: str) -> list[float]:
        """How many times as long one engine takes as another, round by round."""
        pairs = zip(self.milliseconds(slow), self.milliseconds(fast), strict=True)
        return [one / other for one, other in pairs]

    def stages(self) -> dict[str, float]:
        """Milliseconds per document by stage of ours."""
        names = self.rounds[0]["values"].stages
        return {
            name: median(each["values"].stages[name] for each in self.rounds) * 1000 / PER_ROUND["values"]
            for name in names
        }


def warm(folder: Path, rounds: int) -> Iterator[Table]:
    """The tables of all engines, and of our stages, for both specs."""
    tree = as_it_is()
    specs = {"startup-pilot as it is": tree, "with the longest options": longest(tree)}
    found = {name: _measured(Job(folder / f"warm-{n}"), each, rounds) for n, (name, each) in enumerate(specs.items())}
    yield _engines(found)
    yield _stages(found)


def _measured(job: Job, tree: Tree, rounds: int) -> Measured:
    agreements = [agreement_of(tree, each) for each in range(READY)]
    peer = peer_template(agreements[0], default_theme().template)
    job.keep(tree, peer.template, [peer_data(each) for each in agreements])
    with ExitStack() as stack:
        engines = {name: stack.enter_context(engine) for name, engine in _started(job)}
        found = [
            {name: engine.made(1 + turn * PER_ROUND[name], PER_ROUND[name]) for name, engine in engines.items()}
            for turn in range(rounds)
        ]
    for each in range(COMPARED):
        _compare(job, each)
    return Measured(tuple(found), peer, job.target("values", 0).read_bytes())


def _started(job: Job) -> Iterator[tuple[str, Engine]]:
    """Every engine in its process, its first documents made, which are not measured; the limit needs those of ours."""
    for peer, python in (("docxtpl", Path(sys.executable)), ("rust-docxtpl", rust_python())):
        yield peer, _warmed(Engine("peer", job.folder, peer, python=python))
    for table in TABLES:
        yield table, _warmed(Engine("ours", job.folder, table))
    for parts in ("all", "changing"):
        yield f"limit-{parts}", _warmed(Engine("limit", job.folder, "values", parts))


def _warmed(engine: Engine) -> Engine:
    engine.made(0, COMPARED)
    return engine


def _compare(job: Job, each: int) -> None:
    """Raises AssertionError unless all engines wrote the same words."""
    ours, *others = (told(job.target(engine, each).read_bytes()) for engine in ("values", "docxtpl", "rust-docxtpl"))
    assert all(other == ours for other in others), f"document {each} of {job.folder} does not say the same everywhere"


def _engines(found: Mapping[str, Measured]) -> Table:
    lines = {
        f"{LABELS[name]}, ms a document": [spread(each.milliseconds(name)) for each in found.values()]
        for name in LABELS
    }
    for slow, fast in _COMPARISONS:
        lines[f"{LABELS[slow]} / {LABELS[fast]}"] = [spread(each.ratios(slow, fast)) for each in found.values()]
    lines |= {
        "tags and loops of the peers' template": [f"{each.peer.tags} and {each.peer.loops}" for each in found.values()],
        "paragraphs": [str(len(told(each.document)[0])) for each in found.values()],
        "pages": [str(page_count(each.document) or "?") for each in found.values()],
        "kilobytes": [number(len(each.document) / 1000) for each in found.values()],
    }
    rows = tuple((name, *cells) for name, cells in lines.items())
    return Table("Row to file, processor time of one core, median (lowest to highest)", ("", *found), rows)


_COMPARISONS = (
    *((peer, table) for table in TABLES for peer in ("docxtpl", "rust-docxtpl")),
    *(("values", limit) for limit in ("limit-all", "limit-changing")),
)


def _stages(found: Mapping[str, Measured]) -> Table:
    stages = {name: each.stages() for name, each in found.items()}
    names = next(iter(stages.values()))
    rows = ((name, *(f"{each[name]:.2f}" for each in stages.values())) for name in names)
    return Table("Where our time goes, ms a document", ("", *found), tuple(rows))
