"""`pbeditor merge`: colleagues' projects taken into one file."""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from itertools import count

from pbeditor.cli.console import complain, say, say_json
from pbeditor.cli.documents import open_seen, refuse_output, save, tell_hidden
from pbeditor.edit.merge import merged
from pbeditor.edit.merge_items import Item, everything, likely, plan_of
from pbeditor.work.merging import Others, doubts, read_others

STATES = {"new": "新增", "conflict": "有冲突"}


def merge_files(arguments: Namespace) -> int:
    """Take what is new and what fills blanks; of conflicts the side of `--prefer`. 1 when conflicts were decided so."""
    for path in (arguments.file, *arguments.others):
        refuse_output(path, arguments.output)
    opened = open_seen(arguments.file)
    others = read_others(arguments.others, opened.form, opened.document.money_unit)
    if others.faults:
        raise others.faults[0]
    for other in others.read:
        if other.is_left_out:
            tell_hidden(other.name, other.worksheets, len(other.document.projects), "没有合并")
    for doubt in doubts(others, opened.document, opened.form):
        complain(doubt)
    items = plan_of(opened.document, [other.document for other in others.read])
    free = likely(items, others.left_out)
    taken = everything(items, others.left_out) if arguments.prefer == "theirs" else free
    document = merged(opened.document, items, taken, (f"m{number}" for number in count(1)))
    save(document, arguments.output)
    offered = [(number, item) for number, item in enumerate(items) if item.source not in others.left_out]
    conflicts = sum(any((number, field) not in free for field in item.fields) for number, item in offered)
    seen = [item for _, item in offered]
    if arguments.json:
        say_json({"projects": len(document.projects), "items": [_public(item, others) for item in seen]})
    else:
        brought = len(document.confirmed) - len(opened.document.confirmed)
        say(f"{_summary(arguments, seen, conflicts)}{f'带入对方已核实的 {brought} 处。' if brought else ''}")
        for line in _lines(seen, others):
            say(line)
    return 1 if conflicts else 0


def _summary(arguments: Namespace, items: Iterable[Item], conflicts: int) -> str:
    side = "对方" if arguments.prefer == "theirs" else "自己"
    new = sum(item.kind == "new" and not item.again for item in items)
    told = f"已合并 {len(arguments.others)} 个文件，写入 {arguments.output}：新增 {new} 处"
    return f"{told}，有冲突的 {conflicts} 处采用{side}的内容。"


def _public(item: Item, others: Others) -> dict[str, object]:
    name = others.read[item.source].name
    return {"file": name, "name": item.name, "state": item.kind, "fields": item.fields, "again": item.again}


def _lines(items: Iterable[Item], others: Others) -> Iterator[str]:
    for item in items:
        if item.kind != "same":
            state = "没有加入" if item.again else STATES[item.kind]
            fields = f"（{len(item.fields)} 栏不同）" if item.fields else ""
            again = "（前面的文件里也有，用了前面的）" if item.again else ""
            yield f"  [{state}] {others.read[item.source].name}：{item.name}{fields}{again}"
