"""Writes templates/*.schema.json, the JSON Schemas of what commands print for programs, from the types of these.

python tools/record_schemas.py            write the files
python tools/record_schemas.py --check    exit 1 if a file differs from what would be written
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from pactwright.across.asked import ACROSS
from pactwright.catalogue.records import RECORDS as CATALOGUE
from pactwright.clocks.record import DATES
from pactwright.guide.advice import GUIDE
from pactwright.records import Record, record_schema
from pactwright.review.explaining import EXPLAINED
from pactwright.review.record import REVIEW
from pactwright.writers.data import AGREEMENT

TARGET = Path(__file__).resolve().parent.parent / "templates"
RECORDS: tuple[Record, ...] = (ACROSS, AGREEMENT, *CATALOGUE, DATES, GUIDE, REVIEW, EXPLAINED)
"""Every kind of record that is published."""


def main() -> int:
    """Writes the files, or says which are not current."""
    parser = argparse.ArgumentParser(description="The JSON Schemas of records.")
    parser.add_argument("--check", action="store_true", help="only compare")
    is_check, stale = parser.parse_args().check, False
    for record in RECORDS:
        path = TARGET / f"{record.name}.schema.json"
        text = json.dumps(record_schema(record), ensure_ascii=False, indent=2) + "\n"
        if not (path.is_file() and path.read_text("utf-8") == text):
            stale = True
            print(f"{path.name} {'is not what tools/record_schemas.py would write' if is_check else 'is written'}")
            if not is_check:
                path.write_text(text, "utf-8")
    return 1 if is_check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
