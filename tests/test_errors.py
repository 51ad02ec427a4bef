"""Each way to fail knows its exit code, its sentence and its hints."""

import pytest

from awardcli.errors import (
    AwardcliError,
    ExitCode,
    InvalidDataError,
    UnknownNameError,
    UnreadableError,
    UnwritableError,
    UsageError,
)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UnknownNameError, 1),
        (UsageError, 2),
        (InvalidDataError, 3),
        (UnreadableError, 3),
        (UnwritableError, 3),
        (AwardcliError, 3),
    ],
)
def test_a_failure_knows_the_code_it_ends_with(error: type[AwardcliError], code: int) -> None:
    assert error("what failed").code == code


def test_a_failure_keeps_its_sentence_and_its_hints() -> None:
    error = UsageError("what failed", hints=["what to try"])
    assert (error.message, error.hints, str(error)) == ("what failed", ("what to try",), "what failed")


def test_every_failure_is_caught_as_one_kind() -> None:
    with pytest.raises(AwardcliError):
        raise UnwritableError("what failed")


def test_the_exit_codes_are_those_that_scripts_know() -> None:
    assert {code.name: int(code) for code in ExitCode} == {
        "ANSWERED": 0,
        "NOTHING": 1,
        "USAGE": 2,
        "FILE": 3,
        "HANGUP": 128 + 1,
        "INTERRUPTED": 128 + 2,
        "BROKEN_PIPE": 128 + 13,
        "TERMINATED": 128 + 15,
    }
