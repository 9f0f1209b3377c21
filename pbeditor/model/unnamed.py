"""What is shown in place of a name that is not given yet."""

UNNAMED_PROJECT = "未命名项目"
UNNAMED_SECTION = "未命名部分"
UNNAMED_INDICATOR = "未命名指标"
