"""A table or a page of help longer than the screen goes through a pager, as git's and gh's output does."""

from pathlib import Path

import pytest

from awardcli import messages
from support import in_copy, on_screen, written

SHORT = {"LINES": "10"}


def taking(path: Path, **more: str) -> dict[str, str | None]:
    """The environment in which a pager writes what it is given to a file."""
    return {**SHORT, "AWARDCLI_PAGER": f"sh -c 'cat > {path}'", **more}


def test_a_long_table_goes_to_the_pager_and_its_remarks_follow(tmp_path: Path) -> None:
    screen = on_screen("list", "-c", "title", env=taking(tmp_path / "paged"))
    assert (screen.code, screen.text) == (0, "")
    assert len((tmp_path / "paged").read_text(encoding="utf-8").splitlines()) == 2 + 50
    assert messages.SHOWN(shown=50, total=77) in screen.err


def test_a_long_page_of_help_goes_to_the_pager_too(tmp_path: Path) -> None:
    for arguments in (["search", "-h"], ["help", "search"]):
        assert on_screen(*arguments, env=taking(tmp_path / "paged")).text == ""
        assert (tmp_path / "paged").read_text(encoding="utf-8").startswith("Usage: awardcli search")


@pytest.mark.parametrize(
    ("arguments", "env"),
    [
        (["search", "爱上海"], {}),  # fits the screen
        (["list", "--no-pager"], {}),
        (["--no-pager", "list"], {}),
        (["list", "-f", "tsv"], {}),
        (["list"], {"TERM": "dumb"}),
        (["list"], {"AWARDCLI_PAGER": ""}),
        (["list"], {"AWARDCLI_PAGER": "cat"}),
        (["list"], {"AWARDCLI_PAGER": "no-such-pager"}),
        (["list"], {"AWARDCLI_PAGER": "'"}),
    ],
    ids=str,
)
def test_what_fits_or_is_not_to_be_paged_is_shown_at_once(
    tmp_path: Path, arguments: list[str], env: dict[str, str]
) -> None:
    screen = on_screen(*arguments, env=taking(tmp_path / "paged", **env))
    assert screen.code == 0
    assert "爱上海的理由" in screen.text
    assert not (tmp_path / "paged").exists()


def test_a_pipe_is_never_paged(tmp_path: Path) -> None:
    ran = in_copy("list", "-f", "table", env=taking(tmp_path / "paged"))
    assert len(ran.lines) == 2 + 77
    assert not (tmp_path / "paged").exists()


def test_pager_is_the_usual_variable_and_ours_goes_before_it(tmp_path: Path) -> None:
    pager = {"PAGER": f"sh -c 'cat > {tmp_path / 'usual'}'"}
    on_screen("list", env={**SHORT, **pager})
    assert (tmp_path / "usual").exists()
    assert "爱上海的理由" in on_screen("list", env={**SHORT, **pager, "AWARDCLI_PAGER": "cat"}).text


def test_without_a_variable_it_is_less_which_shows_colours_and_ends_where_the_text_fits(tmp_path: Path) -> None:
    less = written(tmp_path / "less", '#!/bin/sh\necho "LESS=$LESS $LESSCHARSET"\n')
    less.chmod(0o755)
    for env, options in (({}, "FRX"), ({"LESS": "S"}, "S")):
        screen = on_screen("list", env={**SHORT, "PATH": f"{tmp_path}:/usr/bin:/bin", **env})
        assert (screen.code, screen.lines) == (0, [f"LESS={options} utf-8"])


def test_a_pager_that_is_left_early_is_no_failure() -> None:
    screen = on_screen("list", env={**SHORT, "AWARDCLI_PAGER": "head -n 1"})
    assert screen.code == 0
    assert len(screen.lines) == 1
    assert "Traceback" not in screen.err


def test_ctrl_c_is_the_pagers_own() -> None:
    screen = on_screen("list", env={**SHORT, "AWARDCLI_PAGER": "sh -c 'cat > /dev/null; kill -INT $PPID'"})
    assert screen.code == 0
    assert messages.SHOWN(shown=50, total=77) in screen.err
