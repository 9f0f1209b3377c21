"""What this version knows of the content of a newer file: keys that it has no name for are left out."""

from typing import Any, get_args, get_origin

from msgspec import Struct
from msgspec.structs import fields


def pruned(value: Any, kind: Any) -> Any:
    """The value with the keys that `kind`, a type of the model, has; nothing else is changed."""
    if isinstance(value, dict) and (struct := _struct(kind)):
        known = ((field.encode_name, field.type) for field in fields(struct))
        return {name: pruned(value[name], inner) for name, inner in known if name in value}
    if isinstance(value, list) and get_origin(kind) is tuple:
        return [pruned(item, get_args(kind)[0]) for item in value]
    return value


def _struct(kind: Any) -> type[Struct] | None:
    """The struct that a type names, by itself or as one of several."""
    choices = (kind, *get_args(kind))
    return next((each for each in choices if isinstance(each, type) and issubclass(each, Struct)), None)
