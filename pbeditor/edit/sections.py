"""Edits of 部门整体绩效目标: its sections have no ids, their place names them."""

from collections.abc import Iterable

from msgspec.structs import replace

from pbeditor.model.document import Document, Section


def insert_section(document: Document, index: int, section: Section) -> Document:
    """The document with `section` in front of the one now at `index`."""
    sections = document.overall
    return replace(document, overall=(*sections[:index], section, *sections[index:]))


def delete_section(document: Document, index: int) -> Document:
    """The document without the section at `index`."""
    return replace(document, overall=document.overall[:index] + document.overall[index + 1 :])


def shift_section(document: Document, index: int, step: int) -> Document:
    """The document with the section at `index` one place up (-1) or down (1); at the edge nothing changes."""
    target = index + step
    if not 0 <= target < len(document.overall):
        return document
    sections = list(document.overall)
    sections[index], sections[target] = sections[target], sections[index]
    return replace(document, overall=tuple(sections))


def move_sections(document: Document, places: Iterable[int], before: int) -> Document:
    """The document with the sections at `places`, in their present order, together in front of the one at `before`."""
    chosen, sections = frozenset(places), document.overall
    head = (section for place, section in enumerate(sections[:before]) if place not in chosen)
    block = (section for place, section in enumerate(sections) if place in chosen)
    tail = (section for place, section in enumerate(sections[before:], before) if place not in chosen)
    return replace(document, overall=(*head, *block, *tail))
