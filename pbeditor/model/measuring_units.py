"""Units of measure as they stand behind a number: 次, 个百分点, 平方米.

Background knowledge of how such tables are written, no official source.
"""

from pbeditor.model.amount import narrow
from pbeditor.model.patterns import pattern

_COUNTED = "次 个 人 名 家 户 件 项 篇 部 期 场 台 套 册 份 批 条 所 座 处"
_MEASURED = """
    % ‰ 个百分点 百分点 元 人次 场次 批次 户次 个次 车次 班次 期次 例次 件次 项次 人天 平方米 平方公里 立方米 方
    公里 千米 里 米 亩 公顷 吨 公斤 千克 度 天 日 个工作日 工作日 个月 月 年 季度 周 小时 时 分钟 分 秒 倍 只 本 张
    幅 节 课时 课 组 支 队 片 站 点 辆 间 例 起 宗 笔 字 栋 株 头 块 根 盏 门 枚 瓶 封 轮 届 站点 学时 学分 村 镇 乡
    类 种 级
"""
COUNTED = tuple(_COUNTED.split())  # one by one: a rate of them is none
UNITS = (*COUNTED, *_MEASURED.split())
ANY_UNIT = f"[百千万亿]?(?:{'|'.join(sorted(UNITS, key=len, reverse=True))})"  # as part of an expression
# What shows that digits before it are a number, even where the rest is no unit we know: 万人, 工时.
FIRST_SIGN = pattern(f"[百千万亿{''.join(sorted({unit[0] for unit in UNITS}))}]")
_ALONE = pattern(rf"{ANY_UNIT}(?:/[^\W\d_]{{1,3}})?")  # 元/人


def is_unit(text: str) -> bool:
    """Whether a text that stands alone can only be a unit of measure, as in a column for them."""
    return _ALONE.fullmatch(narrow(text)) is not None
