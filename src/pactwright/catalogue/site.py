"""The whole library as pages of the web without a script: an index with filters, a page an issue, a page an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from msgspec import structs

from pactwright import __version__
from pactwright.catalogue.index_page import index_blocks, index_filters
from pactwright.catalogue.issue_page import issue_page_blocks
from pactwright.catalogue.listing import Catalogue
from pactwright.catalogue.mapping import mapped
from pactwright.catalogue.places import INDEX, issue_file, mapped_file
from pactwright.catalogue.records import ListedIssue, Mapped, MappedIssue
from pactwright.catalogue.words import word, words
from pactwright.library.model import Library
from pactwright.report import Block, Cell, Grid, GridColumn, Heading, Prose, Report, Row, Words


@dataclass(frozen=True)
class Site:
    """A catalogue whose pages are made; each by the name of its file, always the same for the same library."""

    catalogue: Catalogue

    @cached_property
    def _making(self) -> dict[str, Callable[[], Report]]:
        """What makes each page."""
        issues, library = self.catalogue.listing().issues, self.catalogue.library
        return {
            INDEX: partial(self._index, issues),
            **{issue_file(each.issue): partial(self._issue, each) for each in issues},
            **{mapped_file(each.kind, each.id): partial(self._mapped, each) for each in mapped(library).mapped},
        }

    @property
    def names(self) -> tuple[str, ...]:
        """The files of all pages."""
        return tuple(self._making)

    def page(self, name: str) -> Report:
        """A page by its file."""
        return structs.replace(self._making[name](), pages=self.names)

    def _index(self, issues: tuple[ListedIssue, ...]) -> Report:
        said = words()["site"]
        options = [option for issue in issues for option in issue.options]
        reviewed = sum(each.review != "draft" for each in options)
        review = said["some_reviewed"].format(count=reviewed) if reviewed else said["none_reviewed"]
        jurisdiction = self.catalogue.library.jurisdiction
        place = said["of_place"].format(place=jurisdiction.title) if jurisdiction.id else ""
        lead_in = said["lead_in"].format(issues=len(issues), options=len(options), place=place, reviewed=review)
        report = self._page(said["kicker"], said["title"], lead_in, tuple(index_blocks(self.catalogue, issues)))
        return structs.replace(report, filters=tuple(index_filters(self.catalogue, issues)))

    def _issue(self, listed: ListedIssue) -> Report:
        said = words()["site"]["issue"]
        blocks = (_back(), *issue_page_blocks(self.catalogue, listed.issue))
        kicker = said["kicker"].format(article=listed.article)
        return structs.replace(self._page(kicker, listed.question, listed.purpose, blocks), is_wide=True)

    def _mapped(self, made: Mapped) -> Report:
        said = words()["site"]
        blocks = (_back(), *_mapped_blocks(self.catalogue.library, made))
        return self._page(said["mapped"][made.kind], made.title, made.says, blocks)

    def _page(self, kicker: str, title: str, lead_in: str, blocks: tuple[Block, ...]) -> Report:
        said, library = words()["site"], self.catalogue.library
        made_by = ((said["made_by"]["tool"], f"pactwright {__version__}"), (said["made_by"]["library"], library.digest))
        place = library.jurisdiction
        return Report(kicker, title, lead_in, said["foot"], blocks, place.language, place.paper, made_by=made_by)


def _back() -> Prose:
    return Prose((Words(words()["site"]["back"], to=INDEX),))


def _mapped_blocks(library: Library, made: Mapped) -> Iterator[Block]:
    said = words()["site"]
    if made.addresses:
        line = (part for each in made.addresses for part in (Words(" "), Words(each, to=each)))
        yield Prose((Words(f"{said['read_at']}:"), *line))
    heads = said["mapped_columns"]
    columns = (("question", 24), ("answer", 30), ("does", 46))
    rows = (row for each in made.issues for row in _rows(library, each))
    yield Heading(said["mapped_title"])
    yield Grid(
        said["mapped_title"], tuple(GridColumn((Words(heads[key]),), width) for key, width in columns), tuple(rows)
    )


def _rows(library: Library, issue: MappedIssue) -> Iterator[Row]:
    """The options of an issue; the question stands beside the first."""
    for number, option in enumerate(issue.options):
        stance = word(library.vocabulary["stances"][option.stance], option.stance)
        question = (
            (Words(issue.question, to=issue_file(issue.issue)),) if not number else (Words("\N{DITTO MARK}", "quiet"),)
        )
        answer = (
            Words(option.title, "strong", f"{issue_file(issue.issue)}#{option.option.rpartition('/')[2]}"),
            Words(f" {stance}", "quiet"),
        )
        yield Row((Cell(question), Cell(answer), Cell((Words(option.does),))))
