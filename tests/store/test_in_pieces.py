"""A large project file is decoded some projects at a time, and comes to the same."""

import pytest
from hypothesis import given
from msgspec.structs import replace

from pbeditor.model.document import Document, Project
from pbeditor.model.errors import UnreadableError
from pbeditor.store import in_pieces
from pbeditor.store.project_file import decode, encode
from tests.bench.documents import large
from tests.builders import documents

MANY = Document("f", 2020, projects=tuple(Project(f"p{number}") for number in range(in_pieces._SOME * 2 + 1)))


@pytest.mark.parametrize("last", [None, replace(MANY, year=2019), Document("f", 2019, last_year=MANY)])
def test_many_projects_are_all_there_in_their_order(last: Document | None) -> None:
    document = replace(MANY, last_year=last)
    assert in_pieces.document(encode(document)) == document


@given(documents(), documents())
def test_what_is_in_the_file_is_all_there(document: Document, last: Document) -> None:
    both = replace(document, last_year=last)
    assert in_pieces.document(encode(both)) == both


def test_a_large_file_of_ours_is_read_in_pieces_and_a_bomb_is_not() -> None:
    assert in_pieces.is_worth_while(encode(large(400)))
    assert decode(encode(large(400)), "x") == large(400)
    assert not in_pieces.is_worth_while(encode(large(2)))
    assert not in_pieces.is_worth_while(b'{"projects": [' + b"1," * in_pieces.LARGE)


def test_a_fault_in_a_later_piece_is_named_with_its_path_in_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_pieces, "is_worth_while", lambda _: True)
    data = encode(MANY).replace(b'"id": "p77"', b'"id": 77')
    with pytest.raises(UnreadableError, match="projects/77/id"):
        decode(data, "x")
