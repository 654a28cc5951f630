"""Names of files: one row's are never another's, whatever the keys are, on any file system, and inside the folder."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pactwright.batch.base import Base
from pactwright.batch.model import Cell, Row
from pactwright.batch.naming import MOST, RESERVED, key_part, name_pattern, same_part, texts_at
from pactwright.errors import InputError, UsageError
from pactwright.textfile import parsed
from tests.stories import DOCUMENTS, ROOT

PATTERNS = ("{key}-{document}", "{document}{key}", "{parties.council.called}_{key}-{document}", "x_{document}_{key}")
KEYS = st.text(alphabet=st.characters(), max_size=80) | st.from_regex(r"[aA]{0,2}[ _-]?[0-9a-f]{8}", fullmatch=True)
SAFE = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_-]*)\.docx")


def name(pattern: str, key: str, document: str = "mou", called: str = "the City") -> str:
    return name_pattern(pattern).name(key, document, "docx", {"parties.council.called": called})


@given(st.sampled_from(PATTERNS), KEYS, KEYS, st.sampled_from(DOCUMENTS), st.sampled_from(DOCUMENTS), KEYS, KEYS)
def test_two_files_never_share_a_name_not_even_where_capitals_do_not_count(
    pattern: str, one: str, other: str, first: str, second: str, called: str, called_too: str
) -> None:
    names = name(pattern, one, first, called).casefold(), name(pattern, other, second, called_too).casefold()
    assume((one, first) != (other, second))
    assert names[0] != names[1]


@given(st.sampled_from(PATTERNS), KEYS, KEYS)
def test_every_name_is_one_that_every_file_system_takes(pattern: str, key: str, called: str) -> None:
    made = name(pattern, key, "pilot-agreement", called)
    assert SAFE.fullmatch(made)
    assert len(made) <= MOST
    assert PurePosixPath(made).name == PureWindowsPath(made).name == made
    assert not PureWindowsPath(made).is_reserved()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("North 7", "north 7"),
        ("north-7", "North-7"),
        ("a/b", "a-b"),
        ("\u00e9", "e\u0301"),
        ("城市", "空气"),
        ("x" * 60 + "a", "x" * 60 + "b"),
        ("North 7", key_part("North 7")),
        ("", "project"),
    ],
)
def test_keys_that_look_alike_give_different_names(one: str, other: str) -> None:
    assert one != other
    assert key_part(one) != key_part(other)


@pytest.mark.parametrize("key", ["north-7", "7", "council-of-x"])
def test_a_plain_key_stands_in_the_name_as_it_is(key: str) -> None:
    assert name("{key}-{document}", key) == f"{key}-mou.docx"


@pytest.mark.parametrize("device", sorted(RESERVED))
def test_a_device_of_windows_is_no_name(device: str) -> None:
    made = name_pattern("{key}", ("mou",)).name(device, "mou", "docx", {})
    assert re.fullmatch(rf"{device}-[0-9a-f]{{8}}\.docx", made)


def test_two_keys_whose_digests_begin_alike_are_found_before_one_takes_the_name_of_the_other() -> None:
    """Such a pair is rare, but it was found among a quarter of a million ways to write three words."""
    one, other = "keRbsideairqUAlIty", "keRbSiDEaIRQUAlItY"
    assert key_part(one) == key_part(other)
    assert same_part(["a", one, "b", other]) == {other: one}


@pytest.mark.parametrize(
    ("pattern", "wrong"),
    [
        ("{document}", "holds no {key}, so two rows would have one name; for example {key}-{document}"),
        ("{key}", "holds no {document}, so two documents of a row would have one name; for example {key}-{document}"),
        ("../{key}-{document}", 'holds "."; between the braces, use letters, digits, - and _'),
        ("a\\{key}-{document}", 'holds "\\"; between the braces, use letters, digits, - and _'),
        ("{key}-{document", 'holds "{"; between the braces, use letters, digits, - and _'),
        (
            "-{key}{document}",
            "begins with -, which commands take for an option; begin with a letter, a digit or a brace",
        ),
        (
            "{parties.a.called}-{key}-{document}",
            "could give two rows one name; put _ between {parties.a.called} and {key}",
        ),
        ("{keey}-{document}", 'asks for {keey}, which no spec holds; did you mean "key"?'),
        (
            "{key}_{document}_{parties.a.caled}",
            'asks for {parties.a.caled}, which no spec holds; did you mean "called"?',
        ),
        ("{key}_{document}_{parties.a}", "asks for {parties.a}, where more than one piece of text stands"),
        ("x" * 60 + "{key}-{document}", "gives names of more than 120 letters; take something out"),
    ],
)
def test_a_pattern_that_could_lose_a_file_is_refused_with_what_to_do(pattern: str, wrong: str) -> None:
    with pytest.raises(UsageError) as refused:
        name_pattern(pattern)
    assert str(refused.value) == f'--name: "{pattern}" {wrong}'


def test_one_document_needs_no_word_in_the_name() -> None:
    assert name_pattern("pilot_{key}", ("mou",)).name("7", "mou", "txt", {}) == "pilot_7.txt"


BASE = Base(Path("base.yml"), *parsed("parties:\n  a: {called: the City}\nlist: [x, y]\n", "base.yml"))


def test_a_name_takes_the_words_of_the_row_before_those_of_the_base() -> None:
    row = Row("k", "pilots.csv:2", (Cell("parties.a.called", "the Shire", "pilots.csv:2:2"),))
    assert texts_at(("parties.a.called",), row, BASE) == {"parties.a.called": "the Shire"}
    words = {"parties.a.called": "the City", "list.1": "y"}
    assert texts_at(tuple(words), Row("k", ""), BASE) == words


def test_a_name_takes_the_words_of_a_whole_spec() -> None:
    row = Row("k", "spec.yml", spec=ROOT / "examples" / "startup-pilot" / "spec.yml")
    assert texts_at(("parties.company.called",), row, None) == {"parties.company.called": "the Company"}


def test_a_row_without_the_words_of_its_name_is_refused_at_its_place() -> None:
    with pytest.raises(InputError) as refused:
        texts_at(("parties.a.called",), Row("k", "pilots.csv:2", (Cell("parties.a.called", None, "p"),)), BASE)
    assert str(refused.value) == (
        "pilots.csv:2: error: name-part: nothing stands here, and the name of the file needs it; "
        "fill it in, or choose another --name"
    )
