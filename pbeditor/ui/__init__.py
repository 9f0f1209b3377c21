"""The window: the only place that imports PySide6."""

from pbeditor.ui.overrides import keep_errors_harmless

keep_errors_harmless()  # before the first class that derives from one of Qt's
