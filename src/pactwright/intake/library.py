"""The two sheets that follow from the library: the answer to each issue, and the figures that clauses print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from pactwright.intake.form import Field, Line, Table
from pactwright.intake.words import words
from pactwright.library.model import NONE
from pactwright.library.values import in_words, range_in_words
from pactwright.spec.choices import SAID
from pactwright.spec.form import FormPlace

if TYPE_CHECKING:
    from pactwright.library.model import Issue, Library, Parameter

CHOICES: Final = "choices"
FIGURES: Final = "figures"
OPTION: Final = "option"
VALUE: Final = "value"


def answers(library: Library) -> Table:
    """The sheet of answers: a line for each issue, with its question and what each option means."""
    said = words()["answers"]
    fields = tuple(
        Field((key,), key.capitalize(), each["description"], "", FormPlace("map" if each.get("type") else "value"))
        for key, each in SAID.items()
    )
    lines = tuple(_answer(issue, library, said["none"]) for issue in library.issues.values())
    return _table(CHOICES, said, fields, lines)


def _answer(issue: Issue, library: Library, none: str) -> Line:
    options = library.options[issue.id]
    means = [f"{name}: {option.title}" for name, option in options.items()]
    left_out = () if issue.required else (NONE,)
    return Line(issue.id, (issue.question, "\n".join([*means, *([none] if left_out else [])])), (*options, *left_out))


def figures(library: Library) -> Table:
    """The sheet of figures: a line for each parameter that a spec may set."""
    said = words()["figures"]
    fields = (Field((VALUE,), said["value"], said["value_help"], "", FormPlace("value")),)
    lines = tuple(_figure(name, each) for name, each in parameters(library))
    return _table(FIGURES, said, fields, lines)


def _table(key: str, said: Mapping[str, Any], fields: tuple[Field, ...], lines: tuple[Line, ...]) -> Table:
    shown, widths = tuple(said["shown"].values()), tuple(said["widths"])
    return Table((key,), said["title"], said["help"], "map", fields, shown=shown, shown_widths=widths, lines=lines)


def parameters(library: Library) -> Iterator[tuple[str, Parameter]]:
    """The parameters that a spec may set, by their addresses below `choices`."""
    for issue in library.issues.values():
        yield from ((f"{issue.id}.{name}", each) for name, each in issue.parameters.items() if not each.source)


def _figure(name: str, parameter: Parameter) -> Line:
    kind = words()["kinds"].get(parameter.type, parameter.type)
    kind = str(words()["each"]).format(kind=kind) if parameter.per else kind
    low, high = in_words(parameter.usual_min), in_words(parameter.usual_max)
    usual = range_in_words(low, high) if low or high else ""
    empty = _empty(parameter)
    given = tuple(phrase.word for phrase in parameter.values)
    is_one = parameter.type == "choice" and not parameter.own_words and not parameter.per
    offered = given if is_one else ("yes", "no") if parameter.type == "yes-no" else ()
    listed = f"{kind}: {', '.join(given)}" if given and not is_one else kind
    return Line(name, (parameter.ask, listed, usual, empty), offered, parameter)


def _empty(parameter: Parameter) -> str:
    """What holds where nobody sets it."""
    if parameter.default is None:
        return parameter.absent or str(words()["figures"]["open"])
    is_list = parameter.type == "choices" and not isinstance(parameter.default, str)
    return ", ".join(parameter.default) if is_list else in_words(parameter.default)


def apart(tree: Mapping[str, Any]) -> dict[str, Any]:
    """The tree of a spec with its choices as the two sheets hold them."""
    there = (tree.get(CHOICES) or {}).items()
    chosen = {name: {OPTION: said} if isinstance(said, str) else said or {} for name, said in there}
    own = {name: {key: each for key, each in said.items() if key in SAID} for name, said in chosen.items()}
    values = {
        f"{name}.{key}": {VALUE: each} for name, said in chosen.items() for key, each in said.items() if key not in SAID
    }
    return {**tree, CHOICES: own, FIGURES: values}
