"""A file of answers: read with all that is wrong with it at once, and written so that it can be read again."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pactwright.errors import InputError, UsageError
from pactwright.findings import Finding, SourceMap, in_order, nearest
from pactwright.guide.model import UNKNOWN, Given, Guide, Question, holds
from pactwright.textfile import STDIN_NAME, parsed_table, read_text, typed_text

if TYPE_CHECKING:
    from pactwright.textfile import Tree

DASH: Final = "-"
WIDTH: Final = 100


def answers_in(path: Path | None, guide: Guide, sets: Sequence[str] = ()) -> Given:
    """The answers of a file, or of standard input, with some set over them ("pays=price"), which need no file.

    What is left out is not known. Raises InputError with a line for each that is none, and UsageError for a file that
    cannot be read.
    """
    tree, marks = _typed(path)
    over = {key.strip(): value.strip() for key, _, value in (each.partition("=") for each in sets)}
    tree = {**tree, **over}

    def place(key: str) -> str:
        return f"--set {key}={over[key]}" if key in over else marks.place(key)

    found = (*_strange(tree, guide), *_clashing(tree, guide, place))
    if found:
        raise InputError(in_order(replace(each, place=place(each.address)) for each in found))
    return {key: value for key, value in tree.items() if isinstance(value, str) and value != UNKNOWN}


def _typed(path: Path | None) -> tuple[dict[str, Tree], SourceMap]:
    if path is None:
        return {}, SourceMap("", {})
    if str(path) == DASH:
        return parsed_table(typed_text(), STDIN_NAME)
    return parsed_table(read_text(path), str(path))


def check_some(given: Given) -> None:
    """Raises UsageError where no question is answered, for then everything would be as good."""
    if not any(each != UNKNOWN for each in given.values()):
        message = "no question is answered, so there is nothing to go by; answer one at least"
        raise UsageError(message)


def _strange(tree: dict[str, Tree], guide: Guide) -> Iterator[Finding]:
    for key, value in tree.items():
        question = guide.questions.get(key)
        if question is None:
            accepted = f"one of {', '.join(guide.questions)}"
            yield _finding(
                "unknown-question", key, f'"{key}" is not a question', accepted, nearest(key, guide.questions)
            )
        elif value is not None and value not in (*question.answers, UNKNOWN):
            known = (*question.answers, UNKNOWN)
            seen = f'"{value}" is no answer to {key}' if isinstance(value, str) else f"{key} takes one answer"
            close = nearest(value, known) if isinstance(value, str) else ""
            yield _finding("unknown-answer", key, seen, f"one of {', '.join(known)}", close)


def _clashing(tree: dict[str, Tree], guide: Guide, place: Callable[[str], str]) -> Iterator[Finding]:
    """Answers that cannot stand side by side, told at the second one of each two."""
    given = {key: value for key, value in tree.items() if isinstance(value, str)}
    for each in guide.clashes:
        if holds(each.both, given):
            first, second = sorted(each.both, key=list(tree).index)
            seen = f"{second}: {given[second]} does not go with {first}: {given[first]}"
            fix = f"change one of the two; {first} stands at {place(first)}"
            yield _finding("answers-clash", second, seen, each.because, fix)


def _finding(rule: str, key: str, seen: str, accepted: str, fix: str) -> Finding:
    return Finding(rule, "error", key, seen, accepted, fix)


def answers_text(guide: Guide, given: Given) -> str:
    """A file of answers: each question with all its answers as comments, and the one that is given."""
    return "\n".join(line for question in guide.questions.values() for line in _lines(question, given))


def _lines(question: Question, given: Given) -> Iterator[str]:
    yield from _comment(question.ask, "# ")
    yield from _comment(question.help, "#   ")
    width = max(map(len, question.answers))
    for each in question.answers.values():
        yield from _comment(f"{each.id:{width}}  {each.says}", "#   - ", f"#     {' ' * width}  ")
    typed = given.get(question.id, UNKNOWN)
    yield f'{question.id}: "{typed}"' if typed in {"yes", "no"} else f"{question.id}: {typed}"
    yield ""


def _comment(text: str, sign: str, more: str = "") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=sign, subsequent_indent=more or sign, break_on_hyphens=False)
