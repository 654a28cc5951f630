"""Two playbooks over a draft, as a page: the neutral's copy, or one side's own."""

from __future__ import annotations

from pathlib import Path

from pactwright import report
from pactwright.document import words as text_of
from pactwright.errors import InputError, UsageError
from pactwright.library.playbooks import playbook_in
from pactwright.library.positions import Playbook
from pactwright.playbook.marks import CITY, Pair, meetings_of, paired
from pactwright.playbook.own import own_blocks
from pactwright.playbook.page import neutral_blocks
from pactwright.playbook.ranges import ranges_of
from pactwright.playbook.trades import trades_of
from pactwright.playbook.words import said, words
from pactwright.spec import Spec
from pactwright.what_if import Standing


def neutral_report(now: Standing, one: Path, other: Path) -> report.Report:
    """The neutral's copy, which shows the limits of both sides; raises as reading a playbook does."""
    pair = _pair(now, one, other)
    names = _names(pair, now.source.spec)
    meetings = tuple(meetings_of(now, pair))
    blocks = neutral_blocks(names, meetings, tuple(ranges_of(now, meetings)), trades_of(now, meetings))
    lead = {"city": names[0], "partner": names[1], **_about(now)}
    return _report(now, words()["neutral"], said("lead_in", **lead), blocks)


def own_report(now: Standing, own: Path, other: Path) -> report.Report:
    """The copy of the side of the first playbook; nothing is told of what is wrong with the other one."""
    library = now.source.library
    mine = playbook_in(own, library)
    try:
        theirs = playbook_in(other, library)
        pair = paired(mine, theirs, now.source.spec)
    except InputError:
        message = f"{other}: is no playbook that can be read here; whoever wrote it can check it"
        raise UsageError(message) from None
    side = 0 if pair.city is mine else 1
    party = _names(pair, now.source.spec)[side]
    blocks = own_blocks(side, tuple(meetings_of(now, pair)))
    return _report(now, said("own", party=party), said("own_lead_in", party=party, **_about(now)), blocks)


def _pair(now: Standing, one: Path, other: Path) -> Pair:
    library = now.source.library
    return paired(playbook_in(one, library), playbook_in(other, library), now.source.spec)


def _about(now: Standing) -> dict[str, str]:
    agreement = now.draft.agreement
    return {"project": text_of(agreement.project), "document": agreement.title.lower()}


def _report(now: Standing, kicker: str, lead_in: str, blocks: tuple[report.Block, ...]) -> report.Report:
    agreement = now.draft.agreement
    return report.Report(
        kicker=kicker,
        title=words()["title"],
        lead_in=lead_in,
        foot=f"{kicker} \N{MIDDLE DOT} {text_of(agreement.project)}",
        blocks=blocks,
        language=agreement.language,
        paper=agreement.paper,
    )


def _names(pair: Pair, spec: Spec) -> tuple[str, str]:
    return _name(pair.city, spec), _name(pair.partner, spec)


def _name(playbook: Playbook, spec: Spec) -> str:
    """What the paper calls the party of a playbook, or the parties of its side."""
    if playbook.party in spec.parties:
        return spec.parties[playbook.party].called or playbook.party
    called = [each.called or key for key, each in spec.parties.items() if each.side == playbook.party]
    return " and ".join(called) if called else "the city" if playbook.party == CITY else playbook.party
