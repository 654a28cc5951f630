"""What decides about an option, in words: what it needs, what it does not go with, who bears what, what it costs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pactwright.catalogue.records import Borne, Figure, Named, ShownFigure
from pactwright.catalogue.words import word, words
from pactwright.library.model import EQUAL, EVERY_OTHER, Allocation, Library, Link, Option, Parameter
from pactwright.library.values import in_words as value_in_words
from pactwright.library.values import range_in_words, suggested
from pactwright.selection.plain import alternatives_in_words, in_words, label, only_where


def needs_of(library: Library, option: Option) -> tuple[str, ...]:
    """What an option cannot do without, what it does not go with, and the facts that it requires."""
    required = (only_where(library, option.issue, (each,)) for each in option.requires)
    clauses = [group[0].issue for group in option.needs if _is_any_clause(group)]
    together = str(words()["clauses"]).format(issues=", ".join(_headings(library, clauses)))
    linked = (
        str(words()[key]).format(links=_links(library, group))
        for key, groups in (("needs", option.needs), ("conflicts", option.conflicts))
        for group in groups
        if key == "conflicts" or len(clauses) == 1 or not _is_any_clause(group)
    )
    return (*required, *((together,) if len(clauses) > 1 else ()), *linked)


def _is_any_clause(group: tuple[Link, ...]) -> bool:
    """Whether all that is needed is that there be a clause on something."""
    return len(group) == 1 and group[0].test == "any" and not group[0].when


def _headings(library: Library, issues: Iterable[str]) -> Iterator[str]:
    return (f"“{library.issues[each].heading}”" if each in library.issues else each for each in issues)


def _links(library: Library, group: tuple[Link, ...]) -> str:
    return alternatives_in_words(library, group)


def borne_by(library: Library, option: Option) -> tuple[Borne, ...]:
    """Who bears or gets what under an option, entry by entry; conditions are part of the words."""
    return tuple(_borne(library, option, each) for each in option.allocates)


def _borne(library: Library, option: Option, each: Allocation) -> Borne:
    said = "; ".join(filter(None, (bearer(library, each.to), *_limits(library, option, each))))
    when = in_words(library, option.issue, each.when)
    told = f"{said}, {words()['bears']['when'].format(conditions=when)}" if when else said
    return Borne(each.kind, each.id, borne_title(library, each.kind, each.id), (each.to,), told)


def bearer(library: Library, to: str) -> str:
    """A word of the vocabulary's allocation for people.

    >>> from pactwright.library.prebuilt import library_for
    >>> bearer(library_for("", None), "at-fault"), bearer(library_for("", None), "city")
    ('whoever causes it', 'the City')
    """
    roles = library.vocabulary["roles"]
    return f"the {roles[to]['one']}" if to in roles else word(library.vocabulary["allocation"].get(to, {}), to)


def borne_title(library: Library, kind: str, name: str) -> str:
    """What a risk, a reward or a bad day is called."""
    if name == EVERY_OTHER:
        return str(words()["bears"]["every-other"])
    if kind == "bad-day":
        return library.seeds.bad_days[name].title
    return str(library.vocabulary[f"{kind}s"][name]["meaning"])


def _limits(library: Library, option: Option, each: Allocation) -> Iterator[str]:
    said = words()["bears"]
    if each.share:
        share = said["equal" if each.share == EQUAL else "share"]
        yield str(share).format(figure=_named(library, option, each.share))
    if each.cap:
        yield str(said["cap"]).format(figure=_named(library, option, each.cap))
    if each.priced:
        yield str(said["priced"])


def _named(library: Library, option: Option, name: str) -> str:
    parameter = library.issues[option.issue].parameters.get(name)
    return f"“{label(parameter)}”" if parameter else f"“{name.rpartition('.')[2].replace('_', ' ')}”"


def figures_of(library: Library, option: Option) -> tuple[Figure, ...]:
    """The amounts and other figures that an option asks for, each with its own value and the usual range."""
    currency = library.jurisdiction.currency
    return tuple(
        Figure(each.name, label(each), value_and_range(each, currency)) for each in parameters_of(library, option)
    )


def shown_figure(library: Library, issue: str, each: Parameter) -> ShownFigure:
    """All that the library says of a figure."""
    currency = library.jurisdiction.currency
    return ShownFigure(
        each.name,
        label(each),
        each.type,
        each.ask,
        value_and_range(each, currency),
        each.why,
        only_where(library, issue, each.when),
        suggested(each, currency),
        each.absent,
        each.options,
    )


def parameters_of(library: Library, option: Option) -> tuple[Parameter, ...]:
    """The parameters of an option."""
    every = library.issues[option.issue].parameters.values()
    return tuple(each for each in every if not each.options or option.id in each.options)


def value_and_range(parameter: Parameter, currency: str = "") -> str:
    """What the library says of a figure: its own value, what is usual, and the bounds; of amounts, in a currency.

    >>> value_and_range(Parameter("x", "days", "", "", default="7", min="1", usual_min="5", usual_max="10"))
    '7 where nobody says otherwise; usually from 5 to 10; at least 1'
    """
    said = words()["figures"]
    default = _value(parameter, parameter.default or "", currency)
    bounds = ((parameter.usual_min, parameter.usual_max), (parameter.min, parameter.max))
    ranges = [[_value(parameter, each, currency) for each in pair] for pair in bounds]
    named = zip(("usual", "bounds"), ranges, strict=True)
    told = (str(said[key]).format(range=range_in_words(low, high)) for key, (low, high) in named if low or high)
    return "; ".join((str(said["default"]).format(value=default) if default else str(said["open"]), *told))


def _value(parameter: Parameter, typed: str | tuple[str, ...], currency: str) -> str:
    """A value of a figure: of a list each word, of an amount that in the currency, or in each."""
    every = (typed,) if isinstance(typed, str) else typed
    if parameter.type != "money":
        return ", ".join(every)
    return value_in_words(tuple(each for each in every if not currency or each.startswith(f"{currency} ")) or every)


def sources_of(library: Library, option: Option) -> tuple[Named, ...]:
    """The sources of an option, each with its address and title."""
    known = (library.sources[each] for each in option.sources if each in library.sources)
    return tuple(Named(each.get("address", ""), each.get("title", "")) for each in known)
