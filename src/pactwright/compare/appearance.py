"""Whether words that agree are also seen alike: each difference of look, number, field or surroundings, by name.

What is compared is what inheritance leads to, not where it is written; what programs round or write by themselves on
every saving is no difference.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from pactwright.compare.measures import AS_READ, Measure
from pactwright.compare.opening import COMMENTS, WordFile
from pactwright.compare.reading import Line
from pactwright.compare.signs import FIXED, Sign
from pactwright.compare.traits import own_styles, styles_of, traits_of
from pactwright.foreign.look import Look, Looks

_MOST: Final = 80
_MOST_BLANK: Final = 20  # a program adds one here and there; more of them push words out of sight
_WORDS: Final = {
    "sz": "size in half points",
    "szCs": "size of other scripts in half points",
    "color": "colour",
    "ground": "ground",
    "vanish": "hidden",
    "specVanish": "hidden",
    "webHidden": "hidden on the web",
    "strike": "struck out",
    "dstrike": "struck out twice",
    "b": "bold",
    "i": "italic",
    "u": "underlined",
    "w": "scale in per cent",
    "spacing": "space between letters",
    "position": "raised or lowered",
    "vertAlign": "raised or lowered",
    "framePr": "frame",
    "font.ascii": "font",
    "font.hAnsi": "font",
}
_IDLE: Final = {"cs", "bCs", "iCs", "font.eastAsia", "font.cs", "bdr", "szCs"}
_OF_OTHER_SCRIPTS = re.compile(r"[^\u0000-\u024f\u2000-\u2bff]")
_LINK_OF_CONTENTS: Final = ("webHidden", "1")


@dataclass(frozen=True, slots=True)
class Difference:
    """What is seen otherwise though its words agree: where, what, in how many lines, and the first of them."""

    where: str
    what: str
    lines: int = 1
    words: str = ""


def differences(
    ours: WordFile, theirs: WordFile, pairs: Iterable[tuple[str, Line, Line]], measure: Measure = AS_READ
) -> tuple[Difference, ...]:
    """Every difference of looks between lines of the same words, and of all that stands beside words."""
    pairs = tuple(pairs)
    found: dict[tuple[str, str], list[str]] = {}
    for where, one, other in (*pairs, *_beside_the_text(ours, theirs, measure)):
        for what in dict.fromkeys(_line(one, other, measure)):
            found.setdefault((where, what), []).append(other.text)
    seen = (Difference(where, what, len(texts), texts[0][:_MOST]) for (where, what), texts in found.items())
    return (
        *seen,
        *_led_elsewhere(theirs, pairs),
        *_beside(ours, theirs, measure),
        *_comments(ours, theirs, measure),
        *_hidden(ours, theirs),
    )


def _beside_the_text(ours: WordFile, theirs: WordFile, measure: Measure) -> Iterator[tuple[str, Line, Line]]:
    """The lines of headers, footers and notes whose words agree, and empty ones; programs set comments as they like."""
    for where, lines in theirs.around.items():
        for one, other in zip(ours.around.get(where, ()), () if where == COMMENTS else lines, strict=False):
            if one.text.strip("\ufffc") == other.text.strip("\ufffc"):
                yield where, one, other
    if measure.is_strict:
        yield from (("an empty line", *each) for each in zip(ours.blank, theirs.blank, strict=False))


def _line(one: Line, other: Line, measure: Measure) -> Iterator[str]:
    """What differs between two lines of the same words."""
    if one.label != other.label:
        yield f'its number is "{other.label}", not "{one.label}"'
    elif other.label:
        yield from (
            f"of its number, the {each}" for each in _unlike(one.label_look, other.label_look, other.label, measure)
        )
    for text, mine, theirs in _together(one.spans, other.spans):
        yield from (f"the {each}" for each in _unlike(mine, theirs, text, measure))
    yield from (f"the {each}" for each in _unlike(one.form, other.form, "", measure))
    if measure.is_strict:
        yield from (f"of its end, the {each}" for each in _unlike(one.end, other.end, "", measure))
        yield from [f'its style is "{other.style}", not "{one.style}"'] if one.style != other.style else []
        yield from [f'its control is called "{other.title}"'] if other.title not in {"", one.title} else []
    yield from _more(one.fields, other.fields, "the field {} is not in the draft", "the field {} is gone")
    kept = [each for each in one.signs if each not in FIXED or each in other.signs]  # it may be worked out by now
    yield from _more(kept, other.signs, "{}", "{} is gone")


def _more(ours: Sequence[str], theirs: Sequence[str], more: str, less: str) -> Iterator[str]:
    mine, now = Counter(ours), Counter(theirs)
    yield from (more.format(each) for each in now - mine)
    yield from (less.format(each) for each in mine - now)


def _led_elsewhere(theirs: WordFile, pairs: Sequence[tuple[str, Line, Line]]) -> Iterator[Difference]:
    """Targets of our references that stand at other words too: the next program that counts writes other numbers."""
    named = {word for _, one, _ in pairs for instruction in one.fields for word in instruction.split()[1:]}
    spare = [line for line in theirs.lines if not line.text.strip()]
    spare += [line for lines in theirs.around.values() for line in lines]
    for where, one, other in (*pairs, *(("the text", Line(""), line) for line in spare)):
        for name in (Counter(other.bookmarks) - Counter(one.bookmarks)).keys() & named:
            yield Difference(
                where, f"references lead here ({name}) that lead elsewhere in the draft", 1, other.text[:_MOST]
            )


def _together(ours: Sequence[tuple[str, Look]], theirs: Sequence[tuple[str, Look]]) -> Iterator[tuple[str, Look, Look]]:
    """Each stretch of letters that has one look here and one there, spaces left out."""
    ends = sorted({0, *_ends(ours), *_ends(theirs)})
    mine, now = iter(_placed(ours)), iter(_placed(theirs))
    one, other = next(mine, None), next(now, None)
    for start, end in pairwise(ends):
        while one is not None and one[1] <= start:
            one = next(mine, None)
        while other is not None and other[1] <= start:
            other = next(now, None)
        if one is None or other is None:
            return
        text = one[2][start - one[0] : end - one[0]]
        if text.strip() and text != "#" and one[3] != other[3]:
            yield text, one[3], other[3]


def _placed(spans: Sequence[tuple[str, Look]]) -> Iterator[tuple[int, int, str, Look]]:
    start = 0
    for text, look in spans:
        yield start, start + len(text), text, look
        start += len(text)


def _ends(spans: Sequence[tuple[str, Look]]) -> Iterator[int]:
    return (end for _, end, _, _ in _placed(spans))


def _unlike(ours: Look, theirs: Look, text: str, measure: Measure) -> Iterator[str]:
    """The properties of two looks that differ on paper, in words."""
    if ours == theirs:
        return
    mine, now = dict(ours), dict(theirs)
    for name in sorted(mine.keys() | now.keys()):
        one, other = mine.get(name, ""), now.get(name, "")
        if one == other or measure.leaves_out(name) or (name, other) == _LINK_OF_CONTENTS:
            continue
        if measure.is_close(name, mine, now):
            continue
        if name in _IDLE and not (_OF_OTHER_SCRIPTS.search(text) or now.get("cs") == "1"):
            continue
        yield f"{_WORDS.get(name, name)} is {other or 'not set'}, not {one or 'set'}".replace(
            "not set, not", "none, not"
        )


def _beside(ours: WordFile, theirs: WordFile, measure: Measure) -> Iterator[Difference]:
    """Shapes, controls, settings and kinds of parts that one of the two has and the other has not."""
    if measure.is_strict:
        yield from _signs(*(tuple(traits_of(each.package)) for each in (ours, theirs)))
        yield from _styles(ours.looks, theirs.looks, measure)
    for mine, now in ((ours.signs, theirs.signs), (ours.settings, theirs.settings)):
        yield from _signs(mine, now)
    more = len(theirs.blank) - len(ours.blank)
    if more > _MOST_BLANK or (measure.is_strict and more):
        less = f"{-more} empty lines are gone"
        yield Difference("the text", less if more < 0 else f"{more} empty lines that are not in the draft")
    for kind in sorted(theirs.kinds - ours.kinds):
        yield Difference("the file", f"a part that we never write ({kind})")


def _signs(ours: Sequence[Sign], theirs: Sequence[Sign]) -> Iterator[Difference]:
    mine, now = Counter(each.what for each in ours), Counter(each.what for each in theirs)
    homes: dict[str, list[str]] = {}
    for each in (*ours, *theirs):
        homes.setdefault(each.what, []).append(each.where)
    for what, count in (now - mine).items():
        yield Difference(homes[what][-1], f"{what} that is not in the draft", count)
    for what, count in (mine - now).items():
        yield Difference(homes[what][0], f"{what} is gone", count)


def _styles(ours: Looks, theirs: Looks, measure: Measure) -> Iterator[Difference]:
    """What a person made of the styles, whether words stand in them or not."""
    mine, now = styles_of(ours), styles_of(theirs)
    for name in mine.keys() & now.keys():
        for one, other in zip(mine[name], now[name], strict=False):
            yield from (Difference(f'the style "{name}"', f"the {each}") for each in _unlike(one, other, "", measure))
    for name in sorted(mine.keys() ^ now.keys()):
        if name in own_styles(ours) | own_styles(theirs):
            yield Difference(f'the style "{name}"', "is not in the draft" if name in now else "is gone")


def _comments(ours: WordFile, theirs: WordFile, measure: Measure) -> Iterator[Difference]:
    """Comments that say something else than those that we drafted, and those that are gone."""
    mine, now = (Counter(line.text for line in file.around.get(COMMENTS, ())) for file in (ours, theirs))
    yield from (Difference(COMMENTS, "a comment that is not in the draft", 1, text[:_MOST]) for text in now - mine)
    for text in mine - now if measure.is_strict else ():
        yield Difference(COMMENTS, "a comment is gone", 1, text[:_MOST])


def _hidden(ours: WordFile, theirs: WordFile) -> Iterator[Difference]:
    """Words that stand in the file and that nobody sees."""
    mine = Counter(line.hidden for line in _all(ours, lambda line: line.hidden.strip()))
    for line in _all(theirs, lambda line: line.hidden.strip()):
        if mine[line.hidden]:
            mine[line.hidden] -= 1
        else:
            yield Difference(
                line.tag.rpartition("/")[0] or line.title or "the text", "hidden words", 1, line.hidden[:_MOST]
            )


def _all(file: WordFile, wanted: Callable[[Line], object]) -> Iterator[Line]:
    for lines in (file.lines, *file.around.values()):
        yield from (line for line in lines if wanted(line))
