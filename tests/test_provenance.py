"""A file says what made it, from digests alone, and says nothing about who, where or when."""

from __future__ import annotations

import getpass
import hashlib
import re
from pathlib import Path

import pytest

from pactwright import __version__
from pactwright.errors import UsageError
from pactwright.provenance import made_at, spec_digest
from pactwright.service import DraftOrder, files_of
from tests.reader import Document, read
from tests.stories import TEMPLATE, Tree, as_yaml, changed, spec_of, spec_tree

PILOT = "pilot-agreement"
DIGEST = re.compile("[0-9a-f]{64}")


def written(folder: Path, tree: Tree, *, is_final: bool = False, document: str = PILOT) -> Document:
    """The file that is drafted of a spec."""
    folder.mkdir(exist_ok=True)
    (folder / "spec.yml").write_text(as_yaml(tree), "utf-8")
    [each] = files_of((folder / "spec.yml",), DraftOrder((document,), is_final=is_final, force=True))
    return read(each.path.read_bytes())


@pytest.fixture(name="tree")
def startup_pilot(monkeypatch: pytest.MonkeyPatch) -> Tree:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return spec_tree("startup-pilot")


def test_a_file_names_everything_that_made_it(tree: Tree, tmp_path: Path) -> None:
    custom = written(tmp_path, tree, is_final=True).custom
    assert set(custom) == {"date", "tool", "document", "status", "spec", "library", "template"}
    assert (custom["tool"], custom["document"], custom["status"]) == (f"pactwright {__version__}", PILOT, "final")
    assert custom["template"] == hashlib.sha256(TEMPLATE).hexdigest()
    assert all(DIGEST.fullmatch(custom[name]) for name in ("spec", "library", "template"))
    assert custom["spec"] == spec_digest(spec_of(tree))


def test_a_fact_changes_the_specs_digest_and_no_other(tree: Tree, tmp_path: Path) -> None:
    one = written(tmp_path, tree).custom
    other = written(tmp_path, changed(tree, {"project.title": "Kerb-side noise pilot"})).custom
    assert {name for name in one if one[name] != other[name]} == {"spec"}


def test_another_option_changes_the_librarys_digest(tree: Tree, tmp_path: Path) -> None:
    one = written(tmp_path, tree).custom
    choice = {"option": "price-multiple", "reason": "a test"}
    other = written(tmp_path, changed(tree, {"choices.liability/cap": choice})).custom
    assert {name for name in one if one[name] != other[name]} == {"spec", "library"}


def test_comments_and_the_order_of_fields_do_not_change_the_digest(tree: Tree) -> None:
    turned = dict(reversed(tree.items()))
    assert spec_digest(spec_of(turned)) == spec_digest(spec_of(tree))


def test_the_order_of_parties_changes_the_digest(tree: Tree) -> None:
    """Because it is the order in which they print."""
    turned = tree | {"parties": dict(reversed(tree["parties"].items()))}
    assert spec_digest(spec_of(turned)) != spec_digest(spec_of(tree))


def test_no_part_names_a_person_a_place_or_the_machine(tree: Tree, tmp_path: Path) -> None:
    document = written(tmp_path, tree)
    everything = b"\n".join(document.parts.values()).decode("utf-8", "replace")
    for leak in (str(tmp_path), str(Path.home()) + "/", getpass.getuser() + "@", "python-docx"):
        assert leak not in everything
    assert (document.core["creator"], document.core["lastModifiedBy"]) == ("pactwright", "pactwright")
    assert (document.core["title"], document.core["subject"]) == ("Pilot agreement", tree["project"]["title"])
    assert document.core["language"] == "en-AU"


def test_a_spec_without_a_date_takes_the_epochs(tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    undated = changed(tree, {"date": None})
    assert written(tmp_path, undated).core["created"] == "1980-01-01T00:00:00Z"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    document = written(tmp_path, undated)
    assert document.core["created"] == document.core["modified"] == "2026-01-01T00:00:00Z"
    assert document.custom["made"] == "2026-01-01T00:00:00Z"


def test_the_date_of_the_agreement_goes_before_the_epochs(
    tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    document = written(tmp_path, tree)
    assert document.core["created"] == f"{tree['date']}T00:00:00Z"
    assert "made" not in document.custom


@pytest.mark.parametrize("typed", ["yesterday", "-1", "1.5", "99999999999999", "\u0661"])
def test_an_epoch_that_is_no_moment_is_refused(typed: str) -> None:
    with pytest.raises(UsageError) as refused:
        made_at({"SOURCE_DATE_EPOCH": typed})
    assert str(refused.value) == (
        f'SOURCE_DATE_EPOCH: "{typed}" is not a moment; the seconds since 1970 as a whole number, such as 1767225600'
    )
