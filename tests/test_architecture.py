"""The house: imports point one way, and each thing is done in one room."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

from support import HOME

SOURCE = HOME / "src" / "awardcli"
FILES = sorted(SOURCE.rglob("*.py"))
NAMES = [path.relative_to(SOURCE).as_posix() for path in FILES]

PACKAGES = {
    ".".join(("awardcli", *path.parent.relative_to(SOURCE).parts))
    for path in FILES
    if path.name == "__init__.py" and path.parent != SOURCE
}

# From the ground up: a room may import what lies below it.
STOREYS = [
    {"language", "model", "messages", "processes"},
    {"vocabulary", "errors"},
    {"collection"},
    {"search"},
    {"output"},
    {"browser"},
    {"commands"},
    {"cli", "completion"},
    {"__main__"},
]
STOREY = {room: number for number, rooms in enumerate(STOREYS) for room in rooms}
INSIDE = [name for name in NAMES if name != "__init__.py"]


def room(name: str) -> str:
    """The room of a file, or of a module of ours: its first part.

    >>> room("search/near.py"), room("awardcli.search.near"), room("cli/app.py")
    ('search', 'search', 'cli')
    """
    return name.removeprefix("awardcli.").removesuffix(".py").replace(".", "/").split("/")[0]


@cache
def trees() -> dict[str, ast.Module]:
    """The syntax tree of each file."""
    return {name: ast.parse((SOURCE / name).read_text(encoding="utf-8")) for name in NAMES}


@cache
def nodes(tree: ast.AST) -> list[ast.AST]:
    """Every node of a file."""
    return list(ast.walk(tree))


@cache
def imports(tree: ast.AST) -> list[str]:
    """The modules that a file imports, wherever in it."""
    return list(_imports(tree))


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in nodes(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written out in full"
            if node.module == "awardcli":
                yield from (f"awardcli.{alias.name}" for alias in node.names)
            else:
                yield node.module or ""
                yield from (f"{node.module}.{alias.name}" for alias in node.names if node.module in PACKAGES)


def importers(package: str) -> set[str]:
    """The files that import a package or a part of it."""
    return {name for name, tree in trees().items() if any(module.split(".")[0] == package for module in imports(tree))}


def test_every_file_is_in_a_known_room() -> None:
    assert {room(name) for name in INSIDE} == set(STOREY)


def test_imports_point_one_way() -> None:
    for name in INSIDE:
        for module in imports(trees()[name]):
            if module.startswith("awardcli.") and room(module) in STOREY and room(module) != room(name):
                assert STOREY[room(module)] < STOREY[room(name)], f"{name} imports {module}"


def test_no_two_modules_have_one_name() -> None:
    names = Counter(Path(name).name for name in NAMES)
    assert [name for name, times in names.items() if times > 1] == ["__init__.py"]


def test_a_folder_is_few_enough_files_to_be_known() -> None:
    """Apart from its `__init__.py`, which holds no code, and a folder inside it."""
    files = Counter(Path(name).parent for name in NAMES if not name.endswith("__init__.py"))
    assert max(files[Path("search")], files[Path("collection")]) <= 16


def test_a_folder_with_a_map_has_all_its_modules_on_it() -> None:
    """The docstring of a package, where it says more than a line, names every module of its folder."""
    for package in (SOURCE / name for name in NAMES if name.endswith("__init__.py") and name != "__init__.py"):
        written = ast.get_docstring(ast.parse(package.read_text(encoding="utf-8"))) or ""
        if "\n" in written:
            words = set(re.findall(r"\w+", written))
            modules = {path.stem for path in package.parent.glob("*.py")} - {"__init__"}
            assert modules <= words, package.parent.name


def test_imports_make_no_circle() -> None:
    """Not inside a folder either, nor by imports inside functions; imports for the type checker do not count."""
    above = {
        name: {
            target for module in imports(without_type_checking(tree)) if (target := file_of(module)) and target != name
        }
        for name, tree in trees().items()
        if not name.endswith("__init__.py")
    }
    assert list(TopologicalSorter(above).static_order())


def without_type_checking(tree: ast.Module) -> ast.Module:
    """The file without what only a type checker reads."""
    body = [node for node in tree.body if not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")]
    return ast.Module(body, [])


def file_of(module: str) -> str | None:
    """The file of a module of ours that is no package."""
    name = module.removeprefix("awardcli.").replace(".", "/") + ".py"
    return name if name in NAMES else None


def test_only_main_imports_the_app() -> None:
    assert {name for name, tree in trees().items() if "awardcli.cli.app" in imports(tree)} == {"__main__.py"}


def test_one_file_imports_rich() -> None:
    assert importers("rich") == {"output/table.py"}


def test_one_room_imports_rapidfuzz() -> None:
    assert {room(name) for name in importers("rapidfuzz")} == {"search"}


def test_one_room_imports_textual() -> None:
    assert {room(name) for name in importers("textual")} == {"browser"}


def test_typer_stays_where_the_command_line_is() -> None:
    assert importers("typer") == {"cli/app.py"}


def test_what_costs_too_much_is_imported_nowhere() -> None:
    costly = ["click", "pydantic", "pypinyin", "opencc", "jieba", "logging", "importlib.metadata"]
    assert {package: importers(package) for package in costly if importers(package)} == {}


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """What a file calls, by the last part of its name."""
    for node in nodes(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.func.id, node
            elif isinstance(node.func, ast.Attribute):
                yield node.func.attr, node


CHANGES_THE_DISK = {
    *("write_text", "write_bytes", "touch", "mkdir", "makedirs", "mkfifo", "truncate"),
    *("rename", "renames", "unlink", "rmdir", "rmtree", "removedirs", "hardlink_to", "symlink_to", "link", "symlink"),
    *("chmod", "chown", "copyfile", "copy2", "copytree", "copyfileobj", "move", "fdopen"),
    *("mkstemp", "mkdtemp", "mktemp", "TemporaryFile", "NamedTemporaryFile", "SpooledTemporaryFile"),
    "TemporaryDirectory",
}
"""What is only ever called to change what is on the disk, by whichever module or object."""


def writes(name: str, call: ast.Call) -> bool:
    """Whether a call may change what is on the disk."""
    of = ast.unparse(call.func.value) if isinstance(call.func, ast.Attribute) else ""
    modes = [each.value for each in (*call.args, *(k.value for k in call.keywords)) if isinstance(each, ast.Constant)]
    writing = any(isinstance(mode, str) and len(mode) <= 3 and set(mode) & set("wax+") for mode in modes)
    return (
        name in CHANGES_THE_DISK
        or (name in ("open", "FileIO") and (writing or of == "os"))
        or (name in ("replace", "remove") and (of == "os" or (len(call.args) == 1 and name == "replace")))
    )


WAYS_TO_WRITE = {
    ("cli/app.py", "open"): "the null device, for a stream that nobody reads any more",
    ("output/terminal.py", "open"): "a device, to ask whether it is a terminal, or to draw on it",
    ("collection/user_file/workbooks/sheet_reader.py", "fdopen"): "the pipe to the process that asked for the sheet",
}


def test_one_file_writes_files() -> None:
    ways = {(name, called) for name, tree in trees().items() for called, call in calls(tree) if writes(called, call)}
    assert {way for way in ways if way[0] != "output/atomic_file.py"} == WAYS_TO_WRITE.keys()


def test_a_way_to_write_is_recognised() -> None:
    for code, is_written in [
        ("path.open('wb')", True),
        ("open(path, mode='a')", True),
        ("os.open(path, flags)", True),
        ("part.replace(target)", True),
        ("os.replace(part, target)", True),
        ("tempfile.mkstemp()", True),
        ("shutil.move(a, b)", True),
        ("path.open('rb')", False),
        ("open(path, encoding='utf-8')", False),
        ("text.replace('a', 'b')", False),
        ("names.remove(name)", False),
    ]:
        assert any(writes(*call) for call in calls(ast.parse(code))) == is_written


def test_one_file_opens_databases() -> None:
    opening = {
        name
        for name, tree in trees().items()
        for called, call in calls(tree)
        if ast.unparse(call.func) == "sqlite3.connect"
    }
    assert opening == {"collection/sqlite_file.py"}


MAINS = {"cli/app.py", "completion/shells.py"}
"""Where a run begins and ends: the answer to a command line, and the completion of one."""


def test_one_place_catches_whatever_comes() -> None:
    """Elsewhere unforeseen exceptions propagate; a handler may clean up and raise them again."""
    catching = {
        (name, ast.unparse(handler.type) if handler.type else "")
        for name, tree in trees().items()
        for handler in nodes(tree)
        if isinstance(handler, ast.ExceptHandler)
        and (handler.type is None or ast.unparse(handler.type) in ("Exception", "BaseException"))
        and not isinstance(handler.body[-1], ast.Raise)
    }
    assert catching == {(main, "Exception") for main in MAINS}


def test_one_place_hears_signals() -> None:
    hearing = {
        name
        for name, tree in trees().items()
        for called, call in calls(tree)
        if ast.unparse(call.func) == "signal.signal"
    }
    # The browser's loop hears them itself while it runs; then what was there is put back.
    assert hearing == {"cli/signals.py", "completion/shells.py", "__main__.py", "browser/screen.py"}


def test_one_place_ends_the_process() -> None:
    ending = {
        name
        for name, tree in trees().items()
        for called, call in calls(tree)
        if ast.unparse(call.func) in ("sys.exit", "exit", "quit", "os._exit", "os.abort", "SystemExit")
    }
    assert ending == set(MAINS)


def test_nothing_is_printed_past_the_streams() -> None:
    printing = {
        name
        for name, tree in trees().items()
        for called, call in calls(tree)
        if called == "print" and isinstance(call.func, ast.Name)
    }
    assert printing == set()


def test_three_files_know_the_standard_streams() -> None:
    knowing = {
        name
        for name, tree in trees().items()
        for node in nodes(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in ("stdout", "stderr", "stdin")
        and isinstance(node.value, ast.Name)
        and node.value.id == "sys"
    }
    assert knowing == {"cli/app.py", "output/terminal.py", "processes.py"}  # the last where a process works for another


def written_in(name: str) -> Iterator[str]:
    """The functions of a file, and its top, that write to a standard stream by themselves."""
    for scope in nodes(trees()[name]):
        if isinstance(scope, ast.FunctionDef) and any(
            isinstance(call.func, ast.Attribute)
            and called in ("write", "writelines")
            and any(word in ast.unparse(call.func.value) for word in ("stdout", "stderr"))
            for called, call in calls(scope)
        ):
            yield scope.name


def test_three_functions_write_to_the_streams() -> None:
    assert set(written_in("output/terminal.py")) == {"_write_lines", "overwrite", "write_stdout"}
    assert set(written_in("cli/app.py")) == set()


def users(function: str) -> set[str]:
    """The files that call a function of the streams."""
    return {name for name, tree in trees().items() if any(called == function for called, _ in calls(tree))}


def test_what_goes_past_the_sanitiser_is_handed_over_by_those_who_call_it_themselves() -> None:
    assert users("write_stdout") <= {
        "output/terminal.py",
        "output/deliver.py",
        "completion/shells.py",
    }
    assert users("standard_output") <= {"output/deliver.py", "output/pager.py", "output/terminal.py"}
    assert users("overwrite") <= {"output/progress.py", "output/terminal.py"}
    for name in (
        "output/result_in_full.py",
        "output/table.py",
        "output/formats.py",
        "completion/offers.py",
        "output/html_page.py",
        "output/charts.py",
    ):
        assert "awardcli.output.sanitize" in imports(trees()[name])


def test_there_is_no_way_round_the_sanitiser() -> None:
    ways = {
        "echo",
        "secho",
        "style",
        "print_exc",
        "print_exception",
        "print_tb",
        "print_help",
        "__stdout__",
        "__stderr__",
    }
    for name, tree in trees().items():
        named = {node.attr for node in nodes(tree) if isinstance(node, ast.Attribute)}
        named |= {node.id for node in nodes(tree) if isinstance(node, ast.Name)}
        assert named.isdisjoint(ways), name


def test_every_sentence_of_a_failure_comes_from_the_catalogue() -> None:
    failures = {
        "AwardcliError",
        "UsageError",
        "UnknownNameError",
        "InvalidDataError",
        "UnreadableError",
        "UnwritableError",
    }
    for name, tree in trees().items():
        for called, call in calls(tree):
            if called in failures and call.args:
                assert not isinstance(call.args[0], ast.Constant), f"{name}, line {call.lineno}"


def test_a_file_begins_with_its_job_and_is_no_longer_than_it_should_be() -> None:
    for name in INSIDE:
        text = (SOURCE / name).read_text(encoding="utf-8")
        assert ast.get_docstring(trees()[name])
        # The catalogue and the generated tables are lists, not code.
        assert len(text.splitlines()) <= 500 or name == "messages.py" or "/tables/" in name


def test_every_text_file_is_opened_in_utf_8() -> None:
    for name, tree in trees().items():
        for called, call in calls(tree):
            if called in ("read_text", "write_text") and not (isinstance(call.func, ast.Name)):
                said = [k.value for k in call.keywords if k.arg == "encoding"] or call.args
                assert said, f"{name}, line {call.lineno}"
