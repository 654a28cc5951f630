"""The values of parameters: text turned into what a parameter's type means, and held against its bounds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from pactwright.findings import Finding, nearest
from pactwright.library.model import NONE, Parameter
from pactwright.spec import amounts, scalars
from pactwright.validation import RefusedError

if TYPE_CHECKING:
    from pactwright.spec.form import Reads

PARSERS: dict[str, Callable[[str], Any]] = {
    "money": amounts.money,
    "percent": scalars.any_percent,
    "number": scalars.number,
    "count": scalars.count,
    "days": scalars.counted_in("day"),
    "business-days": scalars.counted_in("business day"),
    "hours": scalars.counted_in("hour"),
    "months": scalars.counted_in("month"),
    "date": scalars.date,
    "yes-no": scalars.yes_no,
    "phrase": scalars.line,
    "text": scalars.text,
}
READS: Final[Mapping[str, Reads]] = {
    "money": "money",
    "percent": "percent",
    "number": "number",
    "count": "number",
    "days": "number",
    "business-days": "number",
    "hours": "number",
    "months": "number",
    "date": "date",
    "yes-no": "yes-no",
    "choice": "word",
    "choices": "word",
    "party": "word",
}
"""How a cell that holds a value of a type is read; text where nothing stands here."""


def typed(parameter: Parameter, text: object, address: str, currency: str = "") -> tuple[Any, list[Finding]]:
    """The value of one text under a parameter's type, and what is wrong with it (then the value is None).

    `currency` is that of amounts that name none; a bound in another one says nothing about them.

    For a parameter that may stay out, "none" says aloud that it does, and is its value.
    """
    if parameter.optional and text == NONE:
        return NONE, []
    if parameter.type == "choices":
        return _typed_choices(parameter, text, address)
    if not isinstance(text, str):
        return None, [Finding("wrong-type", "error", address, f'"{parameter.name}" takes one value', parameter.type)]
    if parameter.type == "choice":
        return _typed_choice(parameter, text, address)
    if parameter.type == "party":
        return text, []
    value, problems = _parsed(_parser(parameter), text, address)
    code = currency_of(value, currency)
    if isinstance(value, amounts.Money) and amounts.is_broken(value, code):
        problems = [Finding("whole-amount", "error", address, f"{text} has cents", f"whole {code}, which has none")]
    return value, problems or _range_problems(parameter, value, text, address, currency)


def _parser(parameter: Parameter) -> Callable[[str], Any]:
    """What reads a value; a percentage below 1 is asked back unless the library's own figures are as small."""
    if parameter.type != "percent":
        return PARSERS[parameter.type]
    own = (parameter.min, parameter.usual_min, parameter.usual_max, parameter.max, parameter.default)
    is_small = any(isinstance(each, str) and each and scalars.is_fraction(each.rstrip("% ")) for each in own)
    return scalars.any_percent if is_small else scalars.percent


def library_problems(parameter: Parameter) -> list[tuple[str, Finding]]:
    """What is wrong with bounds, default and suggestion that a library gives a parameter, each with its key."""
    found = _default_problems(parameter)
    if found or not parameter.suggest:
        return found
    proposed = replace(parameter, default=parameter.suggest.value, suggest=None)
    return [("suggest", each) for _, each in _default_problems(proposed)]


def suggested(parameter: Parameter, currency: str) -> str:
    """What is proposed for a parameter, in a currency if it is an amount, with the reason; "" where nothing is.

    >>> from pactwright.library.model import Parameter, Suggestion
    >>> proposed = Suggestion(("AUD 500", "USD 400"), "A day's work.")
    >>> suggested(Parameter("x", "money", "", "", suggest=proposed), "USD")
    "USD 400: A day's work."
    """
    if not parameter.suggest:
        return ""
    amounts = _each(parameter.suggest.value)
    fitting = [each for each in amounts if parameter.type != "money" or not currency or each.startswith(f"{currency} ")]
    return f"{in_words(tuple(fitting))}: {parameter.suggest.why}" if fitting else ""


