"""What the text since the last table says of the next one: whose it is, in what money, and whether it goes on."""

from pbeditor.model.document import Unit
from pbeditor.model.form import Form
from pbeditor.sheet.heading_name import heading_name, is_head_part
from pbeditor.sheet.line_kinds import CONTINUED, PROJECT_TITLE
from pbeditor.sheet.money_line import is_money_line, money_said
from pbeditor.sheet.passing_line import goes_with_money, is_page_number, parts_nothing
from pbeditor.sheet.read_unit import unit_line


class BetweenTables:
    """Goes through the text between tables.

    `unit` and `money` are the last ones that were named, `is_told` whether the text speaks of a table that a page has
    cut, `is_apart` whether something that is no project's stands between the last project and what comes, `heading` the
    name of the next project as the line right above its table has it.
    """

    def __init__(self, form: Form) -> None:
        self._form = form
        self.unit, self.money = Unit(), ""
        self.is_told = self.is_apart = False
        self.heading = ""

    def begin_hidden(self) -> None:
        """What follows is hidden: nothing that one sees tells of it."""
        self.unit, self.money = Unit(), ""
        self.is_told, self.is_apart = False, True
        self.heading = ""

    def begin_project(self) -> None:
        """Nothing stands between a project and its own tables."""
        self.is_apart = False
        self.heading = ""

    def begin_grid(self) -> None:
        """What was said of the next table has been said of this one."""
        self.is_told = self.is_apart = False
        self.heading = ""

    def pass_table(self) -> None:
        """A table that is no project's parts what stands around it, and the heading above it is its own."""
        self.is_apart = True
        self.heading = ""

    def take_line(self, text: str, *, in_section: bool) -> str:
        """What is left of a line of running text without what it says for the tables that follow: units, of money too.

        Inside a section only a unit of money that stands alone is no part of its text; after a title it is none either.
        """
        unit, money = (None, "") if in_section else unit_line(text, self._form)
        rest, stated = money_said(text)
        if stated and not (unit or money) and (not rest or goes_with_money(rest)):
            money = stated
        self.unit = unit or self.unit
        self.money = money or self.money
        return ("" if unit else rest) if unit or money else text

    def parts(self, text: str) -> bool:
        """Whether a text ends the grid above it: unless it says so, as 续表 does, no table goes on with that.

        Any text but a unit, a remark, a heading over a part of a project's head and the like parts two tables
        altogether: then the second may be no project's. The number of a page is no text.
        """
        if is_page_number(text):
            return False
        title = PROJECT_TITLE.match(text)
        self.is_told = CONTINUED.fullmatch(text[title.end() :] if title else text) is not None
        if self.is_told:
            return False
        says_nothing = parts_nothing(text) or is_head_part(text)
        stays = says_nothing or any(unit_line(text, self._form)) or is_money_line(text)
        if not stays:
            self.is_apart = True
            self.heading = ""
        return True

    def take_heading(self, text: str) -> bool:
        """Whether a line that has no place may be the name of the project whose table follows."""
        found = heading_name(text)
        self.heading = found if found or not parts_nothing(text) else self.heading
        return bool(found)
