"""Writes what a wheel carries ready-made into a folder; the build of a wheel calls it.

python tools/carry.py FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

from pactwright.carried import sealed
from pactwright.library.load import loaded
from pactwright.library.places import SOURCES, jurisdictions
from pactwright.library.ready import carried_name, packed
from pactwright.looks import READY, TEMPLATE, default_look
from pactwright.resources import data_root
from pactwright.writers.word.compiled import as_kept, compiled


def main(folder: Path) -> None:
    """Writes each file under the name by which `carried` finds it; raises InputError for a library with problems."""
    for place in ("", *jurisdictions()):
        content = packed(loaded(place))
        (folder / carried_name(place)).write_bytes(sealed(content, data_root(), *SOURCES))
    template = compiled(default_look().template)
    if template:
        (folder / READY).write_bytes(sealed(as_kept(template), data_root(), TEMPLATE))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
