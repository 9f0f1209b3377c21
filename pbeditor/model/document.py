"""The document as a value: frozen structs and tuples all the way down.

Amounts, percentages and numbers are strings as typed ("2.00"), so nothing is rounded and a draft may hold what is
not a number yet. Judgement about them lives in `check`.

What is frozen from the leaves up holds no cycle, so the garbage collector is told to pass over it (`gc=False`): with
10,000 projects its full passes were the longest pauses while undoing.
"""

from msgspec import Struct


class Unit(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """部门（单位）: a code such as 203002 and a name; a document may hold several."""

    code: str = ""
    name: str = ""


class Section(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """One section of 部门整体绩效目标; a line of `text` is a paragraph."""

    heading: str = ""
    text: str = ""


class Budget(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """Amounts in the document's money unit (usually 万元); total = fiscal + other, blank counts as 0."""

    total: str = ""
    fiscal: str = ""
    other: str = ""


class Target(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """指标值; it prints as operator, number and text one after another (2020 form)."""

    operator: str = ""
    number: str = ""
    text: str = ""


class Indicator(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """One row of a project's indicator grid."""

    id: str
    level1: str = ""  # 一级指标, as the form names it
    level2: str = ""  # 二级指标
    name: str = ""  # 三级指标
    description: str = ""  # 绩效指标描述
    target: Target = Target()
    basis: str = ""  # 指标值确定依据


class Project(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """One 项目绩效目标表."""

    id: str
    unit: Unit = Unit()
    code: str = ""
    name: str = ""
    budget: Budget = Budget()
    purpose: str = ""  # 资金用途
    plan: tuple[str, ...] = ()  # 资金支出计划, % by the form's periods
    goals: str = ""  # 绩效目标, numbered lines
    indicators: tuple[Indicator, ...] = ()


class Muted(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A rule that is not to speak about this document."""

    rule: str
    reason: str = ""


class Confirmed(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """已核实: a finding that a person has looked at and stands by.

    `place` is its path with ids instead of indexes, so that it follows its row; it holds as long as the finding says
    `message`, so that another value is looked at again.
    """

    rule: str
    place: str
    message: str
    reason: str = ""

    @property
    def finding(self) -> tuple[str, str, str]:
        """What it is about: of two records of one finding the later counts."""
        return self.rule, self.place, self.message


class Document(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """部门预算绩效信息: one department, one year.

    `periods` are the plan's where they differ from the form's; `store.forms.form_of` gives the form with them.
    `last_year` is the document to compare with. The same ids mean the same projects and rows there; whoever puts it in
    sees to that.
    """

    form: str
    year: int
    title: str = ""
    department: Unit = Unit()
    money_unit: str = "万元"
    overall: tuple[Section, ...] = ()
    projects: tuple[Project, ...] = ()
    periods: tuple[str, ...] = ()
    muted: tuple[Muted, ...] = ()
    confirmed: tuple[Confirmed, ...] = ()
    last_year: "Document | None" = None
