"""Writes templates/agreement.schema.json, the JSON Schema of `draft --format json`, from the document's own types.

python tools/agreement_schema.py            write the file
python tools/agreement_schema.py --check    exit 1 if the file differs from what would be written
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from pactwright.writers.data import agreement_schema

TARGET = Path(__file__).resolve().parent.parent / "templates" / "agreement.schema.json"


def main() -> int:
    """Writes the file, or says whether it is current."""
    parser = argparse.ArgumentParser(description="The JSON Schema of an agreement.")
    parser.add_argument("--check", action="store_true", help="only compare")
    text = json.dumps(agreement_schema(), ensure_ascii=False, indent=2) + "\n"
    if parser.parse_args().check:
        is_current = TARGET.is_file() and TARGET.read_text("utf-8") == text
        print(f"{TARGET.name} is {'current' if is_current else 'not what tools/agreement_schema.py would write'}")
        return 0 if is_current else 1
    TARGET.write_text(text, "utf-8")
    print(f"wrote {TARGET.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
