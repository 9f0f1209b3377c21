"""The same tables made by docxtpl, the usual way to fill Word files from Python, to measure our export against."""

from io import BytesIO
from typing import Any

from pbeditor.exchange.word_out import word_bytes
from pbeditor.model.document import Budget, Document, Indicator, Project, Target, Unit
from pbeditor.model.form import Form
from pbeditor.sheet.lay_out import lay_out
from pbeditor.sheet.sheet import Paragraph, Sheet

_ROWS = (
    Indicator("1", "{%tr for r in p.rows %}"),
    Indicator("2", "{{ r.level1 }}", "{{ r.level2 }}", "{{ r.name }}", "{{ r.description }}", Target("{{ r.value }}")),
    Indicator("3", "{%tr endfor %}"),
)
_PROJECT = Project(
    "p",
    Unit("{{ p.unit }}"),
    "{{ p.code }}",
    "{{ p.name }}",
    Budget("{{ p.total }}", "{{ p.fiscal }}", "{{ p.other }}"),
    "{{ p.purpose }}",
    tuple(f"{{{{ p.plan[{number}] }}}}" for number in range(4)),
    "{{ p.goals }}",
    _ROWS,
)


def template(form: Form, reference: bytes) -> bytes:
    """A Word file with the tables of one project and the marks by which docxtpl repeats and fills them."""
    document = Document(form.id, form.year, projects=(_PROJECT,))
    blocks = lay_out(document, form, ["p"]).blocks
    loop = (Paragraph("{%p for p in projects %}"), *blocks, Paragraph("{%p endfor %}"))
    return word_bytes(Sheet(loop), form.layout, reference)


def values(document: Document) -> dict[str, Any]:
    """What docxtpl fills in."""
    # The name stands in the file's properties too, outside of the loop.
    return {"projects": [_project(project) for project in document.projects], "p": {"name": document.title}}


def filled(made: bytes, context: dict[str, Any]) -> bytes:
    """The file that docxtpl makes."""
    from docxtpl import DocxTemplate

    filling = DocxTemplate(BytesIO(made))
    filling.render(context, autoescape=True)
    out = BytesIO()
    filling.save(out)
    return out.getvalue()


def _project(project: Project) -> dict[str, Any]:
    budget = project.budget
    return {
        "unit": project.unit.code + project.unit.name,
        "code": project.code,
        "name": project.name,
        "total": budget.total,
        "fiscal": budget.fiscal,
        "other": budget.other,
        "purpose": project.purpose,
        "plan": project.plan,
        "goals": project.goals,
        "rows": [_row(row) for row in project.indicators],
    }


def _row(row: Indicator) -> dict[str, str]:
    target = row.target
    return {
        "level1": row.level1,
        "level2": row.level2,
        "name": row.name,
        "description": row.description,
        "value": target.operator + target.number + target.text,
    }
