"""What items of models allow, put together once: Qt asks again and again, and Python joins flags slowly."""

from PySide6.QtCore import Qt

_FLAG = Qt.ItemFlag
NONE = _FLAG.NoItemFlags
SHOWN = _FLAG.ItemIsSelectable | _FLAG.ItemIsEnabled
LEAF = SHOWN | _FLAG.ItemNeverHasChildren
TICKED = LEAF | _FLAG.ItemIsUserCheckable
EDITED = LEAF | _FLAG.ItemIsEditable
DRAGGED = LEAF | _FLAG.ItemIsDragEnabled
HOLDER = SHOWN | _FLAG.ItemIsDropEnabled
MOVED = HOLDER | LEAF | _FLAG.ItemIsDragEnabled
