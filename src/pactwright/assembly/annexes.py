"""The schedules of a document: which parts they have, their numbers, and their blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from sys import intern
from typing import TYPE_CHECKING

from pactwright.assembly.numbers import Anchor, Numbers, bookmark
from pactwright.document import Block, Paragraph, Schedule, Text
from pactwright.schedules.tables import Calls, FilledPart, filled_parts

if TYPE_CHECKING:
    from pactwright.scene import Scene


def filled_schedules(scene: Scene, called: Mapping[str, Calls]) -> dict[str, tuple[FilledPart, ...]]:
    """The parts of every schedule that the document has, in the order of the outline."""
    parts = {name: _parts(scene, name, calls) for name, calls in called.items()}
    return {name: filled for name, filled in parts.items() if filled}


def _parts(scene: Scene, name: str, calls: Calls) -> tuple[FilledPart, ...]:
    filled = filled_parts(scene, scene.library.schedules[name], calls)
    shown = scene.outline.schedules[name] or tuple(part.id for part in filled)
    if scene.outline.only_cited and "" not in calls.all:
        shown = tuple(part for part in shown if part in calls.all)
    return tuple(part for part in filled if part.id in shown)


def with_schedules(scene: Scene, numbers: Numbers, filled: Mapping[str, tuple[FilledPart, ...]]) -> Numbers:
    """The numbers with those of the schedules and their parts."""
    noun = scene.library.jurisdiction.words.get("schedule", "schedule").capitalize()
    names = (f"{name}#{part.id}" for name, parts in filled.items() for part in parts)
    return scene.memory.equal(_numbered_schedules, numbers, noun, *names)


def _numbered_schedules(numbers: Numbers, noun: str, *names: str) -> Numbers:
    """The numbers with those of schedules and their parts, named as "budget#stages" in the order of print.

    A run has one object for each label, as for each bookmark.
    """
    parts: dict[str, list[str]] = {}
    for name in names:
        schedule, _, part = name.partition("#")
        parts.setdefault(schedule, []).append(part)
    return replace(
        numbers,
        schedules={
            name: Anchor(intern(f"{noun} {number}"), bookmark("schedule", name)) for number, name in enumerate(parts, 1)
        },
        parts={
            (name, part): Anchor(intern(str(number)), bookmark("schedule", name, part))
            for name, each in parts.items()
            for number, part in enumerate(each, 1)
        },
    )


def schedules(scene: Scene, numbers: Numbers, filled: Mapping[str, tuple[FilledPart, ...]]) -> Iterator[Schedule]:
    """The schedules under their numbers."""
    for name, parts in filled.items():
        here = numbers.schedules[name]
        anchors = (numbers.parts[name, part.id] for part in parts)
        blocks = (
            scene.memory.same(_part_blocks, anchor.label, anchor.bookmark, part)
            for anchor, part in zip(anchors, parts, strict=True)
        )
        heading = scene.memory.same(_heading, scene.library.schedules[name].title, here.label, here.bookmark)
        yield scene.memory.same(_schedule, name, heading, *blocks)


def _heading(title: str, label: str, name: str) -> Paragraph:
    return Paragraph("schedule", (Text(title),), label, label, name)


def _schedule(name: str, heading: Paragraph, *blocks: tuple[Block, ...]) -> Schedule:
    return Schedule(name, heading, tuple(block for each in blocks for block in each))


def _part_blocks(label: str, name: str, part: FilledPart) -> tuple[Block, ...]:
    return Paragraph("schedule-part", (Text(part.heading),), f"{label}.", label, name), part.table
