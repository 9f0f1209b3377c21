"""Project files that are not what they should be, each with a name; made when asked for, some are large."""

import json
from collections.abc import Callable, Iterator

from pbeditor.store.resources import resource

Make = Callable[[], bytes]


def spoilt() -> dict[str, Make]:
    """What can become of a project file, by name."""
    whole = resource("samples", "示例单位2020.pbproj").read_bytes()
    return {
        "whole": lambda: whole,
        **{f"cut off at {percent} %": _cut(whole, percent) for percent in (1, 10, 50, 90, 99)},
        "empty": lambda: b"",
        "one byte": lambda: b"{",
        "blanks": lambda: b" \r\n\t" * 1_000,
        "zero-filled": lambda: bytes(len(whole)),
        "zeros after the middle": lambda: whole[: len(whole) // 2] + bytes(len(whole) // 2),
        "zeros, 100 MB": lambda: bytes(100 << 20),
        "UTF-8 mark": lambda: b"\xef\xbb\xbf" + whole,
        "UTF-16 with mark": lambda: whole.decode().encode("utf-16"),
        "GB18030": lambda: whole.decode().encode("gb18030"),
        "a list": lambda: b"[]",
        "a number": lambda: b"1",
        "null": lambda: b"null",
        "a string": lambda: b'"pbeditor-project"',
        "another format": lambda: whole.replace(b"pbeditor-project", b"other", 1),
        "no version": lambda: b'{"format": "pbeditor-project"}',
        "version as text": _changed(whole, version="1"),
        "version true": _changed(whole, version=True),
        "version 0": _changed(whole, version=0),
        "version -1": _changed(whole, version=-1),
        "version 1e400": lambda: whole.replace(b'"version": 1', b'"version": 1e400', 1),
        "version of 5,000 digits": lambda: whole.replace(b'"version": 1', b'"version": ' + b"9" * 5_000, 1),
        "a newer version": _changed(whole, version=999),
        "document null": _changed(whole, document=None),
        "document a list": _changed(whole, document=[]),
        "projects a number": _inside(whole, projects=1),
        "projects of null": _inside(whole, projects=[None]),
        "year as text": _inside(whole, year="2020"),
        "year of 400 digits": lambda: whole.replace(b'"year": 2020', b'"year": ' + b"2" * 400, 1),
        "an unknown key": _inside(whole, secret="x"),
        "a form that is not here": _inside(whole, form="nowhere"),
        "a form named by 1 MB": _inside(whole, form="甲" * 300_000),
        "a form named with line breaks": _inside(whole, form="甲\n乙\r\n丙"),
        "a form named as a path": _inside(whole, form="../../etc/passwd"),
        "two projects of one id": _doubled_project(whole),
        "two rows of one id": _doubled_row(whole),
        "an id of 1 MB, twice": _doubled_project(whole, "甲" * 300_000),
        "half a surrogate pair": lambda: whole.replace(b'"title": "', b'"title": "\\ud800', 1),
        "controls in a text": lambda: whole.replace(b'"title": "', b'"title": "\\u0000\\u001b', 1),
        "brackets, 100,000 deep": lambda: b"[" * 100_000,
        "braces, 100,000 deep": lambda: b'{"format":' * 100_000,
        "document 100,000 deep": lambda: _head(b'{"a":' * 100_000),
        "document 100,000 lists deep": lambda: _head(b"[" * 100_000 + b"]" * 100_000 + b"}"),
        "200 MB of blanks": lambda: _head(b" " * (200 << 20) + b"{}}"),
        "200 MB of JSON": lambda: _large(200 << 20),
        "120 MB of JSON": lambda: _large(120 << 20),
        "120 MB in one text": lambda: _head(b'{"title": "' + b"a" * (120 << 20) + b'"}}'),
        "120 MB of numbers": lambda: _head(b'{"projects": [' + b"1," * (60 << 20) + b"1]}}"),
        "120 MB of unknown lists": lambda: _head(b'{"a": [' + b"[]," * (40 << 20) + b"[]]}}"),
        "lists of an older version, 60 MB": lambda: (
            b'{"format": "pbeditor-project", "version": 0, "document": [' + b"[]," * (20 << 20) + b"[]]}"
        ),
    }


def _cut(whole: bytes, percent: int) -> Make:
    return lambda: whole[: len(whole) * percent // 100]


def _changed(whole: bytes, **keys: object) -> Make:
    return lambda: json.dumps(json.loads(whole) | keys, ensure_ascii=False).encode()


def _inside(whole: bytes, **keys: object) -> Make:
    content = json.loads(whole)
    return _changed(whole, document=content["document"] | keys)


def _doubled_project(whole: bytes, new_id: str = "") -> Make:
    project = json.loads(whole)["document"]["projects"][0]
    project["id"] = new_id or project["id"]
    return _inside(whole, projects=[project, project | {"indicators": []}])


def _doubled_row(whole: bytes) -> Make:
    project = json.loads(whole)["document"]["projects"][0]
    return _inside(whole, projects=[project | {"indicators": project["indicators"][:1] * 2}])


def _head(document: bytes) -> bytes:
    return b'{"format": "pbeditor-project", "version": 1, "document": ' + document


def _large(size: int) -> bytes:
    """Projects without end that only the last of them spoils."""
    return _head(b'{"projects": [' + b",".join(_projects(size)) + b', {"id": 1}]}}')


def _projects(size: int) -> Iterator[bytes]:
    goals = "完成全部观测任务。" * 40
    one = json.dumps({"id": "%010d", "goals": goals}, ensure_ascii=False)
    for number in range(size // len((one % 0).encode())):
        yield (one % number).encode()
