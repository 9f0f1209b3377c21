"""A layout that no built-in form knows, for tests at every layer."""

from pbeditor.sheet.sheet import Cell, Paragraph, Row, Run, Sheet, Table, row_of

HEAD = (
    ("项目全称", "公园改造", "项目识别号", "A001"),
    ("申请资金", "20", "中央拨款", "15", "其他来源", "5"),
    ("实施内容", "改造公园。"),
    ("总体要求", "改好公园。"),
)
GRID = (
    ("大类", "小类", "考核要点", "计算方法说明", "方向", "甲县", "乙县", "单位", "佐证"),
    ("产出", "数量类", "改造面积", "改造的面积", "≥", "90", "80", "平方米", "行业标准"),
    ("", "质量类", "合格率", "验收合格", "≥", "95", "96", "%", "计划标准"),
    ("效益", "社会影响", "受益人数", "受益的人", "≥", "1000", "800", "人", "计划标准"),
)


def plain_table(*rows: tuple[str, ...]) -> Table:
    return Table(tuple(row_of(row) for row in rows))


def unknown_sheet(projects: int = 1) -> Sheet:
    """Projects in that layout, with a paragraph that has no place."""
    tables = (plain_table(*HEAD), plain_table(*GRID))
    return Sheet((Paragraph("附件说明：由项目处填写"), *tables * projects))


def counties() -> Sheet:
    """One value column for each county below a common head."""
    tops = [Cell((Run(text),), place, rows=2) for place, text in enumerate(("一级指标", "二级指标", "三级指标"))]
    top = Row((*tops, Cell((Run("指标值"),), 3, columns=2)))
    below = Row(tuple(Cell((Run(text),), place) for place, text in enumerate(("甲县", "乙县"), 3)))
    rows = (
        row_of(("产出指标", "数量指标", "修路", "≥9公里", "≥8公里")),
        row_of(("", "质量指标", "合格率", "≥95%", "≥96%")),
    )
    return Sheet((Paragraph("1、修路项目绩效目标表"), Table((top, below, *rows))))
