"""The document's properties: what Word shows under File, Info, and what made the file."""

from __future__ import annotations

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
    """The two parts that hold the properties."""
    return {"docProps/core.xml": _part_of(core_xml(agreement)), _CUSTOM: _part_of(custom_xml(agreement))}


def core_xml(agreement: Agreement) -> str:
    """Title, project, language, version and dates; the dates are the provenance's, never today's."""
    made = moment(agreement)
    status = "" if agreement.is_final else agreement.furniture.draft
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(agreement.title)}</dc:title><dc:subject>{escaped(words(agreement.project))}</dc:subject>"
        f"<dc:creator>pactwright</dc:creator><dc:language>{escaped(agreement.language)}</dc:language>"
        f"<cp:lastModifiedBy>pactwright</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f"<cp:version>{escaped(agreement.version)}</cp:version><cp:contentStatus>{escaped(status)}</cp:contentStatus>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{made}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{made}</dcterms:modified></cp:coreProperties>'
    )


def custom_xml(agreement: Agreement) -> str:
    """The provenance, one text property for each pair."""
    properties = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{escaped(name)}">'
        f"<vt:lpwstr>{escaped(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(agreement.provenance, start=2)
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
