"""Projects and sections put elsewhere: by the mouse, or in the order of what they hold. Each is one undo step."""

from collections.abc import Callable, Iterable
from functools import cmp_to_key
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QCollator, QLocale

from pbeditor.edit.items import moved
from pbeditor.edit.sections import move_sections
from pbeditor.edit.units import Projects, reorder
from pbeditor.model.amount import number
from pbeditor.model.document import Project
from pbeditor.ui.session import Session
from pbeditor.ui.tree_edits import named


class Order(Struct, frozen=True):
    """An order of projects; `key` makes the key, which may depend on the system's way of sorting Chinese."""

    label: str
    key: Callable[[], Callable[[Project], Any]]


def _by_code() -> Callable[[Project], Any]:
    return lambda project: (not project.code, project.code)


def _by_amount() -> Callable[[Project], Any]:
    """The largest first; what is no number comes last."""

    def key(project: Project) -> Any:
        amount = number(project.budget.total)
        return amount is None, -(amount or 0)

    return key


def _by_name() -> Callable[[Project], Any]:
    collator = QCollator(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    collator.setNumericMode(True)
    in_order = cmp_to_key(collator.compare)
    return lambda project: (not project.name, in_order(project.name))


ORDERS = {
    "code": Order("按编码排序", _by_code),
    "amount": Order("按金额排序", _by_amount),
    "name": Order("按名称排序", _by_name),
}


def sort(session: Session, order: Order, *, within_units: bool) -> None:
    """Put the projects in this order; equal ones keep theirs."""
    key = order.key()
    change: Callable[[Projects], Projects] = lambda projects: tuple(sorted(projects, key=key))  # noqa: E731
    session.apply(order.label, lambda document: reorder(document, change, within_units=within_units))


def put_projects(session: Session, ids: Iterable[str], before: str, *, within_units: bool) -> None:
    """Put projects together in front of the one called `before`, "" for the end (of their unit)."""
    chosen = frozenset(ids)

    def change(projects: Projects) -> Projects:
        if not any(project.id in chosen for project in projects):
            return projects
        place = next((n for n, project in enumerate(projects) if project.id == before), len(projects))
        return moved(projects, chosen, place)

    session.apply(
        f"移动{named(session.document, chosen)}", lambda document: reorder(document, change, within_units=within_units)
    )


def put_sections(session: Session, places: Iterable[int], before: int) -> None:
    """Put sections together in front of the one now at `before`."""
    chosen = frozenset(places)
    headings = [session.document.overall[place].heading or "未命名" for place in sorted(chosen)]
    label = f"移动“{headings[0]}”" if len(headings) == 1 else f"移动 {len(headings)} 个部分"
    session.apply(label, lambda document: move_sections(document, chosen, before))
