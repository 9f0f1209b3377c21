"""The objects of a PDF file and how they are written (ISO 32000-1, 7.3 and 7.5)."""

from itertools import accumulate


class Objects:
    """Numbered objects; a number may be given before its object is known."""

    def __init__(self) -> None:
        self._bodies: list[bytes] = []

    def reserve(self) -> int:
        """A number for an object that comes later."""
        self._bodies.append(b"null")
        return len(self._bodies)

    def put(self, number: int, body: str | bytes) -> None:
        """The object of a reserved number."""
        self._bodies[number - 1] = body.encode("latin-1") if isinstance(body, str) else body

    def add(self, body: str | bytes) -> int:
        """The number of a new object."""
        number = self.reserve()
        self.put(number, body)
        return number

    def add_stream(self, data: bytes, said: str = "/Filter /FlateDecode") -> int:
        """The number of a new stream; `said` is what its dictionary says beside its length."""
        return self.add(b"<< %s /Length %d >>\nstream\n%s\nendstream" % (said.encode("ascii"), len(data), data))

    def file(self, catalog: int, info: int) -> bytes:
        """The whole file."""
        head = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
        parts = [b"%d 0 obj\n%s\nendobj\n" % (number, body) for number, body in enumerate(self._bodies, 1)]
        *starts, end = accumulate(map(len, parts), initial=len(head))
        table = b"".join(b"%010d 00000 n \n" % start for start in starts)
        size = len(parts) + 1
        return b"".join(
            (
                head,
                *parts,
                b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table),
                b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\n" % (size, catalog, info),
                b"startxref\n%d\n%%%%EOF\n" % end,
            )
        )


def text_string(text: str) -> str:
    """A text as the outline and the title say it."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
