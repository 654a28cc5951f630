"""Text that says nothing yet prints as the gap that it is: with what is missing, and who can supply it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from msgspec import Struct, structs

from pactwright.assembly.coverage import printed_in
from pactwright.assembly.open_points import about
from pactwright.document import Clause, Gap, Schedule, Value

if TYPE_CHECKING:
    from pactwright.assembly.body import Body
    from pactwright.printing.context import DraftContext

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Unsaid:
    """The placeholders and the doubtful values of a spec that show as gaps, by their addresses.

    A text that holds a placeholder and more beside it stays as it was typed: nothing of it is lost.
    """

    context: DraftContext
    addresses: frozenset[str]

    @classmethod
    def among(cls, context: DraftContext, addresses: Collection[str]) -> Unsaid:
        """Those of some placeholders that fill the whole of their text, and all values that are not settled."""
        whole = (each for each in addresses if context.spec.placeholders[each].is_whole)
        return cls(context, context.given.unsettled.union(whole))

    def gapped(self, part: T) -> T:
        """Runs, or whatever holds runs, with a gap for each of them; most specs have none, and nothing is looked at."""
        return cast("T", self._gapped(part)) if self.addresses else part

    def body(self, body: Body) -> Body:
        """The same of what stands between the front page and the signatures."""
        recitals, articles = self.gapped(body.recitals), self.gapped(body.articles)
        return replace(body, recitals=recitals, articles=articles, schedules=self.gapped(body.schedules))

    def _gapped(self, part: Any) -> Any:  # noqa: ANN401 - runs, blocks, clauses: whatever a document is made of
        if isinstance(part, Value):
            is_gap = part.address in self.addresses
            return self.context.gap(about(self.context, part.address), part.address) if is_gap else part
        if isinstance(part, Clause | Schedule) and self.addresses.isdisjoint(printed_in(part)):
            return part
        if isinstance(part, tuple):
            return tuple(self._gapped(each) for each in part)
        if isinstance(part, Struct) and not isinstance(part, Gap):
            return structs.replace(part, **{name: self._gapped(getattr(part, name)) for name in part.__struct_fields__})
        return part
