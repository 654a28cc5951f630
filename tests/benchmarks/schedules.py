"""What the worked examples and their charts take: a document that has them all beside one whose clauses share nothing.

python -m tests.benchmarks.schedules        processor milliseconds a document, in one run; the limit is 1.5 times
"""

from __future__ import annotations

import sys
import time
from statistics import median

from tests import stories
from tests.schedules.test_computed import chosen, deal
from tests.stories import Tree, changed

COUNT = 15
LIMIT = 1.5

NOTHING_SHARED = chosen(
    risk_overrun={"option": "partner-bears"},
    reward_gainshare={"option": "partner-keeps"},
    reward_avoided_cost={"option": "none"},
    reward_revenue={"option": "preferential-price"},
)


def milliseconds(tree: Tree) -> float:
    """The processor time from a spec to its Word file."""
    start = time.process_time()
    stories.docx(stories.sound(tree))
    return (time.process_time() - start) * 1000


def main() -> None:
    """Prints a line for each document, every one with figures that no other has, and how many times the other it is."""
    spent: dict[str, list[float]] = {"with the examples": [], "without": []}
    for number in range(COUNT + 1):
        tree = changed(
            deal(), {"funding.target_cost": f"AUD {100_000 + number}", "funding.capital": f"AUD {4_000 + number}"}
        )
        for name, changes in zip(spent, ({}, NOTHING_SHARED), strict=True):
            spent[name].append(milliseconds(changed(tree, changes)))
    medians = {name: median(found[1:]) for name, found in spent.items()}  # the first fills what is kept
    for name, found in medians.items():
        sys.stdout.write(f"{name:20} {found:7.1f} ms\n")
    ratio = medians["with the examples"] / medians["without"]
    sys.stdout.write(f"{'times':20} {ratio:7.2f}{'  over the limit' if ratio > LIMIT else ''}\n")


if __name__ == "__main__":
    main()
