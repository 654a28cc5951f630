"""How long Word writing takes: `python -m tests.benchmarks.word [ROUNDS]`; no test, since a clock is no promise.

One document of examples/startup-pilot is written by docxtpl, by the compiled template, and, as the limit below both,
only deflated, summed and written to a file. The three take turns; each figure is a median of processor time, the
ratio is the median of the ratios of the rounds.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from pactwright.workshop import documents_of, drafts_of, read
from pactwright.writers.word import word, word_by_docxtpl
from pactwright.writers.word.archive import archive, entry
from pactwright.writers.word.package import members

ROOT = Path(__file__).parents[2]
PER_ROUND = {"docxtpl": 2, "compiled": 10, "limit": 20}


def main(rounds: int = 9) -> None:
    """Print milliseconds per document for each way, and how they compare."""
    template = (ROOT / "templates" / "looks" / "default.docx").read_bytes()
    source = read(ROOT / "examples" / "startup-pilot" / "spec.yml")
    agreement = drafts_of(source, documents_of(source.spec, source.library)[:1])[0].agreement
    parts = members(word(agreement, template))
    word_by_docxtpl(agreement, template)
    with tempfile.TemporaryDirectory() as folder:
        ways: dict[str, Callable[[], object]] = {
            "docxtpl": partial(word_by_docxtpl, agreement, template),
            "compiled": partial(word, agreement, template),
            "limit": partial(_only_written, parts, Path(folder, "limit.docx")),
        }
        times = [{way: _milliseconds(work, PER_ROUND[way]) for way, work in ways.items()} for _ in range(rounds)]
    for way in ways:
        sys.stdout.write(f"{way:10}{median(each[way] for each in times):8.2f} ms\n")
    for slow, fast in (("docxtpl", "compiled"), ("compiled", "limit")):
        sys.stdout.write(f"{slow} / {fast}: {median(each[slow] / each[fast] for each in times):.1f}\n")


def _only_written(parts: dict[str, bytes], path: Path) -> None:
    path.write_bytes(archive({name: entry(part) for name, part in parts.items()}))


def _milliseconds(work: Callable[[], object], times: int) -> float:
    start = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - start) * 1000 / times


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
