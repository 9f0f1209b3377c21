"""The long run of small faults keeps reasons for what no test can notice; they are of the code as it is."""

import ast

from tests.mutants import record
from tests.mutants.trying import ROOT


def test_every_fault_that_no_test_can_notice_is_of_a_line_that_the_code_still_has() -> None:
    stale = []
    for name in record.reasons():
        module, _, fault = name.partition(": ")
        lines = ast.unparse(ast.parse((ROOT / "pbeditor" / module).read_text("utf-8"))).splitlines()
        before, _, _after = fault.partition(" → ")
        stale += [] if before in map(str.strip, lines) else [name]
    assert stale == []
