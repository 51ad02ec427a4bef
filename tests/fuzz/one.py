"""`python -m fuzz.one TARGET RUNS SECONDS CORPUS FOUND`: fuzz one target in this process, which ends with it."""

import gc
import os
import pkgutil
import sys
from importlib import import_module

LED_BY = ("collection", "language", "search", "output.sanitize")
"""The packages whose branches lead the fuzzing; to instrument the others would take most of a minute."""


def end(failure: "sys.UnraisableHookArgs") -> None:
    """Python only prints an exception raised in a finalizer: here it is a finding."""
    sys.__unraisablehook__(failure)
    os.abort()


def main(target: str, runs: str, seconds: str, corpus: str, found: str) -> None:
    """Never returns: libFuzzer ends the process."""
    import atheris  # not among what the tests need

    with atheris.instrument_imports(include=[f"awardcli.{name}" for name in LED_BY]):
        for name in LED_BY:
            folder = import_module(f"awardcli.{name}")
            for module in pkgutil.walk_packages(getattr(folder, "__path__", ()), f"awardcli.{name}."):
                import_module(module.name)
        from fuzz.targets import LONGEST, MOST, TARGETS
    options = [
        f"-runs={runs}",
        f"-max_total_time={seconds}",
        "-print_final_stats=1",
        f"-max_len={LONGEST.get(target, MOST)}",
        "-timeout=1200",  # wall time: the process may be paused for a while
        "-rss_limit_mb=1000",
        f"-artifact_prefix={found}/{target}-",
    ]
    sys.unraisablehook = end
    gc.freeze()  # these objects live as long as the process
    atheris.Setup([sys.argv[0], *options, corpus], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
