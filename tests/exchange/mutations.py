"""Damage that files take: bytes changed, parts cut off, doubled or exchanged, in packages and mail also inside."""

import copy
import random
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from email import encoders, message_from_bytes
from email.errors import MessageError
from email.message import Message
from io import BytesIO

from lxml import etree

from tests.exchange.builders import package

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    etree.XMLSyntaxError,
    MessageError,
    LookupError,
    TypeError,
    AttributeError,  # the mail package trips over damaged headers when it writes them
)
_ENCODERS = (encoders.encode_base64, encoders.encode_quopri, encoders.encode_7or8bit)


def mutated(data: bytes, seed: int) -> bytes:
    """The file with one kind of damage; the same seed gives the same."""
    chance = random.Random(seed)
    if data.startswith(b"PK") and chance.random() < 0.75:
        with suppress(*_BROKEN):  # damaged before
            return _mutated_inside(data, chance)
    if b"Content-Transfer-Encoding:" in data and chance.random() < 0.75:
        with suppress(*_BROKEN):
            return _mutated_mail(data, chance)
    return chance.choice(_KINDS)(data, chance)


def _mutated_inside(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([name for name, content in parts.items() if name.endswith((".xml", ".rels")) and content])
    content = parts[name]
    assert isinstance(content, bytes)
    parts[name] = chance.choice((*_KINDS, _other_number, _rearranged, _rearranged, _rearranged))(content, chance)
    return package(parts)


def _mutated_mail(data: bytes, chance: random.Random) -> bytes:
    """A part of the mail damaged before it was packed, and packed in any of the ways of mail."""
    message: Message = message_from_bytes(data)
    part = chance.choice([part for part in message.walk() if not part.is_multipart()])
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    if not content:
        raise ValueError
    del part["Content-Transfer-Encoding"]
    part.set_payload(chance.choice((*_KINDS, _other_number))(content, chance))
    chance.choice(_ENCODERS)(part)
    return message.as_bytes()


def _bytes(data: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(chance.choice((1, 3, 10, 100))):
        damaged[chance.randrange(len(damaged))] = chance.choice((0, 1, 2, 127, 255, chance.randrange(256)))
    return bytes(damaged)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _left_out(data: bytes, chance: random.Random) -> bytes:
    start, size = chance.randrange(len(data)), chance.choice((1, 4, 16, 512, 4096))
    return data[:start] + data[start + size :]


def _doubled(data: bytes, chance: random.Random) -> bytes:
    start, size = chance.randrange(len(data)), chance.choice((1, 4, 16, 512, 4096))
    return data[: start + size] + data[start:]


def _exchanged(data: bytes, chance: random.Random) -> bytes:
    size = chance.choice((1, 4, 64, 512))
    first, second = sorted(chance.randrange(len(data)) for _ in range(2))
    damaged = bytearray(data)
    damaged[first : first + size], damaged[second : second + size] = (
        damaged[second : second + size],
        damaged[first : first + size],
    )
    return bytes(damaged)


def _other_number(data: bytes, chance: random.Random) -> bytes:
    """A number in quotes or after a control word becomes an extreme one: spans, repeats, lengths."""
    places = [place for place in range(len(data)) if data[place : place + 1].isdigit()]
    if not places:
        return data
    start = end = chance.choice(places)
    while end < len(data) and data[end : end + 1].isdigit():
        end += 1
    return data[:start] + chance.choice((b"0", b"-1", b"65535", b"1048576", b"2147483648", b"9" * 30)) + data[end:]


def _leave_out(element: etree._Element, _: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


_MOVES: tuple[Callable[[etree._Element, etree._Element], object], ...] = (
    lambda first, second: second.append(copy.deepcopy(first)),
    lambda first, second: second.addprevious(copy.deepcopy(first)),
    _leave_out,
    lambda first, second: setattr(first, "tag", second.tag),
    lambda first, second: first.attrib.update(dict(second.attrib)),
    lambda first, _: first.attrib.clear(),
)


def _rearranged(data: bytes, chance: random.Random) -> bytes:
    """Whole XML in which elements stand where they do not belong: moved, doubled, left out, put inside each other."""
    root = etree.fromstring(data)
    for _ in range(chance.choice((1, 2, 5, 20))):
        inside = [element for element in root.iter() if element is not root]
        if not inside:
            break
        first, second = chance.choice(inside), chance.choice(inside)
        chance.choice(_MOVES)(first, second)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


_KINDS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _bytes,
    _cut,
    _left_out,
    _doubled,
    _exchanged,
    _other_number,
)
