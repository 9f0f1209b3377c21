"""What Qt asks models for: its roles as plain numbers, for comparing PySide's own takes twice as long; its indexes."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
NOTHING = QModelIndex()
_ROLE, _ALIGNED = Qt.ItemDataRole, Qt.AlignmentFlag
DISPLAY, EDIT, TIP = int(_ROLE.DisplayRole), int(_ROLE.EditRole), int(_ROLE.ToolTipRole)
ICON, TICK, SPOKEN = int(_ROLE.DecorationRole), int(_ROLE.CheckStateRole), int(_ROLE.AccessibleTextRole)
FONT, INK, ALIGN = int(_ROLE.FontRole), int(_ROLE.ForegroundRole), int(_ROLE.TextAlignmentRole)
LEFT, RIGHT = int(_ALIGNED.AlignLeft | _ALIGNED.AlignVCenter), int(_ALIGNED.AlignRight | _ALIGNED.AlignVCenter)
