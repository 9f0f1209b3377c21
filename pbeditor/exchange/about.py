"""What our own Word and Excel files carry as document properties."""

from pbeditor.exchange.markup import parse, whole
from pbeditor.exchange.word_names import PROPERTIES
from pbeditor.model.text import clean_line
from pbeditor.sheet.sheet import About


def about_in(data: bytes) -> About:
    """What is in docProps/custom.xml; blank for a foreign file."""
    found = {} if not data else {item.get("name", ""): "".join(map(str, item.itertext())) for item in parse(data)}
    values = {field: clean_line(found.get(key, "")) for field, key in PROPERTIES.items()}
    year = values.pop("year")
    return About(year=whole(year), **values)
