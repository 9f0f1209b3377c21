"""Text that may stand in XML."""

from lxml import etree

from pbeditor.exchange.xml_text import escaped, legal, quoted

NASTY = '\x00\x0b\ud800<甲 & "乙">\r\n\t]]>\ufffe'


def test_what_is_escaped_reads_back_as_it_was() -> None:
    text = legal(NASTY)
    root = etree.fromstring(f'<a b="{quoted(text)}">{escaped(text)}</a>')
    assert root.text == text
    assert root.get("b") == text


def test_only_what_xml_cannot_hold_is_left_out() -> None:
    assert legal(NASTY) == '<甲 & "乙">\r\n\t]]>'
