"""Runs of the agreement as runs of Word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Literal

from pactwright.document import Gap, Reference, Run, Runs, Term, Text, Value
from pactwright.writers.word.markup import escaped
from pactwright.writers.word.scripts import Script, stretches

_SCRIPT_FONT: dict[Script, str] = {"east-asian": '<w:rFonts w:hint="eastAsia"/>'}
_SCRIPT_DIRECTION: dict[Script, str] = {"right-to-left": "<w:rtl/>"}
_BREAKS = re.compile("(\r\n|\r|\n|\t)")
_PLAIN = {Text, Value}
NO_BREAK = "\N{NO-BREAK SPACE}"
_AMOUNT = re.compile(r"(?<=\b[A-Z]{3}) (?=\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![\d,.]*\d| \d))")
"""The space in "AUD 120,000"; not that in "NSW 2999" or "ABN 11 111 111 111"."""

_SWITCHES = {"full": r"\w \h", "own": r"\n \h"}


def runs_xml(runs: Runs) -> str:
    """The runs as a string of `w:r` elements, plain words that touch in one; a new line becomes a line break."""
    if len(runs) == 1:
        return _PRINTED[type(runs[0])](runs[0])
    return "".join([_PRINTED[type(run)](run) for run in _joined(runs)])


def _joined(runs: Runs) -> Iterator[Run]:
    """The runs, plain words that touch as one."""
    words = ""
    for run in runs:
        if type(run) in _PLAIN:
            words += run.text
        else:
            if words:
                yield Text(words)
                words = ""
            yield run
    if words:
        yield Text(words)


@lru_cache(maxsize=512)  # the library's words come again in every document
def plain_xml(text: str, style: str = "") -> str:
    """Words as runs, one per stretch of script, in the character style `style`."""
    text = with_amounts_whole(text)
    if text.isascii():
        return _run("plain", text, style) if text else ""
    return "".join([_run(script, piece, style) for script, piece in stretches(text)])


def with_amounts_whole(text: str) -> str:
    """The text with a code of three capitals and the amount behind it on one line, also where somebody typed them."""
    return _AMOUNT.sub(NO_BREAK, text)


def reference_xml(reference: Reference) -> str:
    """A live REF field that shows the reference's words until Word recalculates it."""
    return (
        field_mark("begin")
        + instruction_xml(f"REF {reference.bookmark} {_SWITCHES[reference.form]}")
        + field_mark("separate")
        + _run("plain", reference.text, "")  # one run without a look, which the index of a story reads the number from
        + field_mark("end")
    )


def field_mark(kind: Literal["begin", "separate", "end"]) -> str:
    """A run with one of the three marks of a field: it begins, its result begins, it ends."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction_xml(instruction: str) -> str:
    """A run with what a field computes."""
    return f'<w:r><w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'


def _run(script: Script, text: str, style: str) -> str:
    return f"<w:r>{_look(script, style)}{_content(text)}</w:r>"


@lru_cache(maxsize=64)
def _look(script: Script, style: str) -> str:
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    properties = named + _SCRIPT_FONT.get(script, "") + _SCRIPT_DIRECTION.get(script, "")
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""


def _content(text: str) -> str:
    if text.isprintable():  # no break in it
        return _words(text)
    return "".join([_piece(piece) for piece in _BREAKS.split(text) if piece])


def _piece(piece: str) -> str:
    if piece == "\t":
        return "<w:tab/>"
    if piece in {"\n", "\r", "\r\n"}:
        return "<w:br/>"
    return _words(piece)


def _words(text: str) -> str:
    return f'<w:t xml:space="preserve">{escaped(text)}</w:t>'


_PRINTED: dict[type[Run], Callable[..., str]] = {
    Text: lambda run: plain_xml(run.text),
    Value: lambda run: plain_xml(run.text),
    Gap: lambda run: plain_xml(run.text, "Gap"),
    Term: lambda run: plain_xml(run.text, "DefinedTerm"),
    Reference: reference_xml,
}
