"""pbeditor: an offline editor for 部门预算绩效信息."""

import gc

__version__ = "0.1.0"

# Documents have no rings, and loading makes none either: collecting at Python's own pace would slow the start.
gc.set_threshold(20_000, 20, 20)
