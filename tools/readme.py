"""Writes what README.md shows of the program: the picture of the key terms, what stands beside them, and the counts.

python tools/readme.py            write README.md and docs/key-terms.png (with LibreOffice and poppler)
python tools/readme.py --check    exit 1 if README.md says something else than would be written
"""

from __future__ import annotations

import argparse
import html
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from pactwright.document import Sheet, words
from pactwright.drafting import Draft
from pactwright.library.load import loaded
from pactwright.library.places import jurisdictions
from pactwright.service import drafts_of, read
from pactwright.themes import theme_of
from pactwright.writers import WRITERS

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
PICTURE = ROOT / "docs" / "key-terms.png"
EXAMPLE = ROOT / "examples" / "startup-pilot" / "spec.yml"
DOTS_PER_INCH = "80"


def main() -> int:
    """Writes the page and its picture, or says whether the page is current."""
    parser = argparse.ArgumentParser(description="What README.md shows of the program.")
    parser.add_argument("--check", action="store_true", help="only compare")
    is_check = parser.parse_args().check
    text = README.read_text("utf-8")
    draft = final()
    made = _with_block(_with_block(text, "picture", picture(draft)), "counts", counts())
    if is_check:
        print("README.md is current" if made == text else "README.md is not what tools/readme.py would write")
        return int(made != text)
    README.write_text(made, "utf-8")
    _draw(draft)
    return 0


def final() -> Draft:
    """The final of the example's pilot agreement."""
    [draft] = drafts_of(read(EXAMPLE), ("pilot-agreement",), is_final=True)
    return draft


def picture(draft: Draft) -> str:
    """The picture with its key terms in words, for whoever does not see it, and what stands on the sheet beside it."""
    terms = "; ".join(f"{term.label} {words(term.runs)}" for term in draft.agreement.key_terms)
    said = html.escape(
        f"{draft.agreement.furniture.key_terms} of the pilot agreement of examples/startup-pilot: {terms}"
    )
    shown = f'<img src="{PICTURE.relative_to(ROOT).as_posix()}" width="560" alt="{said}">'
    return f"{shown}\n\n{_beside(draft.sheet)}" if draft.sheet else shown


def counts() -> str:
    """How much the library holds today."""
    library, places = loaded(""), jurisdictions()
    options = [option for known in library.options.values() for option in known.values()]
    reviewed = sum(option.review.status == "reviewed" for option in options)
    return (
        f"Today: {len(library.issues)} issues with {len(options)} options, {reviewed} of them reviewed by a lawyer; "
        f"{len(library.vocabulary['documents'])} documents; {len(library.models)} partnership models; "
        f"{len(places)} jurisdictions ({', '.join(places)})."
    )


def _beside(sheet: Sheet) -> str:
    """Each part of the sheet with the number of its rows, and the first of them."""
    lines = [f"- {table.heading}: {len(table.rows)}{_first(table.rows)}" for table in sheet.tables]
    return "\n".join(["What stands on the sheet beside it, to be read before anybody signs:", "", *lines])


def _first(rows: tuple[tuple[str, ...], ...]) -> str:
    return f", the first *{', '.join(text for text in rows[0][:2] if '://' not in text)}*" if rows else ""


def _with_block(text: str, name: str, content: str) -> str:
    """The page with what stands between the two marks of a block replaced."""
    found = re.compile(rf"(<!-- {name}: .*? -->\n).*?(\n<!-- /{name} -->)", flags=re.DOTALL)
    return found.sub(lambda block: f"{block[1]}{content}{block[2]}", text)


def _draw(draft: Draft) -> None:
    """The page of the final that holds the key terms, as LibreOffice lays it out."""
    with tempfile.TemporaryDirectory() as folder:
        printed = Path(folder) / "final.pdf"
        printed.write_bytes(WRITERS["pdf"](draft.agreement, theme_of(None)))
        told = _run("pdftotext", "-layout", printed, "-")
        heading = draft.agreement.furniture.key_terms
        page = next(number for number, each in enumerate(told.split("\f"), 1) if heading in each)
        _run(
            "pdftoppm",
            "-png",
            "-gray",
            "-r",
            DOTS_PER_INCH,
            "-f",
            page,
            "-singlefile",
            printed,
            PICTURE.with_suffix(""),
        )


def _run(*words: object) -> str:
    """What a program of poppler prints."""
    done = subprocess.run([*map(str, words)], check=True, capture_output=True, text=True)  # noqa: S603 - of this file
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
