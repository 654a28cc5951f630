"""What a file says of how it is shown beside its words: settings, sections, and the kinds of parts that it brings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from lxml import etree

from pactwright.foreign import Package, W
from pactwright.foreign.look.properties import OFF, is_on
from pactwright.foreign.markup import attributes


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_HARMLESS_SETTINGS = _words(
    "zoom defaultTabStop characterSpacingControl compat decimalSymbol listSeparator themeFontLang rsids",
    "proofState mathPr view removePersonalInformation removeDateAndTime hideSpellingErrors hideGrammaticalErrors",
    "activeWritingStyle stylePaneFormatFilter stylePaneSortMethod trackRevisions doNotTrackMoves",
    "doNotTrackFormatting defaultTableStyle autoHyphenation consecutiveHyphenLimit hyphenationZone",
    "doNotHyphenateCaps drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery",
    "displayVerticalDrawingGridEvery drawingGridHorizontalOrigin drawingGridVerticalOrigin noLineBreaksAfter",
    "noLineBreaksBefore footnotePr endnotePr shapeDefaults hdrShapeDefaults docId chartTrackingRefBased",
    "doNotIncludeSubdocsInStats smartTagType doNotAutoCompressPictures doNotShadeFormData noPunctuationKerning",
    "savePreviewPicture docVars captions embedTrueTypeFonts embedSystemFonts saveSubsetFonts attachedSchema",
    "updateFields revisionView alwaysMergeEmptyNamespace doNotDemarcateInvalidXml doNotEmbedSmartTags",
    "decimalSeparator uiCompat97To2003 persistentDocumentId conflictMode discardImageEditingData defaultImageDpi",
    "collapsedByDefault documentProtection writeProtection",
    "optimizeForBrowser allowPNG relyOnVML doNotRelyOnCSS doNotSaveAsSingleFile doNotOrganizeInFolder",
    "doNotUseLongFileNames pixelsPerInch targetScreenSz saveSmartTagsAsXml encoding divs",
)
"""Settings that change nothing of what a reader sees: those that Word and LibreOffice write on every saving, too."""

_MAPPED = {"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2", "hyperlink": "hyperlink"}
_HARMLESS_KINDS = _words(
    "officeDocument core-properties extended-properties custom-properties thumbnail styles stylesWithEffects numbering",
    "settings webSettings fontTable theme header footer footnotes endnotes comments commentsExtended commentsIds",
    "commentsExtensible people customXml customXmlProps glossaryDocument hyperlink image classificationlabels",
    "intelligence documenttasks",
)
"""What Word and LibreOffice put into a file by themselves, and what is compared by what it shows."""

_IDLE_SECTION = frozenset(["headerReference", "footerReference", "formProt", "titlePg", "paperSrc", "noEndnote"])
_PLAIN = {"type": {"", "nextPage"}, "textDirection": {"", "lrTb"}, "vAlign": {"", "top"}}
_STEP = 100  # in twentieths of a point: what programs round away


def notes_of_settings(settings: etree._Element | None) -> Iterator[str]:
    """Each setting that changes what is shown."""
    for each in () if settings is None else settings.iterchildren(etree.Element):
        name = etree.QName(each).localname
        if name == "clrSchemeMapping":
            others = [key for key, said in _MAPPED.items() if each.get(f"{W}{key}", said) != said]
            yield from (f"the setting {name} gives {key} another colour" for key in others)
        elif name not in _HARMLESS_SETTINGS and (each.get(f"{W}val") or "1") not in {"0", "false", "off"}:
            yield f"the setting {name}"


def notes_of_sections(body: etree._Element) -> Iterator[str]:
    """What each section says of its pages, rounded as programs round."""
    for number, section in enumerate(body.iter(f"{W}sectPr"), start=1):
        for each in section.iterchildren(etree.Element):
            name = etree.QName(each).localname
            if not str(each.tag).startswith(W):
                yield f"section {number}: {name}, which is none of Word's own"
            elif name in _IDLE_SECTION or (each.get(f"{W}val") or "") in _PLAIN.get(name, ()):
                continue
            said = _SPECIAL.get(name, _said)(each)
            if said and (name, said) != ("pgNumType", "fmt decimal"):
                yield f"section {number}: {name} {said}"


def shown_kinds(package: Package) -> frozenset[str]:
    """The kinds of relations that a file brings and that no reader of ours looks into."""
    return frozenset(each.kind for each in package.relations() if each.kind not in _HARMLESS_KINDS)


def _columns(element: etree._Element) -> str:
    count = element.get(f"{W}num") or "1"
    return "" if count == "1" and element.find(f"{W}col") is None else f"{count}, {len(element)} of them measured"


def _grid(element: etree._Element) -> str:
    """A grid that holds letters in place; the plain one counts for East Asian pages alone."""
    return "" if element.get(f"{W}type") in {None, "", "default"} else _said(element)


def _borders(element: etree._Element) -> str:
    sides = (each for each in element.iterchildren(etree.Element) if each.get(f"{W}val") not in OFF | {"nil"})
    return ", ".join(etree.QName(each).localname for each in sides)


def _switch(element: etree._Element) -> str:
    return "on" if is_on(element) else ""


def _said(element: etree._Element) -> str:
    pairs = sorted(attributes(element).items())
    return ", ".join(f"{key} {_rounded(said)}" for key, said in pairs if said != "portrait" and key != "code")


def _rounded(typed: str) -> str:
    number = typed.removeprefix("-")
    return str(round(int(typed) / _STEP) * _STEP) if number.isascii() and number.isdigit() else typed


_SPECIAL: Mapping[str, Callable[[etree._Element], str]] = {
    "cols": _columns,
    "docGrid": _grid,
    "pgBorders": _borders,
    "bidi": _switch,
    "rtlGutter": _switch,
}
"""How the elements of a section are told that do not say all in their attributes."""
