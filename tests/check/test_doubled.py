"""Characters that stand twice, by mistake and by right."""

import pytest

from pbeditor.check.doubled import first_doubt, first_slip, has_doubled, without_slips

RIGHT = """
可以以奖代补的方式支持。 予以以旧换新补贴。 所以以上项目应当优先安排。 难以以一次培训完成。
得以以较低成本实施。 加以以点带面推广。 现在在册老党员12名。 存在在建工程3处。
实施对在在职党员的培训。 目前在校学生均已参保。 正在在全区推广。 旨在在年底前完成。
目前前期工作已经完成。 会前前往现场布置。 12月31日前前期款全部拨付。 建国前前后入党。
节前前置审批。 提前前往。 施工前前期准备。 今后后备干部培养。 会后后续工作。 以后后勤保障到位。
随后后台管理上线。 项目完成后后续管护。 灾后后期重建。 汛后后备物资补充。 作为为民服务的窗口。
成为为民办实事的平台。 因为为群众办事。 认为为时尚早。 行为为主。 开展为为民办实事项目。
称为为民工程。 及其其他部门。 尤其其中的困难群众。 将其其余部分收回。 使其其他收入增加。
对其其他支出进行审核。 服从从严管理的要求。 自从从业以来。 听从从优安排。 严格遵从从严治党要求。
参与与否由本人决定。 参与与会代表培训。 参与与其他部门的合作。 与与会人员座谈。 合并并轨运行。
一并并入社保。 兼并并购重组。 撤并并校。 理由由主管部门说明。 自由由法律保障。 事由由经办人填写。
因此此项工作按期推进。 如此此类问题。 为此此次安排专项资金。 由此此后不再列支。 应该该项目承担的部分。
一把把钥匙对应一户。 帮助基层把把关。 和和美美乡村建设。 和和谐社区同步。 饱和和不饱和两类。
总和和平均数。 缓和和改善医患关系。 学校和和平路街道。 以改革为目的的活动。 合同标的的金额。
的的确确有困难。 为了了解群众需求。 对项目进行了了解。 除了了解情况。 不了了之。 末了了结。
上上下下齐抓共管。 人人参与。 天天巡查。 个个达标。 年年开展。 家家户户通水。 时时提醒。 处处设点。
多多宣传。 好好学习。 研究研究方案。 市市场监管局。 省省会城市。 以及及时办理。 中小学学生。
北京市市场。 乡村村民。 党委委员。 全区区级部门。 常常委托。 车辆辆次。 用于于家村道路。
各项项目资金。 重点点位。 工作作风。 学习习惯。 法治治理。 数据据实上报。 等等。 ……。 谢谢。
星星点点。 渐渐。 刚刚。 方方面面。 点点滴滴。 种种。 层层落实。 件件有回音。 步步推进。
事事有着落。 户户达标。
"""
SLIPS = {
    "办好培训班。。": "办好培训班。",
    "救助党员，，支持企业。": "救助党员，支持企业。",
    "包括：：教材、、场地；；教师。": "包括：教材、场地；教师。",
    "困难的的党员。": "困难的党员。",
    "完成了了培训。": "完成了培训。",
    "完成了了了培训。": "完成了培训。",
}
DOUBTFUL = [
    "所有建国前前入党的党员。",
    "培训班和和教材。",
    "办结后后归档。",
    "，为为加强管理。",
    "由由省级部门安排。",
    "各地与与有关部门配合。",
    "从从各部门抽调。",
    "以以提高素质。",
    "并并加强管理。",
    "把把资金用好。",
    "、其其他费用。",
    "。此此次培训。",
    "对，该该项目验收。",
    "，在在全区开展。",
    "会前前前准备。",
]


@pytest.mark.parametrize("text", RIGHT.split())
def test_words_that_meet_in_one_character_are_right(text: str) -> None:
    assert (first_slip(text), first_doubt(text)) == (None, None)
    assert without_slips(text) == text


@pytest.mark.parametrize(("text", "mended"), SLIPS.items())
def test_marks_and_particles_that_stand_twice_are_slips(text: str, mended: str) -> None:
    assert first_slip(text)
    assert not first_doubt(text)
    assert without_slips(text) == mended


@pytest.mark.parametrize("text", DOUBTFUL)
def test_what_no_neighbour_explains_is_for_a_person_to_look_at(text: str) -> None:
    found = first_doubt(text)
    assert has_doubled(text)
    assert found
    assert len(set(found.group())) == 1
    assert not first_slip(text)
