"""All dates and clocks of a draft, in the order in which a person works through them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from pactwright.clocks.counting import day_of, events
from pactwright.clocks.model import COUNTED, Clock, Dates
from pactwright.clocks.reading import PERIOD, event_of, form_of, who_in
from pactwright.clocks.remedies import remedy
from pactwright.clocks.scheduled import scheduled
from pactwright.clocks.sentences import sentences_of
from pactwright.document import Value
from pactwright.drafting import Draft
from pactwright.spec import Spec


def listed(draft: Draft, spec: Spec) -> Dates:
    """Those with a day in the order of their days, all others in the order of the paper."""
    dates = {address: value for address, value in spec.settled.values if isinstance(value, date)}
    dates |= _chosen_dates(draft)
    found = [*_agreed(draft, dates), *_in_clauses(draft, dates)]
    found += scheduled(draft.agreement, spec.settled, dates)
    unique = {(each.form, each.address, each.clause, each.what): each for each in found}.values()
    dated = sorted((each for each in unique if each.day), key=lambda each: (each.day, each.form != "date"))
    waiting = tuple(each for each in unique if each.waits)
    others = tuple(each for each in unique if not each.day and not each.waits)
    return Dates(draft.agreement.document, tuple(dated), waiting, others)


def _agreed(draft: Draft, dates: Mapping[str, date]) -> Iterator[Clock]:
    """The date of the agreement itself."""
    for run in draft.agreement.date:
        if isinstance(run, Value) and run.address in dates:
            label = draft.agreement.furniture.date
            yield Clock("date", label, "", "", "", "", "", run.address, dates[run.address])


def _in_clauses(draft: Draft, dates: Mapping[str, date]) -> Iterator[Clock]:
    sentences = list(sentences_of(draft.agreement))
    verb = draft.selection.library.jurisdiction.verb
    for number, sentence in enumerate(sentences):
        for place in sentence.places:
            words = sentence.text[place.start : place.end]
            who = who_in(sentence.text, place.start, verb)
            if place.address in dates:
                day = dates[place.address]
                yield Clock("date", sentence.text, who, "", "", sentence.label, sentence.issue, place.address, day)
            elif PERIOD.fullmatch(words):
                form = form_of(sentence.text, place.start, place.end)
                event = event_of(sentence.text, place.end) if form in COUNTED else ""
                known = dates.get(events().get(event, ""))
                yield Clock(
                    form,
                    sentence.text,
                    who,
                    words,
                    event,
                    sentence.label,
                    sentence.issue,
                    place.address,
                    day_of(form, words, known) if known else None,
                    known,
                    remedy(sentences, number) if f" {verb} " in sentence.text else "",
                )


def _chosen_dates(draft: Draft) -> dict[str, date]:
    """The dates among the parameters of the chosen options, by address."""
    return {
        f"choices.{name}.{parameter}": value
        for name, each in draft.selection.issues.items()
        for parameter, value in each.values.items()
        if isinstance(value, date)
    }
