"""The Chinese word lists behind the rules. Background knowledge of how such tables are written, no official source."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# --- Names of indicators ---------------------------------------------------------------------------------------------

RATE_ENDINGS = _words("率 比例 比率 占比 比重 百分比")
# They end like a rate but count or measure something.
NOT_RATES = _words("频率 速率 功率 效率 心率 分辨率 曲率 倍率")
COUNT_ENDINGS = _words(
    """人数 次数 个数 户数 家数 件数 份数 篇数 台数 套数 期数 场数 批数 数量 总数 总量 人次 场次 批次 频次
    面积 里程 长度 天数 金额 总额"""
)
TIMELY = _words("及时 按期 按时 准时 如期 进度 完成时间 完成时限")
QUALITY = _words("合格 达标 准确 规范")
SATISFIED = _words("满意度 满意率")
# 成本 must speak of money or of a limit.
COST = _words("成本 费用 经费 金额 资金 价 控制 标准 预算 投资 支出 节约 补助 补贴")
# More of it is better, so ≤ looks mistaken; less of it is better, so ≥ does.
GOOD = _words("合格率 满意度 满意率 达标率 完成率 覆盖率 及时率 准确率 优良率 到位率 落实率 参与率")
BAD = _words("成本 投诉 事故 差错 失误 违规 违纪 死亡率 发病率 故障 流失 误差 超支")
# A word that turns such a name round: 投诉办结率, 事故下降率, 不合格率.
TURNING = _words(
    """处理 办结 处置 回复 反馈 整改 查处 救援 排查 宣传 预防 防范 调查 受理 解决 控制 下降 降低 减少 节约 节省
    补偿 无 零 不 未 非"""
)
# Rates that can pass 100 %.
UNBOUNDED = _words(
    """增 提高 提升 上升 上涨 同比 环比 超额 倍 杠杆 投入产出 回报 收益 债务率 负债率 毛入学率 使用率 周转率 负荷率
    充足率 拨备 流动比率 速动比率"""
)
# What is put in, rather than what comes of it.
INPUTS = _words(
    """培训人数 培训次数 培训人次 培训场次 培训期数 发放人数 购置数量 采购数量 活动次数 会议次数 检查次数 调研次数
    宣传次数 印刷数量 资金投入 资金拨付 资金发放 支出进度 支付进度 执行进度"""
)
# Names of building and buying; quoted words are not looked at.
WORKS = _words("修缮 购置 改造 维修 新建 扩建 改建 装修 施工")
LOOSE_WORKS = _words("工程 建设")
# 工程 and 建设 of these things cost no bricks.
SOFT_WORKS = _words(
    """组织 党员 党建 队伍 班子 文化 制度 能力 作风 思想 人才 文明 法治 平安 廉政 基层 政权 信用 学科 示范 体系 品牌
    素质 惠民 希望 民生 机制 家风 社会"""
)

# --- Values ----------------------------------------------------------------------------------------------------------

COUNT_UNITS = _words("次 个 人 名 家 户 件 项 篇 部 期 场 台 套 册 份 批 条 所 座")
QUALITATIVE = _words(
    """有效 改善 提高 提升 增强 加强 促进 推动 推进 优化 完善 明显 显著 良好 较好 逐步 持续 长期 稳定 保障 满足 优秀
    影响 得到"""
)
DEGREES = _words("不断 有所 进一步 明显 显著 逐步 持续 较大 大幅 有效 切实 稳步 基本 得到 全面 很大")
VAGUE = _words(
    """提高 提升 改善 增强 加强 促进 推动 推进 优化 完善 较好 良好 好 较高 高 较强 一般 明显 显著 有效 合理 及时
    增加 减少 降低"""
)

# --- Goals -----------------------------------------------------------------------------------------------------------

# Words that promise something to measure, beside any digit.
MEASURABLE = _words("率 比例 人次 次数 达到 不低于 不少于 不超过 控制在 全覆盖 全部 零 翻番 倍 成以上")
CHINESE_COUNT = r"[一两二三四五六七八九十百千万]+(?:个|次|名|人|场|期|家|户|项|篇|部|套|台|所|座|处|批|公里|亩|件|万元)"
# More than the one year that a yearly goal is about.
YEARS_AHEAD = (
    r"(?:未来|今后|力争)?[两二三四五六七八九十\d]{1,2}年(?:内|规划|行动|计划|期间|时间|以上)"
    r"|中长期|远期|规划期|十[三四五六]五|20\d\d年?\s*[-—~～至到]+\s*20\d\d年"
)

# --- Wording ---------------------------------------------------------------------------------------------------------

# Characters that stand twice by mistake only, unlike 人人, 市市场监管局 and 以及及时; 与与会 and 和和谐 are right.
DOUBLED = r"([的了和前后为与从以并把由其此该在，。、；：])\1+(?![会确谐平睦解])"
# 反应 that is chemistry or speed.
REACTION = r"反应(?!堆|釜|器|炉|速度|时间|能力|迅速|快|灵敏|物|式)"
# No sentence opens with these.
NEVER_FIRST = "的了等和与及或着、，。；：！？）”’》〉】"
