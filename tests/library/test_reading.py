"""Every form reads every tree: what is wrong is told once, at its place, and the rest is used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import pactwright.library.load  # noqa: F401 - all its forms
from pactwright.errors import InputError
from pactwright.findings import SourceMap
from pactwright.forms import fields_of
from pactwright.library.reading import Form, Problems, read
from pactwright.printing.outline import outline_from
from pactwright.resources import data_root
from pactwright.spec.terms import Risk

OUTLINE = (data_root() / "templates" / "outlines" / "mou.yml").read_text("utf-8")


def forms(above: type[Form] = Form) -> Iterator[type[Form]]:
    """All forms that there are."""
    for each in above.__subclasses__():
        yield each
        yield from forms(each)


FORMS = sorted(forms(), key=lambda form: f"{form.__module__} {form.__name__}")


def keys(form: type[Form]) -> list[str]:
    """The keys of a form."""
    return [field.alias or name for name, field in form.model_fields.items()]


WRONG: Mapping[str, Any] = {
    "nothing": None,
    "an empty text": "",
    "a word": "zzz",
    "a list": ["zzz"],
    "a list of lists": [["zzz"], None, "zzz"],
    "a list of maps": [{"zzz": "zzz"}, {"zzz": {"min": ["zzz", None]}}],
    "a map": {"zzz": "zzz"},
    "a map of maps": {"zzz": {"zzz": [{"zzz": None}]}},
}


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_a_form_can_use_the_rest_of_a_tree_whatever_stands_under_a_key(form: type[Form], wrong: str) -> None:
    """Because a problem of one file must not hide those of the others, and none may go on for ever."""
    for key in keys(form):
        problems = Problems(SourceMap("file.yml", {}))
        assert isinstance(read(form, {key: WRONG[wrong]}, problems), form)
        wholly = [each.address for each in problems.found if each.rule == "wrong-type"]
        assert not any(each.address.startswith(f"{other}.") for each in problems.found for other in wholly)


@pytest.mark.parametrize("wrong", WRONG)
def test_a_group_within_a_form_is_read_whatever_stands_under_a_key(wrong: str) -> None:
    """Some of the spec's own groups stand in files of the library, such as the risks of a kind of project."""
    [kind] = (form for form in FORMS if "risks" in form.model_fields)
    said = {"title": "A kind", "is": "One of many."}
    for key in fields_of(Risk):
        problems = Problems(SourceMap("file.yml", {}))
        assert isinstance(read(kind, {**said, "risks": {"theft": {key: WRONG[wrong]}}}, problems), kind)
        assert all(each.address.startswith("risks.theft") for each in problems.found)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_a_form_that_says_nothing_is_told_each_key_that_it_needs(form: type[Form]) -> None:
    problems = Problems(SourceMap("file.yml", {}))
    read(form, {}, problems)
    needed = [field.alias or name for name, field in form.model_fields.items() if field.is_required()]
    assert {f'add "{each}:"' for each in needed} <= {each.fix for each in problems.found}
    assert {each.rule for each in problems.found} <= {"missing-key"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("title: ", "titel: ", ['1: missing-key: "title" is missing; add "title:"', "2: unknown-key"]),
        ("only_cited: yes", "only_cited: sometimes", ['wrong-type: "sometimes" is not an answer; yes or no']),
        (
            "Legal effect\n    kind: binding",
            "Legal effect\n    kind: bound",
            ['unknown-word: "bound" is not accepted; one of agreement, statement, binding'],
        ),
        ("party: Party, ", "", ['missing-key: "party" is missing; add "party:"']),
        ("party: Party, ", "partie: Party, ", ['missing-key: "party" is missing', '"partie" is not a key here']),
        ("  means: means\n", "  means: [means]\n", ['wrong-type: "means" is a list; text']),
    ],
)
def test_what_is_wrong_with_an_outline_is_told_where_it_stands(
    tmp_path: Path, old: str, new: str, said: list[str]
) -> None:
    assert OUTLINE.count(old) == 1 or old == "title: "
    file = tmp_path / "mou.yml"
    file.write_text(OUTLINE.replace(old, new, 1), "utf-8")
    with pytest.raises(InputError) as refused:
        outline_from(file)
    lines = [str(each) for each in refused.value.findings]
    assert len(lines) == len(said)
    assert all(part.split(": ", 1)[-1] in line for part, line in zip(said, lines, strict=True))
    assert all(line.startswith("templates/outlines/mou.yml:") for line in lines)
