"""Findings are told in the order of the input, wherever the input lies."""

from __future__ import annotations

from pactwright.findings import Finding, SourceMap, in_order


def finding(place: str) -> Finding:
    """A finding at a place."""
    return Finding("rule", "error", "address", "seen", place=place)


def test_lines_and_columns_are_ordered_as_numbers() -> None:
    places = ["a.yml:10:1", "a.yml:9:12", "a.yml:9:2", "B.yml:1:1"]
    assert [each.place for each in in_order(map(finding, places))] == [
        "B.yml:1:1",
        "a.yml:9:2",
        "a.yml:9:12",
        "a.yml:10:1",
    ]


def test_a_path_may_hold_a_colon() -> None:
    """Because Windows has drives, and folders are named by the hour."""
    places = ["C:\\work\\a.yml:10:1", "C:\\work\\a.yml:9:1", "12:30/spec.yml:2:1", "12:30/spec.yml:1:9"]
    assert [each.place for each in in_order(map(finding, places))] == [
        "12:30/spec.yml:1:9",
        "12:30/spec.yml:2:1",
        "C:\\work\\a.yml:9:1",
        "C:\\work\\a.yml:10:1",
    ]


def test_a_place_without_lines_is_ordered_by_its_name() -> None:
    assert [each.place for each in in_order(map(finding, ["pilots.xlsx!B7", "a.yml:1:1", "form"]))] == [
        "a.yml:1:1",
        "form",
        "pilots.xlsx!B7",
    ]


def test_an_address_without_a_mark_stands_where_its_nearest_parent_does() -> None:
    marks = SourceMap("12:30/spec.yml", {"parties": (3, 1), "parties.city": (4, 3)})
    found = [Finding("r", "error", address, "seen") for address in ("parties.city.kind", "parties.x", "date")]
    assert [str(each) for each in marks.located(found)] == [
        "12:30/spec.yml:1:1: error: r: seen",
        "12:30/spec.yml:3:1: error: r: seen",
        "12:30/spec.yml:4:3: error: r: seen",
    ]
