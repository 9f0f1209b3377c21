"""What stands beside the text of a Word file is told of."""

from pbeditor.exchange.reading import read_sheet
from tests.exchange.builders import NAMESPACES, RELATION, RELATIONS, p, package, r


def notes(*parts: tuple[str, str, str], properties: str = "") -> list[tuple[str, str]]:
    """The report on a file whose text points to parts of a kind, by name and with this content."""
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{RELATION}/{kind}" Target="{name}"/>'
        for number, (kind, name, _) in enumerate(parts)
    )
    inside = {f"word/{name}": content for _, name, content in parts if content}
    main = f'<Relationship Id="a" Type="{RELATION}/officeDocument" Target="word/document.xml"/>'
    custom = f'<Relationship Id="b" Type="{RELATION}/custom-properties" Target="docProps/custom.xml"/>'
    about = f'<Properties><property name="pbeditor.form"><v>{properties}</v></property></Properties>'
    data = package({
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">{main}{custom if properties else ""}</Relationships>',
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{p('甲')}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>',
        "docProps/custom.xml": about,
        **inside,
    })  # fmt: skip
    return [(note.message, note.original) for note in read_sheet(data, "甲.docx").notes]


def root(tag: str, inside: str) -> str:
    return f"<w:{tag} {NAMESPACES}>{inside}</w:{tag}>"


def test_comments_are_told_with_their_texts_but_our_own_remarks_are_not() -> None:
    said = f'<w:comment w:author="领导">{p("改名称")}{p("并核对")}</w:comment>'
    ours = f'<w:comment w:author="绩效检查">{p("缺少")}</w:comment>'
    assert notes(("comments", "c.xml", root("comments", said + ours))) == [("有 1 条批注，未导入", "改名称\n并核对")]


def test_the_lines_at_the_edges_of_a_page_are_told_once_and_page_numbers_never() -> None:
    box = p("<w:r><w:txbxContent>" + p("框内") + "</w:txbxContent></w:r>" + r("单位：元"))
    found = notes(
        ("header", "h1.xml", root("hdr", box)),
        ("header", "h2.xml", root("hdr", p("") + p("第 1 页 共 3 页"))),
        ("footer", "f1.xml", root("ftr", p("— 1 —") + p("填报人：张三") + p("填报人：张三"))),
    )
    assert found == [("页眉、页脚里的文字未导入", "单位：元\n框内\n填报人：张三")]


def test_the_edges_of_our_own_pages_are_no_news() -> None:
    parts = (
        ("header", "h.xml", root("hdr", p("某某局"))),
        ("comments", "c.xml", root("comments", f"<w:comment>{p('改')}</w:comment>")),
    )
    assert notes(*parts, properties="hebei-2020") == [("有 1 条批注，未导入", "改")]


def test_pictures_objects_and_files_inside_are_counted() -> None:
    found = notes(
        ("image", "media/a.png", ""),
        ("image", "media/a.png", ""),
        ("image", "media/look.emf", ""),
        ("oleObject", "o.bin", ""),
        ("package", "o.xlsx", ""),
        ("aFChunk", "part.html", ""),
        ("theme", "theme.xml", ""),
        ("header", "missing.xml", ""),
    )
    assert [message.split("，")[0] for message, _ in found] == [
        "有 2 个嵌入的对象（如 Excel 表格）",
        "有 1 处嵌入的文件",
        "有 1 张图片",
    ]