def _default_problems(parameter: Parameter) -> list[tuple[str, Finding]]:
    bounds = {"min": parameter.min, "max": parameter.max}
    bounds |= {"usual-min": parameter.usual_min, "usual-max": parameter.usual_max}
    numeric = {key: _each(text) for key, text in bounds.items() if text and parameter.type in PARSERS}
    found = [
        (key, each)
        for key, texts in numeric.items()
        for text in texts
        for each in _parsed(PARSERS[parameter.type], text, parameter.address)[1]
    ]
    if parameter.type == "money":
        return found or _amount_problems(parameter, {**numeric, "default": _each(parameter.default or ())})
    is_known = parameter.type in {*PARSERS, "party"} or bool(parameter.values)
    if not found and is_known and parameter.default is not None:
        found = [("default", each) for each in typed(parameter, _as_tree(parameter.default), parameter.address)[1]]
    return found


def default_value(parameter: Parameter, currency: str = "") -> Any:  # noqa: ANN401 - the type is the parameter's
    """The library's own value for a parameter, or None when it stays open, as an amount does in another currency."""
    if parameter.default is None or not parameter.type:
        return None
    if parameter.type == "money":
        return value_in(parameter, parameter.default, currency)
    return typed(parameter, _as_tree(parameter.default), "")[0]


def value_in(parameter: Parameter, amounts: object, currency: str) -> Any:  # noqa: ANN401 - the type is the parameter's
    """The value of a money parameter in a currency, out of one amount or several; None where there is none in it."""
    each = (amounts,) if isinstance(amounts, str) else amounts if isinstance(amounts, list | tuple) else ()
    known = (typed(parameter, text, "")[0] for text in each)
    return next((value for value in known if value and value.currency in {None, currency}), None)


def house_problems(parameter: Parameter, value: object, address: str) -> list[Finding]:
    """What is wrong with a value that a house library gives a parameter; an amount carries its currency there too."""
    if parameter.type != "money" or value == NONE:
        return typed(parameter, value, address)[1]
    texts = tuple(value) if isinstance(value, list) else (value,)
    if not all(isinstance(each, str) for each in texts):
        return typed(parameter, value, address)[1]
    return [replace(each, address=address) for _, each in _amount_problems(parameter, {"": texts})]


def _amount_problems(parameter: Parameter, amounts: Mapping[str, tuple[str, ...]]) -> list[tuple[str, Finding]]:
    """What is wrong with amounts that a library sets: each carries a currency, and there is one for each."""
    found: list[tuple[str, Finding]] = []
    for key, texts in amounts.items():
        values = [typed(parameter, text, parameter.address) for text in texts]
        found += [(key, each) for _, problems in values for each in problems]
        currencies = [value.currency for value, _ in values if value]
        accepted = f"such as AUD {texts[0]}" if texts else ""
        if None in currencies:
            seen, why = "an amount without its currency", "a default or a bound holds in one currency only"
            found.append((key, Finding("currency", "error", parameter.address, seen, accepted, why)))
        elif len(set(currencies)) < len(currencies):
            found.append((key, Finding("currency", "error", parameter.address, "two amounts in one currency")))
    return found


def _each(texts: str | tuple[str, ...]) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else texts


def _parsed(parser: Callable[[str], Any], text: str, address: str) -> tuple[Any, list[Finding]]:
    try:
        return parser(text), []
    except RefusedError as refused:
        return None, [Finding(refused.rule, "error", address, refused.seen, refused.accepted, refused.fix)]


def _as_tree(default: str | tuple[str, ...]) -> object:
    return list(default) if isinstance(default, tuple) else default


def limit(parameter: Parameter, bounds: str | tuple[str, ...], currency: str = "") -> str:
    """A bound of a parameter as text, in a currency if it is an amount; "" where it has none there.

    >>> from pactwright.library.model import Parameter
    >>> limit(Parameter("x", "money", "", ""), ("AUD 5,000", "USD 4,000"), "USD")
    'USD 4,000'
    """
    if parameter.type != "money":
        return bounds if isinstance(bounds, str) else ""
    return next((each for each in _each(bounds) if each.startswith(f"{currency} ")), "")


def bound(parameter: Parameter, text: str) -> Decimal | None:
    """A bound of a parameter as a number; None where it has none."""
    return number_in(PARSERS[parameter.type](text)) if text and parameter.type in PARSERS else None


def number_in(value: object) -> Decimal | None:
    """The number that a value holds, or None."""
    if isinstance(value, amounts.Money):
        return value.amount
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Decimal(value)
    return None


