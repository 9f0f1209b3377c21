"""How a draft is marked, so that a print for marking up is not taken for the final one."""

MARK = "（草稿）"
# What lies under each page of a draft, as Word's file and our own pages show it: grey, turned, in a box in its middle.
WATERMARK, GREY, ANGLE = "草 稿", 236, -52.0  # grey of 255, ° clockwise
WATERMARK_BOX = 310.0, 122.0  # pt
