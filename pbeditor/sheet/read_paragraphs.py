"""Running text: the title, the parts, and the sections of 部门整体绩效目标."""

import re

from pbeditor.model.document import Section
from pbeditor.model.form import Form
from pbeditor.model.patterns import pattern
from pbeditor.model.text import fold
from pbeditor.sheet import sheet
from pbeditor.sheet.lay_out import section_title
from pbeditor.sheet.line_kinds import BOOKMARK, CONTENTS_LINE, CONTINUED, LONGEST, NUMBERED, PART, PROJECT_TITLE
from pbeditor.sheet.passing_line import parts_nothing
from pbeditor.sheet.section_break import goes_on_in, is_sentence
from pbeditor.sheet.sheet import Paragraph

# What a sentence has that speaks of such a table, and a line that may stand between a title and its table.
_SAID = pattern("详见|参见|见附|附件|按照|根据|填报|填写|编制|编报|制定|完善|报送|提交|审核|公开|做好|[，。；：]")
_LETTER = pattern("^[^，。]*关于.*的(?:报告|通知|函|请示|批复|意见)$")  # what comes with a document and is none
_SUBTITLE = pattern(r"[（(][^（()）]*[）)]")


class RunningText:
    """Gathers title and sections from paragraphs in their order; says what it had no place for."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._known = {fold(heading): heading for heading in form.sections}
        self._labels = frozenset(fold(text) for texts in form.labels.values() for text in texts)
        self.title: str | None = None
        self._name = ""  # of a worksheet
        self.project_title = ""
        self._doubtful = ""  # a line of a section that is a title where a table follows
        self._sections: list[tuple[str, list[str]]] = []
        self.is_open = False  # whether lines go on with the last section
        self._is_paused = False  # whether the next text does, if it is one
        self._worksheet = ""
        self.went_on = False  # whether the last line went on with the last section behind a table or a worksheet

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections so far."""
        return tuple(Section(heading, "\n".join(lines).strip("\n")) for heading, lines in self._sections)

    @property
    def last_section(self) -> tuple[int, str]:
        """The place of the last section, from 0, and its heading."""
        return len(self._sections) - 1, self._sections[-1][0]

    @property
    def headline(self) -> str:
        """The title of the document, as far as anything says one."""
        return self._name if self.title is None else self.title

    def end_section(self) -> None:
        """A table of a project or a new part ends the running text."""
        self.is_open = self._is_paused = False
        self._doubtful = ""

    def pause_section(self) -> None:
        """Behind a table of no project the section may go on."""
        may_go_on = (self.is_open or self._is_paused) and not self._doubtful
        self.end_section()
        self._is_paused = may_go_on

    def begin_hidden(self, *, has_projects: bool) -> None:
        """What follows is hidden: no section goes on there, and no title there is that of what one sees.

        `has_projects` tells whether that holds projects.
        """
        self.end()
        self.end_section()
        self.project_title = self._worksheet = ""
        if has_projects or self._sections:
            self.title = self.headline

    def end(self) -> None:
        """No table follows any more."""
        if self._doubtful:
            self._take_back()

    def take(self, paragraph: Paragraph) -> bool:
        """Whether the paragraph had a place. Blank ones always do."""
        self.went_on = False
        if paragraph.role == sheet.WORKSHEET:
            return self._take_name(paragraph.text)
        if paragraph.role:
            return self._take_own(paragraph)
        text = BOOKMARK.sub("", paragraph.text).strip()
        if not text or (CONTINUED.fullmatch(text) and not self.is_open):
            return True
        if self._doubtful and not _SUBTITLE.fullmatch(text):
            self._take_back()
        if PART.fullmatch(text):
            return self._take_part(text)
        return (
            self._take_part(text)
            or self._take_heading(text)
            or self._take_project_title(text)
            or self._take_line(text)
            or self._take_title(text)
        )

    def _take_name(self, name: str) -> bool:
        """The name of a worksheet is no line of a section; it is the title where no line is one."""
        self.end()
        may_go_on = (self.is_open or self._is_paused) and goes_on_in(name, self._worksheet)
        self._worksheet = name
        self.end_section()
        if not (self._take_part(name) or self._take_project_title(name)) and "绩效" in name:
            self._name = self._name or name
        self._is_paused = may_go_on
        return True

    def _take_own(self, paragraph: Paragraph) -> bool:
        if paragraph.role in (sheet.TITLE, sheet.COVER):
            self.title = paragraph.text
        elif paragraph.role == sheet.SECTION:
            self._begin(self._own_heading(paragraph.text))
        elif paragraph.role == sheet.BODY and self._sections:
            self._sections[-1][1].append(paragraph.text)
        elif paragraph.role == sheet.PROJECT:
            self.project_title = paragraph.text
        return paragraph.role != sheet.BODY or bool(self._sections)

    def _own_heading(self, text: str) -> str:
        before, after = section_title(len(self._sections) + 1, "\0", self._form).split("\0")
        if text.startswith(before) and text.endswith(after):
            return text[len(before) : len(text) - len(after)]
        numbered = NUMBERED.fullmatch(text)
        return (numbered["rest"] if numbered else text).rstrip("：:")

    def _begin(self, heading: str) -> None:
        self._sections.append((heading, []))
        self.is_open, self._is_paused = True, False

    def _take_part(self, text: str) -> bool:
        """A part of the document; one that is about something else has no place, nor has what follows it."""
        if len(text) > LONGEST:
            return False
        plain = CONTENTS_LINE.sub("", text)
        part = PART.fullmatch(plain)
        known = fold(plain) in map(fold, (self._form.overall_part, self._form.projects_part, self._form.contents))
        if part or known:
            self.end_section()
        return known

    def _take_heading(self, text: str) -> bool:
        """A known heading, numbered or not, alone on its line or with the text after a colon."""
        numbered = NUMBERED.fullmatch(text)
        heading, colon, rest = re.sub("[:：]", "\0", numbered["rest"] if numbered else text, count=1).partition("\0")
        known = self._known.get(fold(heading))
        if known is None or (not numbered and not colon and self.is_open):
            return False
        self._begin(known)
        if rest.strip():
            self._sections[-1][1].append(rest.strip())
        return True

    def _take_project_title(self, text: str) -> bool:
        found = PROJECT_TITLE.match(text)
        rest = text[found.end() :] if found else ""
        if not found or not (CONTENTS_LINE.fullmatch(rest) or CONTINUED.fullmatch(rest)):
            return False
        if not rest or CONTINUED.fullmatch(rest):
            doubtful = text if self.is_open and _SAID.search(found["name"]) else ""
            self.end_section()
            self.project_title, self._doubtful = found["name"], doubtful
        return True

    def _take_back(self) -> None:
        """The line before was no title, for no table follows: the section goes on."""
        self._sections[-1][1].append(self._doubtful)
        self.project_title, self._doubtful, self.is_open = "", "", True

    def _take_line(self, text: str) -> bool:
        if self._is_paused and not parts_nothing(text):  # which belongs to the table
            self._is_paused, self.is_open = False, is_sentence(text)
            self.went_on = self.is_open
        if self.is_open:
            self._sections[-1][1].append(text)
        return self.is_open

    def _begins_with_label(self, text: str) -> bool:
        """Whether a line says a label of a project's and what it announces, as 绩效目标：做好 does."""
        label = fold(text.replace("：", ":").partition(":")[0]) if "：" in text or ":" in text else ""
        return bool(label) and label in self._labels

    def _take_title(self, text: str) -> bool:
        if self.title is not None or "绩效" not in text or _LETTER.search(text) or self._begins_with_label(text):
            return False
        self.title = text
        return True