def in_words(values: str | tuple[str, ...]) -> str:
    """One value or several as they are said: "AUD 5,000 or USD 5,000".

    >>> in_words(("AUD 5,000", "USD 5,000")), in_words("7")
    ('AUD 5,000 or USD 5,000', '7')
    """
    return " or ".join(_each(values))


def range_in_words(low: str, high: str) -> str:
    """Two bounds, of which one may be empty, as a person would say them.

    >>> range_in_words("7", "90"), range_in_words("7", ""), range_in_words("", "90")
    ('from 7 to 90', 'at least 7', 'at most 90')
    """
    if low and high:
        return f"from {low} to {high}"
    return f"at least {low}" if low else f"at most {high}"


def _typed_choice(parameter: Parameter, text: str, address: str) -> tuple[Any, list[Finding]]:
    words = [phrase.word for phrase in parameter.values]
    if text in words:
        return text, []
    if parameter.own_words:
        value, problems = _parsed(scalars.line, text, address)
        return value, problems or list(_phrase_problems(parameter, text, address))
    seen, accepted = f'"{text}" is not a value of {parameter.name}', f"one of {', '.join(words)}"
    return None, [Finding("unknown-value", "error", address, seen, accepted, nearest(text, words))]


DUTY = re.compile(r"\b(must|shall|will|agrees?|undertakes?)\b")
_STOP = re.compile(r"[.;:!?](\s|$)")
_STARTS = re.compile(r"(?:[Ww]e|[Ii]t|[Tt]hey|[Yy]ou|I|A|An|The|Any|All|Each|Every|No|Its|Their|This|That|If|When)\b")


def _phrase_problems(parameter: Parameter, text: str, address: str) -> Iterator[Finding]:
    """What is wrong with words of a person's own: they print inside a sentence, so they are a phrase without duty."""
    accepted = "a phrase that fits into a sentence: no capital, no full stop, nobody's duty"
    if found := DUTY.search(text):
        seen = f'"{found[1]}" makes a duty of an own word of {parameter.name}'
        yield Finding("own-words", "error", address, seen, accepted, "a duty that no clause covers is a special term")
    if _STOP.search(text):
        yield Finding("own-words", "error", address, f"{parameter.name} takes no sentence", accepted)
    if found := _STARTS.match(text):
        yield Finding("own-words", "error", address, f'"{found[0]}" starts a sentence', accepted)


def phrase_problem(text: str) -> str:
    """What keeps words of a library from being a phrase that serves every wording; "" where nothing does."""
    if found := DUTY.search(text):
        return f'"{found[1]}" makes a duty'
    if found := _STOP.search(text):
        return f'"{found[0].strip()}" ends a sentence'
    found = _STARTS.match(text)
    return f'"{found[0]}" starts a sentence' if found else ""


def _typed_choices(parameter: Parameter, tree: object, address: str) -> tuple[Any, list[Finding]]:
    values = [tree] if isinstance(tree, str) else tree
    if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
        return None, [Finding("wrong-type", "error", address, f'"{parameter.name}" is not a list of words', "a list")]
    problems = []
    for number, each in enumerate(values):
        at = f"{address}.{number}"
        problems.extend(_typed_choice(parameter, each, at)[1])
        if each in values[:number]:
            problems.append(Finding("repeated-value", "error", at, f'"{each}" stands twice', "each value once"))
    if missing := ", ".join(word for word in parameter.fixed if word not in values):
        seen, fix = f"{missing} cannot be left out", f"add {missing}"
        problems.append(Finding("fixed-value", "error", address, seen, "", fix))
    if len(values) < parameter.at_least:
        problems.append(Finding("too-few", "error", address, f"{len(values)} values", f"at least {parameter.at_least}"))
    return (None if problems else tuple(values)), problems


def currency_of(value: object, currency: str) -> str:
    """The currency of a value: its own, else that of amounts that name none."""
    return (value.currency if isinstance(value, amounts.Money) else "") or currency


def _range_problems(parameter: Parameter, value: object, text: str, address: str, currency: str) -> list[Finding]:
    least, most = (limit(parameter, each, currency_of(value, currency)) for each in (parameter.min, parameter.max))
    low, high = bound(parameter, least), bound(parameter, most)
    number = number_in(value)
    if number is None or ((low is None or number >= low) and (high is None or number <= high)):
        return []
    accepted, seen = range_in_words(least, most), f"{text} is out of range for {parameter.name}"
    return [Finding("out-of-range", "error", address, seen, accepted, parameter.why)]
