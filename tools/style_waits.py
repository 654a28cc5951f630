"""Takes out of clauses/style-waits.yml what no longer waits. It adds nothing: a text is mended, or keeps its reason.

python tools/style_waits.py            write clauses/style-waits.yml
python tools/style_waits.py --check    exit 1 if it says something else than would be written

Two branches that both took lines out: take either side's file, or both sides' lines, and run it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pactwright.checking import style_of
from pactwright.library.layers import WAITS
from pactwright.library.load import loaded
from pactwright.library.places import jurisdictions
from pactwright.style.waits import read_waits, shrunk, written

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "clauses" / WAITS


def main() -> int:
    """Writes the file, or says whether it is current."""
    parser = argparse.ArgumentParser(description="What of the wording still waits to be mended.")
    parser.add_argument("--check", action="store_true", help="only compare")
    is_check = parser.parse_args().check
    before = FILE.read_text("utf-8")
    made = current(before)
    if is_check:
        print(f"{WAITS} {'is current' if made == before else 'is not what tools/style_waits.py would write'}")
        return int(made != before)
    FILE.write_text(made, "utf-8")
    print(f"{WAITS}: {sum(read_waits(made).values())} findings wait, {sum(read_waits(before).values())} did before")
    return 0


def current(before: str) -> str:
    """The file with the lines that it has and that something waits for."""
    style = style_of(ROOT, None, None)
    for place in ("", *jurisdictions(ROOT)):
        style.read(loaded(place, root=ROOT))
    return written(shrunk(read_waits(before), style.findings(), style.roots[-1].name))


if __name__ == "__main__":
    sys.exit(main())
