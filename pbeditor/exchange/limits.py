"""How much a file may ask for before it is refused; all limits of the readers stand in this one table.

Each number carries the words that say which one was passed. Together they keep a reader under 300 MB.
"""

from typing import Self

MEGABYTE = 1 << 20
_ADVICE = "请用 Word、Excel 或 WPS 打开它，只留下需要的表格，另存后再导入。"
_PATIENCE = "请检查是否选对了文件；如果没有选错，请关闭其他程序后再试。"


class Limit(int):
    """The most there may be, and the sentence for a file that has more."""

    sentence: str

    def __new__(cls, most: int, fault: str = "内容多得不正常", advice: str = _ADVICE) -> Self:
        """The number with what is wrong with a file that passes it, and what to do."""
        limit = super().__new__(cls, most)
        limit.sentence = f"{fault}，为安全起见没有读取。{advice}"
        return limit


# The package.
ENTRIES = Limit(4_096, "压缩包里的部件太多（超过 4096 个）")
TOTAL = Limit(512 * MEGABYTE, "解开后太大（超过 512 MB）")  # read piece by piece, never held as a whole
RATIO = Limit(250, "解开后大得不正常（超过原来的 250 倍）")  # of parts past SMALL; real Word files reach about 40
SMALL = 4 * MEGABYTE
PART = Limit(32 * MEGABYTE, "里面的样式、编号等部件太大（超过 32 MB）")  # read as one piece
BLOCK = Limit(16 * MEGABYTE, "里面有一张表格或一段文字太大（超过 16 MB）")  # one table and the text before it
FILE = Limit(32 * MEGABYTE, "太大（网页和文本文件超过 32 MB）")  # of a kind that is decoded as one piece
CHARACTERS = Limit(32 * MEGABYTE, "里面的文字太多（超过 3300 万字）")

# What it shows.
CELLS = Limit(1_000_000, "里面的段落和单元格太多（超过 100 万个）")
ROWS = Limit(200_000, "里面有一张表格的行太多（超过 20 万行）")
COLUMNS = 16_384  # side by side, as in a spreadsheet; what lies beyond is cut
PLACES = Limit(500_000, "里面有一张表格太大（超过 50 万格）")  # grid places that its cells cover together
MERGES = Limit(100_000, "里面有一张工作表的合并单元格太多（超过 10 万处）")
ENDS = Limit(1_000_000, "里面的段落和单元格太多（超过 100 万个）")  # of one RTF or old Word file

# How deep and how long.
NESTING = 32  # tables inside tables; deeper ones are text of the outer one
GROUPS = Limit(5_000, "里面的括号套得太深（超过 5000 层）")
STEPS = Limit(
    10_000_000, "里面的合并单元格太多，无法确定各格的位置"
)  # grid places looked at to place one table's cells
SECONDS = Limit(60, "读了 1 分钟仍没有读完", _PATIENCE)
MEMORY = Limit(0, "读取时内存不够", _PATIENCE)  # as much as the machine gives
