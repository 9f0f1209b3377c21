"""What the commands run, each loaded when it is called: none waits for what only others need."""

from argparse import Namespace


def import_file(arguments: Namespace) -> int:
    """See `cli.documents`."""
    from pbeditor.cli import documents

    return documents.import_file(arguments)


def check_file(arguments: Namespace) -> int:
    """See `cli.reports`."""
    from pbeditor.cli import reports

    return reports.check_file(arguments)


def list_forms(arguments: Namespace) -> int:
    """See `cli.reports`."""
    from pbeditor.cli import reports

    return reports.list_forms(arguments)


def export_file(arguments: Namespace) -> int:
    """See `cli.exports`."""
    from pbeditor.cli import exports

    return exports.export_file(arguments)


def write_reference(arguments: Namespace) -> int:
    """See `cli.exports`."""
    from pbeditor.cli import exports

    return exports.write_reference(arguments)


def roll_over_file(arguments: Namespace) -> int:
    """See `cli.rollover`."""
    from pbeditor.cli import rollover

    return rollover.roll_over_file(arguments)


def compare_files(arguments: Namespace) -> int:
    """See `cli.comparison`."""
    from pbeditor.cli import comparison

    return comparison.compare_files(arguments)


def merge_files(arguments: Namespace) -> int:
    """See `cli.merging`."""
    from pbeditor.cli import merging

    return merging.merge_files(arguments)


def open_window(arguments: Namespace) -> int:
    """See `cli.window`."""
    from pbeditor.cli import window

    return window.open_window(arguments)


def amounts(text: str) -> tuple[str, str]:
    """See `cli.rollover`."""
    from pbeditor.cli import rollover

    return rollover.amounts(text)
