"""A window of the same kinds of parts as ours with hardly a program behind it: what no start of this kind can go below.

It has a menu, a tool bar with icons, a tree, a list, a form and a table, filled with Chinese texts of a project file.
Nothing is checked, saved or undone, and all parts are Qt's own, as they come.
"""

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QFormLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

ICONS = Path(__file__).parents[2] / "resources" / "icons"
MENUS = ("文件", "编辑", "项目", "查看", "帮助")
COMMANDS, BUTTONS, AMOUNTS = 8, 10, 8


def shown(app: QApplication, file: Path) -> QMainWindow:
    """The window, shown, with what stands in the project file."""
    app.setStyle("Fusion")
    projects = json.loads(file.read_bytes())["document"]["projects"]
    window = QMainWindow()
    window.resize(1200, 700)
    _add_commands(window)
    tree = QTreeWidget()
    tree.addTopLevelItems([QTreeWidgetItem([project["name"]]) for project in projects])
    _add_dock(window, "项目", tree, Qt.DockWidgetArea.LeftDockWidgetArea)
    _add_dock(window, "问题", QTreeWidget(), Qt.DockWidgetArea.BottomDockWidgetArea)
    tabs = QTabWidget()
    tabs.addTab(_form(projects[0]), "资金")
    tabs.addTab(_table(projects[0]["indicators"]), "指标")
    window.setCentralWidget(tabs)
    window.statusBar().showMessage(f"共 {len(projects)} 个项目")
    window.show()
    return window


def _add_commands(window: QMainWindow) -> None:
    for name in MENUS:
        menu = window.menuBar().addMenu(name)
        for number in range(COMMANDS):
            menu.addAction(f"{name}{number}")
    bar = window.addToolBar("工具栏")
    for icon in sorted(ICONS.glob("*.svg"))[:BUTTONS]:
        bar.addAction(QIcon(str(icon)), icon.stem)


def _add_dock(window: QMainWindow, title: str, content: QWidget, area: Qt.DockWidgetArea) -> None:
    dock = QDockWidget(title)
    dock.setWidget(content)
    window.addDockWidget(area, dock)


def _form(project: dict[str, Any]) -> QWidget:
    form = QWidget()
    layout = QFormLayout(form)
    heading = QLabel(project["name"])
    font = heading.font()
    font.setBold(True)
    heading.setFont(font)
    layout.addRow(heading)
    for number in range(AMOUNTS):
        layout.addRow(f"资金来源{number}", QLineEdit("12.00"))
    layout.addRow("绩效目标", QPlainTextEdit(project["goals"]))
    return form


def _table(indicators: list[dict[str, Any]]) -> QTableWidget:
    table = QTableWidget(len(indicators), 1)
    for row, indicator in enumerate(indicators):
        table.setItem(row, 0, QTableWidgetItem(indicator["name"]))
    return table
