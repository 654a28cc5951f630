"""What a form holds: the fields of its groups by their keys, and what stands below each of them.

A form is a `Group` - a pydantic model or a frozen dataclass - or a type made of groups: a map or a list. One walk over
it serves whoever reads a tree, tells what is wrong with one, or completes it in an editor. pydantic is loaded only
where a form is read or looked at, so that values which were read once do without it.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, Union, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic.fields import FieldInfo
    from pydantic_core import CoreSchema

Form: TypeAlias = Any
"""A group, or a type made of groups: a map, a list, a union with nothing, each with or without notes."""

Place: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, eq=False)
class Converter:
    """A note on a value: what reads its text, and what an editor's schema says of it."""

    read: Callable[[str], object]
    schema: Mapping[str, Any] = field(default_factory=dict)

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Text that our own reader turns into a value; nothing else is taken."""
        from pydantic_core import core_schema  # noqa: PLC0415 - a value that no form holds needs no pydantic

        return core_schema.no_info_after_validator_function(self.read, core_schema.str_schema(strict=True))

    def __get_pydantic_json_schema__(self, core: object, handler: object) -> dict[str, Any]:
        """What an editor's schema says of the value."""
        return dict(self.schema)


class Group:
    """What models and dataclasses have in common that hold a group of keys: a key without a value is left out."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The group's own schema, behind a look at which keys say something."""
        from pydantic_core import core_schema  # noqa: PLC0415 - a group can be declared without pydantic

        known = fields_of(source).keys()

        def said(tree: Any) -> Any:  # noqa: ANN401 - a tree of text, of any kind
            if not isinstance(tree, dict) or None not in tree.values():
                return tree
            return {key: value for key, value in tree.items() if value is not None or key not in known}

        inner: Any = {**handler(source)}  # a copy: pydantic keeps the group's own schema, and knows it by its ref
        return core_schema.no_info_before_validator_function(said, inner, ref=inner.pop("ref", None))


@dataclass(frozen=True, slots=True)
class FormField:
    """A key of a group: its name in Python, what stands there with the notes on it, and what is said of it."""

    name: str
    form: Form
    info: FieldInfo


@cache
def fields_of(group: type[Group]) -> Mapping[str, FormField]:
    """The fields of a group by their keys, in the order of the form.

    >>> @dataclass(frozen=True)
    ... class Notice(Group):
    ...     by: str = ""
    >>> list(fields_of(Notice))
    ['by']
    """
    from pydantic import BaseModel  # noqa: PLC0415 - only who looks into a group needs pydantic

    infos = group.model_fields if issubclass(group, BaseModel) else dict(_infos(group))
    return {info.alias or name: FormField(name, _noted(info), info) for name, info in infos.items()}


def is_group(form: Form) -> bool:
    """Whether a group of keys stands at a place."""
    return isinstance(form, type) and issubclass(form, Group)


def is_map(form: Form) -> bool:
    """Whether a map of entries by their ids stands at a place."""
    return _made_from(bare(form)) in {Mapping, dict}


def is_list(form: Form) -> bool:
    """Whether a list of entries stands at a place."""
    return _made_from(bare(form)) in {tuple, list}


def entry_of(form: Form) -> Form:
    """What each entry of a map or a list is, with its notes."""
    return next(arg for arg in reversed(get_args(bare(form))) if arg is not ...)


def bare(form: Form) -> Form:
    """The form without what may be left out and without its notes.

    >>> bare(Annotated[int, "a note"] | None)
    <class 'int'>
    """
    if _made_from(form) is Annotated:
        return bare(get_args(form)[0])
    if _made_from(form) in {Union, types.UnionType}:
        return bare(next(arg for arg in get_args(form) if arg is not types.NoneType))
    return form


def notes_on(form: Form) -> Iterator[Any]:
    """The notes on a value, the outermost first; not those on the elements of a list or a map.

    >>> list(notes_on(Annotated[Annotated[int, "inner"] | None, "outer"]))
    ['outer', 'inner']
    """
    if _made_from(form) is Annotated:
        yield from get_args(form)[1:]
        yield from notes_on(get_args(form)[0])
    elif _made_from(form) in {Union, types.UnionType}:
        for arg in get_args(form):
            yield from notes_on(arg)


def below(form: Form, key: str | int) -> Form | None:
    """What stands under a key of a group, an id of a map or a number of a list, with its notes; else None."""
    plain = bare(form)
    if is_group(plain):
        field = fields_of(plain).get(str(key))
        return field.form if field else None
    return entry_of(plain) if is_map(plain) or (is_list(plain) and isinstance(key, int)) else None


def accepted_kind(form: Form, place: Place) -> type | None:
    """What stands at a place of a tree: `dict`, `list`, `str`, or nothing if the form has no such place."""
    found = _at(form, place)
    if found is None:
        return None
    return dict if is_group(found) or is_map(found) else list if is_list(found) else str


def fields_around(form: Form, place: Place) -> Mapping[str, FormField]:
    """The fields of the group in which the last key of a place stands; none where that is no group.

    One group stands for a list of one.
    """
    above = _at(form, place[:-1])
    above = bare(entry_of(above)) if is_list(above) else above
    return fields_of(above) if is_group(above) else {}


def _at(form: Form, place: Place) -> Form:
    """What stands at a place, without notes."""
    for key in place:
        form = below(form, key)
    return bare(form)


def _made_from(form: Form) -> object:
    """What a type is made from: Mapping, tuple, Annotated, a union; nothing for a plain class."""
    return get_origin(form)


def _infos(group: type[Any]) -> Iterator[tuple[str, FieldInfo]]:
    """The fields of a plain dataclass as pydantic sees them."""
    from pydantic.fields import FieldInfo  # noqa: PLC0415 - only who looks into a group needs pydantic

    hints = get_type_hints(group, include_extras=True)
    rename = getattr(group, "__pydantic_config__", {}).get("alias_generator", str)
    for each in fields(group):
        if each.init:
            is_required = each.default is each.default_factory is MISSING
            info = FieldInfo.from_annotated_attribute(hints[each.name], ... if is_required else None)
            info.alias = info.alias or rename(each.name)
            yield each.name, info


def _noted(info: FieldInfo) -> Form:
    return Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
