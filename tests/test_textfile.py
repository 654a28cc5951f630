"""What may come in as text: strict YAML, and nothing that hides what it says."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml

from pactwright import textfile
from pactwright.errors import InputError, UsageError
from pactwright.textfile import front_matter, parsed, read_text


def refused(text: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        parsed(text, "s.yml")
    return [str(finding) for finding in caught.value.findings]


def refused_file(tmp_path: Path, content: bytes) -> list[str]:
    path = tmp_path / "s.yml"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_text(path)
    return [str(finding).removeprefix(f"{tmp_path}/") for finding in caught.value.findings]


@pytest.mark.parametrize(
    "typed", ["no", "NO", "on", "1.10", "012", "12:30", "~5", "nullable", "2026-12-01", "1e3", "0x1F", "<<"]
)
def test_a_scalar_stays_the_text_that_was_typed(typed: str) -> None:
    assert parsed(f"a: {typed}\n", "s.yml")[0] == {"a": typed}


def test_a_key_without_a_value_is_nothing_and_an_empty_quotation_is_empty_text() -> None:
    assert parsed("a:\nb: ''\nc: [x, '']\n", "s.yml")[0] == {"a": None, "b": "", "c": ["x", ""]}


def test_letters_are_kept_as_typed_and_not_normalised(tmp_path: Path) -> None:
    path = tmp_path / "s.yml"
    path.write_bytes("\ufeffa: cafe\u0301 \U0001f600\r\nb: x\r\n".encode())
    assert read_text(path) == "a: cafe\u0301 \U0001f600\nb: x\n"


def test_places_are_those_of_keys_and_of_list_items() -> None:
    _, places = parsed("a:\n  - value: 1\n  -\n    value: 2\nb: {c: [x, y]}\n", "s.yml")
    addresses = ["a", "a.0", "a.0.value", "a.1.value", "b.c", "b.c.1", "b.c.1.nowhere"]
    assert [places.place(address) for address in addresses] == [
        "s.yml:1:1",
        "s.yml:2:5",
        "s.yml:2:5",
        "s.yml:4:5",
        "s.yml:5:5",
        "s.yml:5:12",
        "s.yml:5:12",
    ]


REFUSED = {
    "a: *x\n": '1:4: error: yaml-alias: the alias "*x"; each value typed out; copy what it stands for',
    "a: &x 1\n": '1:4: error: yaml-anchor: the anchor "&x"; values without an anchor; remove it',
    "a: !!python/object/apply:os.system [ls]\n": (
        '1:4: error: yaml-tag: the tag "tag:yaml.org,2002:python/object/apply:os.system"; '
        "values without a tag; remove it; everything is read as text"
    ),
    "a: ! b\n": '1:4: error: yaml-tag: the tag "!"; values without a tag; remove it; everything is read as text',
    "%YAML 1.1\n---\na: b\n": (
        "1:1: error: yaml-directive: a line that starts with %; keys and values; remove the line"
    ),
    "a: 1\n---\nb: 2\n": (
        "2:1: error: yaml-documents: a second document starts with ---; one document in a file; make two files"
    ),
    "a: 1\nb: 2\na: 3\n": (
        '3:1: error: yaml-duplicate-key: "a" stands twice, first in line 1; each key once; remove one'
    ),
    "? [a]\n: 1\n": "1:3: error: yaml-key: a key that is not a word; a word, then a colon",
    "": '1:1: error: yaml-top: the file is empty; lines of the form "key: value"',
    "# nothing\n": '1:1: error: yaml-top: the file says nothing; lines of the form "key: value"',
    "- a\n": '1:1: error: yaml-top: the file is a list; lines of the form "key: value"',
    "a\n": '1:1: error: yaml-top: the file is one piece of text; lines of the form "key: value"',
    "a:\n\t- b\n": "2:1: error: yaml-syntax: a tab; indent with spaces",
    "a: @b\n": "1:4: error: yaml-syntax: @ at the start of a value; put it in quotes",
    "a: b: c\n": (
        "1:5: error: yaml-syntax: a colon where no key can stand; "
        "put a value that holds a colon in quotes, and check the indentation"
    ),
    "a: 'b\nc: d\n": "1:4: error: yaml-syntax: a quotation mark that is never closed; close it",
    "a: [b\nc: d\n": "1:4: error: yaml-syntax: a bracket [ that is never closed; close it with ]",
    'a: "\\u202e"\n': (
        "1:4: error: text-direction: U+202E (RIGHT-TO-LEFT OVERRIDE) turns the direction of writing "
        "and can hide what is written; text without it; remove the escape"
    ),
    "a: b\nc: d\u0007\n": (
        "2:5: error: text-control-character: U+0007 is a control character; "
        "letters, spaces, tabs and line ends; remove it; it cannot be seen"
    ),
    "a: \ud800\n": "1:4: error: text-surrogate: U+D800 is half of a character; text without it; type it again",
}


@pytest.mark.parametrize(("text", "said"), REFUSED.items())
def test_what_is_refused_says_where_what_and_what_to_do(text: str, said: str) -> None:
    assert refused(text) == [f"s.yml:{said}"]


@pytest.mark.parametrize("char", [*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"])
def test_every_character_that_turns_the_direction_of_writing_is_refused(char: str) -> None:
    assert [line.split(": ")[2] for line in refused(f"a: b{char}c\n")] == ["text-direction"]


@pytest.mark.parametrize("char", [*"\x00\x01\x08\x0b\x0c\r\x1b\x1f\x7f\x80\x85\x9f\u2028\u2029\ufffe\uffff"])
def test_every_control_character_is_refused(char: str) -> None:
    assert [line.split(": ")[2] for line in refused(f"a: b{char}c\n")] == ["text-control-character"]


def test_several_problems_are_told_in_one_run_in_the_order_of_the_file() -> None:
    told = refused("a: &x 1\nb: *x\nb: !t 2\n")
    assert [line.split(": ")[0::2][:2] for line in told] == [
        ["s.yml:1:4", "yaml-anchor"],
        ["s.yml:2:4", "yaml-alias"],
        ["s.yml:3:1", "yaml-duplicate-key"],
        ["s.yml:3:4", "yaml-tag"],
    ]


@pytest.mark.parametrize("text", ["[" * 200_000, "{a: " * 50_000, "- " * 100_000, "a: " + "[" * 200_000])
def test_deep_nesting_is_refused_at_once(text: str) -> None:
    start = time.process_time()
    told = refused(text)
    assert told[0].split(": ", 2)[2] == "yaml-depth: more than 40 levels, one inside the other; at most 40"
    assert time.process_time() - start < 1


def test_forty_levels_are_read() -> None:
    assert parsed("a: " + "[" * 39 + "]" * 39, "s.yml")[0].keys() == {"a"}


def test_an_alias_bomb_is_refused_and_never_followed() -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, 30))
    told = refused(bomb)
    assert len(told) == 30 + 58
    assert {line.split(": ")[2] for line in told} == {"yaml-anchor", "yaml-alias"}


def test_endless_problems_end_after_a_hundred() -> None:
    told = refused("a:\n" + "- *x\n" * 100_000)
    assert len(told) == 101
    assert told[-1] == "s.yml:102:3: error: too-many-problems: more than 100 problems; mend these first"
    assert len(refused("\x01" * 100_000)) == 101


def test_a_large_file_is_refused_by_its_size_and_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "s.yml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.delattr(Path, "open")
    with pytest.raises(InputError) as caught:
        read_text(path)
    assert str(caught.value) == f"{path}:1:1: error: text-size: the file is larger than 1 MB; at most 1 MB of text"


def test_a_source_without_end_is_refused_before_it_is_opened() -> None:
    with pytest.raises(UsageError, match="is a pipe or a device"):
        read_text(Path("/dev/zero"))


def test_a_text_that_never_was_a_file_has_the_same_limit() -> None:
    assert [line.split(": ")[2] for line in refused("a: " + "é" * 500_000)] == ["text-size"]


NO_TEXT = {
    b"PK\x03\x04\x00\x00": (
        "1:1: error: text-binary: this is a Word file, a workbook or another package; a text file in UTF-8; "
        "name the spec, whose name ends in .yml"
    ),
    b"a: b\x00": "1:5: error: text-binary: this is not a text file; a text file in UTF-8",
    b"a: b\nc: \xe9\n": '2:4: error: text-encoding: the byte 0xe9 is not UTF-8; UTF-8; save it again as "UTF-8"',
    b"a: \xed\xa0\x80\n": '1:4: error: text-encoding: the byte 0xed is not UTF-8; UTF-8; save it again as "UTF-8"',
    "a: b".encode("utf-16"): '1:1: error: text-encoding: this is UTF-16; UTF-8; save it again as "UTF-8"',
    "a: é\u202e\n".encode(): (
        "1:5: error: text-direction: U+202E (RIGHT-TO-LEFT OVERRIDE) turns the direction of writing "
        "and can hide what is written; text without it; remove it"
    ),
}


@pytest.mark.parametrize(("content", "said"), NO_TEXT.items())
def test_a_file_that_is_no_plain_text_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    assert refused_file(tmp_path, content) == [f"s.yml:{said}"]


def test_a_file_that_cannot_be_opened_is_the_callers_mistake(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read_text(tmp_path / "none.yml")
    assert str(caught.value) == f"{tmp_path}/none.yml: cannot be read: No such file or directory"
    with pytest.raises(UsageError):
        read_text(tmp_path)


def test_front_matter_counts_the_lines_of_the_file() -> None:
    text = "---\ntitle: Own\nitems:\n  cap: {when: [a]}\n---\n\n# Agreement\n1. Text\n"
    tree, places, body, line = front_matter(text, "own.md")
    assert tree == {"title": "Own", "items": {"cap": {"when": ["a"]}}}
    assert (places.place("title"), places.place("items.cap.when")) == ("own.md:2:1", "own.md:4:9")
    assert (body, line) == ("\n# Agreement\n1. Text\n", 6)
    assert text.split("\n")[line - 1 :] == body.split("\n")


@pytest.mark.parametrize("text", ["", "# Agreement\n", "---\ntitle: Own\n", "\n---\ntitle: Own\n---\n"])
def test_a_clause_without_front_matter_is_refused(text: str) -> None:
    with pytest.raises(InputError) as caught:
        front_matter(text, "own.md")
    assert str(caught.value) == (
        "own.md:1:1: error: front-matter: the file does not start with a block between two lines ---; "
        "---, then keys and values, then ---, then the wording"
    )


def test_problems_of_front_matter_and_body_have_the_files_lines() -> None:
    with pytest.raises(InputError, match=r"own\.md:3:1: error: yaml-duplicate-key"):
        front_matter("---\na: 1\na: 2\n---\n", "own.md")
    with pytest.raises(InputError, match=r"own\.md:5:2: error: text-direction"):
        front_matter("---\na: 1\n---\nx\ny\u202e\n", "own.md")


def test_without_libyaml_the_same_is_read_and_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(textfile, "_Loader", yaml.BaseLoader)
    assert parsed("a: [no, {b: 1.10}]\nc:\nd: ''\n", "s.yml")[0] == {"a": ["no", {"b": "1.10"}], "c": None, "d": ""}
    for text, rule in [
        ("[" * 200_000, "yaml-depth"),
        ("a: *x\n", "yaml-alias"),
        ("a: &x b\n", "yaml-anchor"),
        ("a: !t b\n", "yaml-tag"),
        ("a: b: c\n", "yaml-syntax"),
        ("%YAML 1.1\n---\na: b\n", "yaml-directive"),
        ("a: 'b\n", "yaml-syntax"),
    ]:
        assert [line.split(": ")[2] for line in refused(text)] == [rule]
