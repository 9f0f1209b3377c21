"""The window: the only place that imports PySide6."""

import gc

# Documents have no rings, and loading makes none either: collecting at Python's own pace would slow the start.
gc.set_threshold(20_000, 20, 20)
