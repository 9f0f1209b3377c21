"""The columns of the list of indicators in a workbook, by their heads; apart, for a choice of them needs no Excel."""

LIST_HEADS = (
    "一级指标",
    "二级指标",
    "三级指标名称",
    "计算符号",
    "指标值",
    "计量单位",
    "绩效指标描述",
    "指标值确定依据",
    "项目编码",
    "项目名称",
)
