"""The document's properties: what Word shows under File, Info, and what made the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pactwright.document import Agreement, words
from pactwright.writers.word.markup import escaped
from pactwright.writers.word.package import DECLARATION, Parts, announced

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CUSTOM = "docProps/custom.xml"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_RELATION = f"{_OFFICE}/relationships/custom-properties"
_NO_DATE = "1980-01-01"
_MIDNIGHT = "T00:00:00Z"


def with_properties(parts: Parts) -> Parts:
    """The parts with a place for custom properties, which a house template may lack."""
    return announced(parts, _CUSTOM, content_type=_CUSTOM_TYPE, relation=_CUSTOM_RELATION, of="_rels/.rels")


def property_parts(agreement: Agreement) -> Parts:
    """The two parts that hold the properties of an agreement; the dates are the provenance's, never today's."""
    said = {
        "title": agreement.title,
        "subject": words(agreement.project),
        "language": agreement.language,
        "version": agreement.version,
        "status": "" if agreement.is_final else agreement.furniture.draft,
    }
    return properties(said, agreement.provenance, moment(agreement))


def properties(said: Mapping[str, str], records: Iterable[tuple[str, str]], made: str = _NO_DATE + _MIDNIGHT) -> Parts:
    """The two parts of what is `said` of a document (title, language and so on), and of what it was made from."""
    return {"docProps/core.xml": _part_of(_core_xml(said, made)), _CUSTOM: _part_of(_custom_xml(records))}


def _core_xml(said: Mapping[str, str], made: str) -> str:
    """Title, project, language, version and dates."""
    text = {name: escaped(said.get(name, "")) for name in ("title", "subject", "language", "version", "status")}
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{text['title']}</dc:title><dc:subject>{text['subject']}</dc:subject>"
        f"<dc:creator>pactwright</dc:creator><dc:language>{text['language']}</dc:language>"
        f"<cp:lastModifiedBy>pactwright</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f"<cp:version>{text['version']}</cp:version><cp:contentStatus>{text['status']}</cp:contentStatus>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{made}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{made}</dcterms:modified></cp:coreProperties>'
    )


def _custom_xml(records: Iterable[tuple[str, str]]) -> str:
    """One text property for each record."""
    properties = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{escaped(name)}">'
        f"<vt:lpwstr>{escaped(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(records, start=2)
    )
    return (
        f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">{properties}</Properties>'
    )


def moment(agreement: Agreement) -> str:
    """When the document was made, as the provenance says; 1980 where it says nothing, so that the clock has no part."""
    known = dict(agreement.provenance)
    date = known.get("date") or known.get("made") or _NO_DATE
    return escaped(date if "T" in date else date + _MIDNIGHT)


def _part_of(xml: str) -> bytes:
    return f"{DECLARATION}{xml}".encode()
