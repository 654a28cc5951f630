"""The reference of the spec, and the spec with every field: held against the form, and tried."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pactwright.forms import Form, bare, entry_of, fields_of, is_group, is_list, is_map
from pactwright.spec import Spec
from tests.cli.conftest import Run
from tests.stories import ROOT

# A field as a comment: no space before its name, or two for each step further in.
FIELD = re.compile(r"^( *)#((?:  )*(?:[a-z_]+:|[a-z-]+/[a-z-]+(?:#[a-z-]+)?:|[a-z][a-z-]*:|- |# ).*)$", re.MULTILINE)


def addresses(form: Form = Spec, above: str = "") -> Iterator[str]:
    """Every value of the form, with * for the ids of maps and the numbers of lists."""
    plain = bare(form)
    if is_group(plain):
        for key, field in fields_of(plain).items():
            yield from addresses(field.form, f"{above}.{key}" if above else key)
    elif (is_map(plain) or is_list(plain)) and is_group(bare(entry_of(plain))):
        yield from addresses(entry_of(plain), f"{above}.*")
    else:
        yield above


def test_the_reference_tells_every_field_of_the_form_and_no_other() -> None:
    page = (ROOT / "docs" / "spec.md").read_text("utf-8")
    assert re.findall(r"^\| `([a-z_.*]+)` \|", page, re.MULTILINE) == list(addresses())


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("milestones.*.payer", "schedule Budget"),
        ("pilot.start", "key terms, Start of the pilot"),
        ("project.description", "background"),
        ("parties.*.called", "front page"),
        ("parties.*.signatories.*.name", "signatures"),
        ("datasets.*.personal", "data/personal"),
        ("procurement.route", "procurement/basis"),
        ("funding.price", "funding/payment"),
        ("parties.*.small_business", "liability/cap"),
    ],
)
def test_the_reference_says_where_a_field_prints_and_who_uses_it(address: str, said: str) -> None:
    page = (ROOT / "docs" / "spec.md").read_text("utf-8")
    [row] = [line for line in page.splitlines() if line.startswith(f"| `{address}` |")]
    assert said in row


@pytest.mark.parametrize(
    "model", ["startup-pilot", "demonstrator", "research-pilot", "alliance-light", "alliance-full"]
)
def test_a_spec_with_every_field_as_a_comment_is_sound(run: Run, model: str) -> None:
    assert run("new", "it.yml", "--all", "--model", model).code == 0
    assert run("check", "it.yml").code == 0


@pytest.mark.parametrize("place", ["au-nsw", "us-ca"])
def test_it_is_sound_with_every_field_in_use(run: Run, tmp_path: Path, place: str) -> None:
    assert run("new", "it.yml", "--all", "--jurisdiction", place).code == 0
    text = (tmp_path / "it.yml").read_text("utf-8")
    text = re.sub(r"\n# +to_pct: .*", "", text)  # the sample shows one band, and a last band has no end
    (tmp_path / "it.yml").write_text(FIELD.sub(r"\1\2", text), "utf-8")
    result = run("check", "it.yml")
    assert (result.code, [line for line in result.out.splitlines() if " error: " in line]) == (0, [])


def test_no_field_is_left_out_of_a_spec_with_every_field(run: Run, tmp_path: Path) -> None:
    assert run("new", "it.yml", "--all").code == 0
    text = FIELD.sub(r"\1\2", (tmp_path / "it.yml").read_text("utf-8"))
    keys: list[tuple[int, str]] = []
    found: set[str] = set()
    for line in text.splitlines():
        said = re.match(r"^(?P<indent> *(?:- )?)(?P<key>[a-z_]+|[a-z]+-[a-z-]+|[a-z-]+/[a-z-]+(?:#[a-z-]+)?):", line)
        if said:
            keys = [each for each in keys if each[0] < len(said["indent"])] + [(len(said["indent"]), said["key"])]
            found.add(".".join(key for _, key in keys))
    for address in addresses():
        way = [key for key in address.split(".") if key != "*"]
        assert any([key for key in each.split(".") if key in way][-len(way) :] == way for each in found), address
