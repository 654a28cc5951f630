"""The agreement as one web page that needs nothing else: no script, no picture, no other file.

agreement -> front, contents, main (HTML) -> the look's page, which places them -> bytes
"""

from __future__ import annotations

from string import Template

from pactwright.document import Agreement
from pactwright.errors import UsageError
from pactwright.writers.page.body import main_html
from pactwright.writers.page.contents import contents_html
from pactwright.writers.page.front import front_html
from pactwright.writers.page.markup import escaped, quoted

__all__ = ["web_page"]

_PAPERS = {"a4": "A4", "letter": "letter"}


def web_page(agreement: Agreement, shell: str, style: str) -> bytes:
    """The page of `agreement` in UTF-8; `shell` is HTML with places ($main), `style` a style sheet.

    Raises UsageError when the shell lacks a place or has one that is not known.
    """
    places = _places(agreement, style)
    template = Template(shell)
    wrong = sorted(set(template.get_identifiers()) ^ set(places))
    if wrong or not template.is_valid():
        seen = f"${', $'.join(wrong)} is missing or not known" if wrong else "a $ stands alone"
        message = f"the look of the page: {seen}; a page has each of ${', $'.join(places)}, and writes a dollar as $$"
        raise UsageError(message)
    return template.substitute(places).encode()


def _places(agreement: Agreement, style: str) -> dict[str, str]:
    labels = agreement.furniture
    return {
        "language": escaped(agreement.language),
        "title": escaped(agreement.title),
        "style": style.strip(),
        "paper": _PAPERS[agreement.paper],
        "page_of_pages": f"{quoted(f'{labels.page} ')} counter(page) {quoted(f' {labels.of} ')} counter(pages)",
        "front": front_html(agreement),
        "contents": contents_html(agreement),
        "main": main_html(agreement),
    }
