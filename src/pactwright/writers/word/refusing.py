"""What is said of a template that does not fit."""

from __future__ import annotations

import re

from pactwright.errors import InputError
from pactwright.findings import Finding

NO_SUCH_NAME = "give every tag a name of the list and close it"

_MARKUP = re.compile(r"<[^>]*>|<[^>]*\Z|\0.*\Z", re.DOTALL)
"""Elements, one that is cut off, and what stands behind the mark of a slot."""
_LEFT_OVER = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|\[\[")


def refused(seen: str, fix: str) -> InputError:
    """The error for a template that does not fit."""
    return InputError((Finding("template", "error", "template", seen, fix=fix),))


def refuse_left_over(printed: str, name: str) -> None:
    """Raises InputError when a tag of the template is still in the part `name` after printing."""
    if any(sign in printed for sign in "{}[") and (left := _LEFT_OVER.search(printed)):
        tag = _MARKUP.sub("", printed[left.start() : left.start() + 80])[:30]
        seen = f'"{tag}" is left over in {name}'
        raise refused(seen, "type the tag again in one go")
