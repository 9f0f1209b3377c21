"""The form that reads an unknown layout as a person has confirmed it."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from pbeditor.model.form import Category, Column, Form
from pbeditor.sheet.grid import Labels, label_key
from pbeditor.sheet.guessing import label_guess
from pbeditor.sheet.mapping_findings import CATEGORY, COLUMN, COLUMN_FIELDS, LABEL, Chosen, Findings, Found, Key
from pbeditor.sheet.sheet import TARGET_PARTS


def mapped_form(form: Form, findings: Findings, chosen: Chosen, form_id: str = "", name: str = "") -> Form:
    """The form that reads the layout as confirmed. Without an id of its own it is `form` itself that reads more."""
    fields = {found.key: chosen.get(found.key, found.guess) for found in findings.found}
    texts = {found.key: found.text for found in findings.found}
    columns = {key: field for key, field in fields.items() if key[0] == COLUMN}
    labels = {key: field for key, field in fields.items() if key[0] == LABEL}
    return replace(
        form,
        id=form_id or form.id,
        name=name or form.name,
        base=form.base or form.id,
        marks=tuple(
            dict.fromkeys(key for kind, key in fields if kind == COLUMN or (kind == LABEL and fields[kind, key]))
        ),
        ignored=_ignored(form, fields, texts),
        columns=_columns(form, columns, texts),
        value_parts=_grown(form.value_parts, columns, texts),
        labels=_grown(form.labels, labels, texts),
        categories=_categories(form, fields, texts),
    )


def kept_findings(form: Form, base: Form) -> Findings:
    """What a kept layout says beyond the form it is based on, to be looked at again without a file that has it."""
    known, own = Labels(base), Labels(form)
    columns = [
        Found(COLUMN, text, field, is_known=True)
        for text, field in _told_columns(form)
        if known.columns.get(label_key(text)) != field and label_key(text) not in own.ignored
    ]
    labels = [
        Found(LABEL, text, field, is_known=True)
        for field, texts in form.labels.items()
        for text in texts
        if known.heads.get(label_key(text)) != field and label_key(text) not in own.ignored
    ]
    ignored = [Found(LABEL if label_guess(text, base) else COLUMN, text) for text in form.ignored]
    left = [each for each in ignored if each.kind == COLUMN], [each for each in ignored if each.kind == LABEL]
    return Findings((*columns, *left[0], *labels, *left[1], *_told_categories(form, base)))


def _told_columns(form: Form) -> Iterator[tuple[str, str]]:
    yield from ((text, part) for part, texts in form.value_parts.items() for text in texts)
    yield from ((text, column.field) for column in form.columns for text in (column.label, *column.synonyms))


def _told_categories(form: Form, base: Form) -> Iterator[Found]:
    """The names that the layout has for the form's categories."""
    for parent, old in zip(form.categories, base.categories, strict=False):
        yield from (
            Found(CATEGORY, name, parent.name, is_known=True) for name in parent.aliases if name not in old.aliases
        )
        for child, before in zip(parent.children, old.children, strict=False):
            names = (name for name in child.aliases if name not in before.aliases)
            yield from (Found(CATEGORY, name, f"{parent.name}/{child.name}", is_known=True) for name in names)


def _ignored(form: Form, fields: Chosen, texts: Mapping[Key, str]) -> tuple[str, ...]:
    """What a person gave no field, unless the same text has one elsewhere."""
    used = {text for (kind, text), field in fields.items() if field and kind != CATEGORY}
    left = [texts[key] for key, field in fields.items() if not field and key[0] != CATEGORY and key[1] not in used]
    before = (text for text in form.ignored if label_key(text) not in used)
    return tuple(dict.fromkeys((*before, *left)))


def _columns(form: Form, chosen: Chosen, texts: Mapping[Key, str]) -> tuple[Column, ...]:
    """The form's columns under the new labels too; those that it lacks are added."""
    told = {column.field: (column.label, *column.synonyms) for column in form.columns}
    grown = _grown(told, chosen, texts)
    columns = [_under(column, grown[column.field]) for column in form.columns]
    lacking = [field for field in COLUMN_FIELDS if field not in told and field not in TARGET_PARTS]
    added = _grown(dict.fromkeys(lacking, ()), chosen, texts)
    return (*columns, *(_under(Column(field, field, 20.0), labels) for field, labels in added.items() if labels))


def _under(column: Column, labels: tuple[str, ...]) -> Column:
    """The column with other labels; where all have gone to other fields, one that no table has."""
    first, *others = labels or (column.field,)
    return replace(column, label=first, synonyms=tuple(others))


def _grown(
    known: Mapping[str, tuple[str, ...]], chosen: Chosen, texts: Mapping[Key, str]
) -> dict[str, tuple[str, ...]]:
    """The labels of each field with those chosen for it, without those chosen for another."""
    fields = {key[1]: field for key, field in chosen.items()}
    grown = {}
    for field, labels in known.items():
        kept = tuple(label for label in labels if fields.get(label_key(label), field) == field)
        new = (texts[key] for key, wanted in chosen.items() if wanted == field)
        grown[field] = tuple(dict.fromkeys((*kept, *new)))
    return grown


def _categories(form: Form, fields: Chosen, texts: Mapping[Key, str]) -> tuple[Category, ...]:
    """The form's categories with the names that the layout has for them."""
    aliases: dict[str, tuple[str, ...]] = {}
    for key, field in fields.items():
        if key[0] == CATEGORY and field:
            aliases[field] = (*aliases.get(field, ()), texts[key])
    return tuple(
        replace(
            _also_called(parent, aliases.get(parent.name, ())),
            children=tuple(
                _also_called(child, aliases.get(f"{parent.name}/{child.name}", ())) for child in parent.children
            ),
        )
        for parent in form.categories
    )


def _also_called(category: Category, aliases: tuple[str, ...]) -> Category:
    return replace(category, aliases=tuple(dict.fromkeys((*category.aliases, *aliases)))) if aliases else category
