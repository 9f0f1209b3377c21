"""pbeditor: an offline editor for 部门预算绩效信息."""

__version__ = "0.1.0"
