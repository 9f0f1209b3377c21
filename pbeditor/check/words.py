"""The Chinese word lists behind the rules. Background knowledge of how such tables are written, no official source."""

from pbeditor.model.fillers import NONE


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
# What is done about bad things, or ready for them, is better high: 投诉渠道畅通率, 事故应急演练次数, 成本回收率.
ABOUT_BAD = _words(
    "渠道 热线 平台 畅通 响应 回访 接待 登记 转办 演练 应急 警示 纠正 纠治 查办 办理 结案 回收 效益 监审 公示 公开"
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

# Who oversees, plans or tests building does not build: 工程质量监督经费.
NO_WORKS = (
    "(?:监督|监管|管理|检测|检查|监测|咨询|评审|论证|宣传|培训|审计|验收|监理|评估)(?:工作|业务|服务)?(?:专项)?"
    "(?:经费|费用?|资金|项目)?$"
)
# 满意度 here is what is asked about, not what is reached: 满意度调查份数.
SATISFACTION_ASKED = (
    "满意[度率](?:问卷)?(?:调查|测评|评价|问卷)[^，、]{0,4}"
    r"(?:次数|份数|人数|数量|场次|户数|完成率|覆盖率|回收率|及时率)"
)

# --- Values ----------------------------------------------------------------------------------------------------------

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
# Fewer units than behind digits: 一条心, 一份力量 and 四本账 count nothing.
CHINESE_COUNT = r"[一两二三四五六七八九十百千万]+(?:个|次|名|人|场|期|家|户|项|篇|部|套|台|所|座|处|批|公里|亩|件|万元)"
_HAN_DIGITS = "两二三四五六七八九十"
# More than the one year that a yearly goal is about.
YEARS_AHEAD = (
    rf"(?<![\d零〇○一{_HAN_DIGITS}])(?:未来|今后|力争)?(?!0?1年)[{_HAN_DIGITS}\d]{{1,2}}年"  # not the end of 2020年计划
    r"(?:内|规划|行动|计划|期间|时间|(?<!龄\d年)(?<!龄\d\d年)(?<!满\d年)(?<!满\d\d年)以上(?![^，。；、\d]{0,4}(?:龄|的(?:党员|职工|干部|教师|人员))))"
    r"|中长期|远期|规划期|十[三四五六]五|20\d\d年?\s*[-—~～至到]+\s*20\d\d年"
)

# --- Wording ---------------------------------------------------------------------------------------------------------

# Marks that never stand twice.
MARKS = "，。、；："
# Between these 的的 is right: 以改革为目的的, 的的确确.
BEFORE_DE, AFTER_DE = "目标端", "确士卢"
# 为了了解 and 除了了却 are right, and 进行了了解 is.
SLIP_LE = "(?<![为除末明])了了+(?![解结却断然无之事])"
# Characters that seldom stand twice: (character, what ends a word with it, a pattern of what begins one with it).
# 目前 explains 目前前后, and 前期 explains 会前前期. What begins with 其 explains nothing: 其其他 is
# a slip, 及其其他 is none.
STANDING_TWICE = (
    ("和", "饱缓温中总之平祥柔调共融求议讲不随亲附谦暖掺人政协颐", "[谐平睦解好田顺气县声善林政龙布静硕合美韵盛悦]"),
    (
        "前",
        "目以之提当日年月会课事生空节赛班岗产婚术战向面跟眼从先史午饭睡行超朝门村台此往靠在底期学汛冬春夏秋夜",
        r"[期往来列沿台提任言身线端景进瞻途后者述置款三两一二几半排夕茅额缀哨卫锋世辈院门程科面方文些不移\d]",
    ),
    (
        "后",
        "今以之会事此随然最年月日课赛饭产术灾战落先背幕延滞善售业汛期学秋退病伤身前靠向往脑",
        r"[续备期勤台方果来者天代人院门街山村顾盾世劲进端面悔半三两一二几排评补奖扶处管发\d]",
    ),
    (
        "为",
        "作成认因以行称视改列定评设分变化转更极较尤最颇大甚何有无人所不能可应均皆即则是实原约计记名选升降调增减缩合拆并延展聘",
        "[民期首主限止数何由人]",
    ),
    ("与", "参赠给授付干相寄", "[会否时此其日众民共人世]"),
    ("从", "服自听随盲遵顺跟侍无主依屈", "[严业事优速重轻快中而众此头根源简教医警政农军价量新宽化细实紧属]"),
    (
        "以",
        "可予加所难得足用借据赖给处何是致施辅报冠课代无聊藉能",
        "[内外上下前后来及往至免致便期奖工旧点人案赛训民学]|.{1,3}[代促带换养为治补抵强引惠定]",
    ),
    ("并", "合兼归吞一相裁撤拆提", "[入轨联网重购发行列举存肩用案进线处且非排校账]"),
    ("把", "一火拖门车手", "[关握控手脉守门持戏柄]"),
    ("由", "理自缘事案经来因任情", "[此于来衷浅点表上下]"),
    ("其", "及与尤极何任使让给将对向为由从按在因以令促和随耳名据受", ""),
    ("此", "因如由为对据就从自至在以与彼特藉借于除", ""),
    ("该", "应本理早活合", ""),
    (
        "在",
        "现存正所潜内外实旨重贵难好意自何不健常仍尚均都还已也将全同",
        "[建册职岗校编读线逃押场座任握途研产库园馆站训役籍外家内乎于即望此野地栏院聘租售办审保贷]",
    ),
)
# 反应 that is chemistry or speed.
REACTION = r"反应(?!堆|釜|器|炉|速度|时间|能力|迅速|快|灵敏|物|式)"
# What keeps a place until something is written there.
PLACEHOLDERS = (*NONE, *_words("略 空 未定 待定 待填 待填写 待补 待补充 待完善 待核实 待明确 某某"))
# No sentence opens with these.
NEVER_FIRST_MARKS = "、，。；：！？）”’》〉】"
# 及时, 着力, 了解 and the like do open sentences.
NEVER_FIRST = (
    rf"[{NEVER_FIRST_MARKS}]|的(?!确)|了(?![解却])|等(?![级待候次额])|和(?![谐平睦解美])|及(?![时早格])|或(?!许)"
    "|着(?![力眼手重实])"
)
