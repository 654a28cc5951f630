"""Single changes of a YAML text: a value put in its place, an entry of a list taken away, all else left as typed.

Comments, quotes, blank lines and the order of keys belong to whoever wrote the file, so no line is written anew but the
one that changes. Whoever uses this holds the tree of the new text against the one that is wanted.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final, TypeAlias

import yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

Keys: TypeAlias = tuple[str, ...]
Answer: TypeAlias = "str | Sequence[str]"

STEP: Final = 2
_PLAIN: Final = re.compile(r"[^\W_](?:[\w .%/@+()-]*[\w.%/@+()-])?")
_Loader: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class NoPlaceError(ValueError):
    """The text has no place where this could be put without changing anything else; says what is in the way."""


class _TakenError(NoPlaceError):
    def __init__(self) -> None:
        super().__init__("something else stands there already, or in more than one line")


def with_value(text: str, keys: Keys, answer: Answer) -> str:
    r"""The text with a value at the place that some keys lead to; numbers are those of a list.

    Raises NoPlaceError where something else stands there already in more than a word or a line.

    >>> print(with_value("pilot:\n  start:  # the first day\n", ("pilot", "start"), "2027-03-01"), end="")
    pilot:
      start: 2027-03-01  # the first day
    >>> print(with_value("lead: {name: , title: }\n", ("lead", "name"), "Ann, at the desk"), end="")
    lead: {name: "Ann, at the desk", title: }
    >>> print(with_value("pilot:\n  end:\n# Money.\n", ("pilot", "sites", "north", "name"), "North"), end="")
    pilot:
      end:
      sites:
        north:
          name: North
    # Money.
    """
    return _Text(text).put(keys, answer)


def without_entry(text: str, keys: Keys) -> str:
    r"""The text without the lines of one entry of a list.

    >>> print(without_entry("open:\n  - {fact: date}\n  - fact: price\n    owner: city\n", ("open", "1")), end="")
    open:
      - {fact: date}
    """
    return _Text(text).taken(keys)


class _Text:
    """A text, its lines and its tree of nodes, each of which knows where it stands."""

    def __init__(self, text: str) -> None:
        self.text = text if text.endswith("\n") else f"{text}\n"
        self.starts = [0, *(found.end() for found in re.finditer("\n", self.text))]
        self.root = yaml.compose(self.text, Loader=_Loader)

    def put(self, keys: Keys, answer: Answer) -> str:
        node, column, left = self._found(keys)
        if not left:
            return self._filled(node, _flow((), answer))
        if isinstance(node, yaml.MappingNode):
            return self._added(node, left, answer)
        if isinstance(node, yaml.SequenceNode) and left[0] == str(len(node.value)):
            return self._added(node, left, answer)
        if _is_empty(node):
            if self._is_in_flow(node):
                return self._filled(node, _flow(left, answer))
            return self._below(node.start_mark.line, _block(left, answer, column + STEP))
        if isinstance(node, yaml.ScalarNode) and keys[0] == "choices" and len(left) == 1:
            return self._filled(node, f"{{option: {_flow((), node.value)}, {left[0]}: {_flow((), answer)}}}")
        raise _TakenError

    def taken(self, keys: Keys) -> str:
        node, _, left = self._found(keys)
        first, last = node.start_mark.line, _last_line(node)
        before = self.text[self.starts[first] : self._at(node.start_mark)]
        if left or before.strip() != "-":
            msg = "the list that names it is written in brackets"
            raise NoPlaceError(msg)
        return self.text[: self.starts[first]] + self.text[self.starts[last + 1] :]

    def _found(self, keys: Keys) -> tuple[yaml.Node, int, Keys]:
        """The node that is as far as the keys lead, the column of the key above it, and the keys that are left."""
        node, column = self.root, 0
        if node is None:
            raise _TakenError
        for length, key in enumerate(keys):
            below, column_below = _below(node, key)
            if below is None:
                return node, column, keys[length:]
            node, column = below, column_below if column_below is not None else column
        return node, column, ()

    def _filled(self, node: yaml.Node, said: str) -> str:
        """The text with something in the place of an empty or short value."""
        start, end = self._at(node.start_mark), self._at(node.end_mark)
        if _is_empty(node):
            glue = "" if self.text[start - 1].isspace() else " "
            spare = self.text[end : end + 2] in {" ,", " }", " ]"}
            return self.text[:start] + glue + said + self.text[end + spare :]
        is_short = isinstance(node, yaml.ScalarNode) and "\n" not in self.text[start:end]
        if node.value and not is_short:
            raise _TakenError
        return self.text[:start] + said + self.text[end:]

    def _added(self, node: yaml.CollectionNode, keys: Keys, answer: Answer) -> str:
        """The text with a further key of a group, or a further entry of a list, behind the last one."""
        if node.flow_style:
            end = self._at(node.end_mark) - 1
            comma = ", " if node.value else ""
            said = _flow(keys[1:], answer) if isinstance(node, yaml.SequenceNode) else _flow(keys, answer)[1:-1]
            return self.text[:end].rstrip() + comma + said + self.text[end:]
        column = node.start_mark.column
        return self._below(_last_line(node), _block(keys, answer, column))

    def _below(self, line: int, lines: list[str]) -> str:
        at = self.starts[line + 1]
        return self.text[:at] + "".join(f"{each}\n" for each in lines) + self.text[at:]

    def _is_in_flow(self, node: yaml.Node) -> bool:
        """Whether an empty value stands in braces, where no line may be added."""
        above = _nodes(self.root) if self.root else []
        braces = (each for each in above if isinstance(each, yaml.CollectionNode) and each.flow_style)
        return any(below is node for each in braces for below in _nodes(each))

    def _at(self, mark: yaml.Mark) -> int:
        return self.starts[mark.line] + mark.column


def _below(node: yaml.Node, key: str) -> tuple[yaml.Node | None, int | None]:
    """What stands under a key of a group or a number of a list, and the column of that key."""
    if isinstance(node, yaml.MappingNode):
        return next(((value, name.start_mark.column) for name, value in node.value if name.value == key), (None, None))
    if isinstance(node, yaml.SequenceNode) and key.isdecimal() and int(key) < len(node.value):
        return node.value[int(key)], None
    return None, None


def _nodes(node: yaml.Node) -> list[yaml.Node]:
    """A node and all below it."""
    if isinstance(node, yaml.MappingNode):
        return [node, *(each for _, value in node.value for each in _nodes(value))]
    below = node.value if isinstance(node, yaml.SequenceNode) else ()
    return [node, *(each for value in below for each in _nodes(value))]


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.value and node.style not in {"'", '"', "|", ">"}


def _last_line(node: yaml.Node) -> int:
    """The last line on which anything of a node stands."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _last_line(last[1] if isinstance(last, tuple) else last)
    is_block_text = isinstance(node, yaml.ScalarNode) and node.style in {"|", ">"}
    line: int = node.end_mark.line
    return line - 1 if is_block_text and node.end_mark.column == 0 else line


def _flow(keys: Keys, answer: Answer) -> str:
    """A value behind some keys, on one line."""
    if keys:
        said = _flow(keys[1:], answer)
        return f"[{said}]" if keys[0].isdecimal() else f"{{{keys[0]}: {said}}}"
    if isinstance(answer, str):
        return answer if _PLAIN.fullmatch(answer) else json.dumps(answer, ensure_ascii=False)
    return f"[{', '.join(_flow((), each) for each in answer)}]"


def _block(keys: Keys, answer: Answer, column: int) -> list[str]:
    """The lines of a value behind some keys, a key to a line."""
    key, rest, margin = keys[0], keys[1:], " " * column
    if key.isdecimal():
        below = _block(rest, answer, column + STEP) if rest else [f"{margin}  {_flow((), answer)}"]
        return [f"{margin}- {below[0].lstrip()}", *below[1:]]
    if not rest:
        return [f"{margin}{key}: {_flow((), answer)}"]
    return [f"{margin}{key}:", *_block(rest, answer, column + STEP)]
