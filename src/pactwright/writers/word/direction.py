"""The direction of paragraphs: one whose first strong letter reads from right to left says so, wherever it stands.

Word then begins it at the right, and puts brackets, digits and Latin words among its letters where they belong.
"""

from __future__ import annotations

import re

from pactwright.writers.direction import reads_leftwards

_MAY_READ_LEFTWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_PARAGRAPH = re.compile(r"<w:p(?:\s[^>]*)?>(?:(?!<w:p[\s>]).)*?</w:p>", re.DOTALL)
_OPENING = re.compile(r"<w:p(?:\s[^>]*)?>")
_TEXT = re.compile(r"<w:t(?:\s[^>]*)?>([^<]*)</w:t>")
_LATER = re.compile(
    r"<w:(?:adjustRightInd|snapToGrid|spacing|ind|contextualSpacing|mirrorIndents|suppressOverlap|jc|textDirection"
    r"|textAlignment|textboxTightWrap|outlineLvl|divId|cnfStyle|rPr|sectPr|pPrChange)\b|</w:pPr>"
)
"""What stands behind the direction in the properties of a paragraph, in the order that Word asks for."""


def directed(xml: str) -> str:
    """The XML, each paragraph that reads from right to left marked as such."""
    return _PARAGRAPH.sub(_marked, xml) if _MAY_READ_LEFTWARDS.search(xml) else xml


def _marked(found: re.Match[str]) -> str:
    paragraph = found[0]
    if "<w:bidi" in paragraph or not reads_leftwards("".join(_TEXT.findall(paragraph))):
        return paragraph
    if "<w:pPr>" in paragraph:
        return _LATER.sub(lambda later: f"<w:bidi/>{later[0]}", paragraph, count=1)
    return _OPENING.sub(lambda opening: f"{opening[0]}<w:pPr><w:bidi/></w:pPr>", paragraph, count=1)
