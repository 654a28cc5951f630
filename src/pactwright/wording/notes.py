"""The note of an option: five headings, under which each side finds what it may read in its own copy.

`# Note` has `## Why for the city`, `## Why for the partner`, `## Watch`, `## They will ask` and `## Next`, in this
order. A paragraph that begins with "City:" or "Partner:" is for readers of that side alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, Literal, TypeAlias

from pactwright.findings import Finding

Reader: TypeAlias = Literal["city", "partner", "neutral"]
NOTES: Final = "notes"
"""The property of a file that says for whom its notes are."""
NEUTRAL: Final = "neutral"
WATCH: Final = "Watch"
NEXT: Final = "Next"
HEADINGS: Final = ("Why for the city", "Why for the partner", WATCH, "They will ask", NEXT)
READ_BY: Final[Mapping[Reader, tuple[str, ...]]] = {
    "city": ("Why for the city", WATCH, "They will ask", NEXT),
    "partner": ("Why for the partner", WATCH, "They will ask", NEXT),
    "neutral": (WATCH,),
}
"""Whose notes hold which headings; what is neutral may be shown to both sides."""
_HEADING = re.compile(r"#+\s*(.*?)\s*")
_LABEL = re.compile(r"(City|Partner):\s*")


def note_parts(note: str) -> dict[str, str]:
    r"""What stands under each heading of a note; nothing of one that has no headings.

    >>> note_parts("## Watch\n\nThe price.\n\n## Next\n\nCity: `low`.")
    {'Watch': 'The price.', 'Next': 'City: `low`.'}
    """
    found: dict[str, list[str]] = {}
    for line in note.split("\n"):
        if heading := _HEADING.fullmatch(line):
            found[heading[1]] = []
        elif found:
            found[next(reversed(found))].append(line)
    return {name: "\n".join(lines).strip() for name, lines in found.items()}


def read_by(reader: Reader, parts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    r"""What a reader may have of a note: each heading, with the paragraphs for both sides or for that reader's.

    >>> list(read_by("city", {"Watch": "Both.", "Next": "City: `low`.\n\nPartner: `high`."}))
    [('Watch', 'Both.'), ('Next', '`low`.')]
    """
    for heading in READ_BY[reader]:
        kept = []
        for paragraph in re.split(r"\n\s*\n|\n(?=(?:City|Partner):)", parts.get(heading, "")):
            label = _LABEL.match(paragraph)
            if label is None or label[1].lower() == reader:
                kept.append(paragraph[label.end() if label else 0 :])
        if text := "\n\n".join(kept).strip():
            yield heading, text


def note_findings(lines: list[tuple[int, str]], start: int) -> Iterator[Finding]:
    """What is wrong with the headings of a note that has some; `start` is the line of "# Note"."""
    found = [(line, heading[1]) for line, text in lines if (heading := _HEADING.fullmatch(text))]
    known = [name for _, name in found if name in HEADINGS]
    for place, (line, name) in enumerate(found):
        if name not in HEADINGS:
            yield _problem(line, f'"## {name}" is no heading of a note', f"one of {', '.join(HEADINGS)}")
        elif name in known[: known.index(name)] or name in [each for _, each in found[:place]]:
            yield _problem(line, f'"## {name}" stands twice', "each heading once")
    if found and (missing := [name for name in HEADINGS if name not in known]):
        yield _problem(start, f"the note has no {' and no '.join(missing)}", f"all of {', '.join(HEADINGS)}")
    first = dict.fromkeys(known)
    if [*first] != [name for name in HEADINGS if name in first]:
        yield _problem(start, "the headings stand in another order", ", ".join(HEADINGS))
    before = (line for line, text in lines if text.strip() and found and line < found[0][0])
    for line in list(before)[:1]:
        yield _problem(line, "a text stands before the first heading of the note", "text below its headings")
    for line, name in found:
        ends = min((each for each, _ in found if each > line), default=max(each for each, _ in lines) + 1)
        if name in HEADINGS and not any(text.strip() for at, text in lines if line < at < ends):
            yield _problem(line, f'nothing stands under "## {name}"', "a sentence")


def _problem(line: int, seen: str, accepted: str) -> Finding:
    return Finding("note-heading", "error", f"{line}:1", seen, accepted, "")
