"""A large project file is decoded some projects at a time, and comes to the same."""

from random import Random
from types import SimpleNamespace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pbeditor.model.document import Document, Project
from pbeditor.model.errors import UnreadableError
from pbeditor.store import in_pieces
from pbeditor.store.project_content import ProjectFile
from pbeditor.store.project_file import decode, encode
from tests.builders import documents

MANY = Document("f", 2020, projects=tuple(Project(f"p{number}") for number in range(100)))


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces of a few projects, for files of any size."""
    monkeypatch.setattr(in_pieces, "_PIECE", 2_000)
    monkeypatch.setattr(in_pieces, "LARGE", 0)


@pytest.mark.parametrize("last", [None, replace(MANY, year=2019), Document("f", 2019, last_year=MANY)])
def test_many_projects_are_all_there_in_their_order(last: Document | None) -> None:
    document = replace(MANY, last_year=last)
    assert in_pieces.document(encode(document)) == document


@given(documents(), documents())
def test_what_is_in_the_file_is_all_there(document: Document, last: Document) -> None:
    both = replace(document, last_year=last)
    assert in_pieces.document(encode(both)) == both


def test_the_projects_are_not_decoded_in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    decoded: list[int] = []

    def counting(data: bytes) -> tuple[Project, ...]:
        projects = msgspec.json.decode(data, type=tuple[Project, ...])
        decoded.append(len(projects))
        return projects

    monkeypatch.setattr(in_pieces, "_projects", SimpleNamespace(decode=counting))
    document = replace(MANY, last_year=MANY)
    assert decode(encode(document), "x") == document
    assert sum(decoded) == 200
    assert max(decoded) <= 6


def test_what_is_laid_out_otherwise_is_read_in_one_go() -> None:
    for indent in (-1, 0, 4):
        assert decode(msgspec.json.format(encode(MANY), indent=indent), "x") == MANY


def test_of_a_key_that_comes_twice_the_last_counts_as_in_one_go() -> None:
    data = encode(MANY).replace(b'"muted": []', b'"muted": [], "projects": []')
    assert decode(data, "x") == replace(MANY, projects=())


def test_a_fault_in_a_later_piece_is_named_with_its_path_in_the_file() -> None:
    data = encode(MANY).replace(b'"id": "p77"', b'"id": 77')
    with pytest.raises(UnreadableError, match="projects/77/id"):
        decode(data, "x")


@given(documents(), st.randoms())
def test_a_damaged_file_is_read_as_in_one_go(document: Document, random: Random) -> None:
    lines = encode(replace(document, last_year=document)).splitlines(keepends=True)
    place, length = random.randrange(len(lines)), random.randrange(1, 4)
    lines[place : place + length] = [random.choice(lines) for _ in range(random.randrange(3))]
    data = b"".join(lines)
    try:
        found = in_pieces.document(data)
    except ValueError:
        return
    assert found == msgspec.json.decode(data, type=ProjectFile).document
