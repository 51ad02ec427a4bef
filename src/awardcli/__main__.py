"""Where `awardcli` and `python -m awardcli` begin."""

import gc
import signal
import sys

from awardcli import GC_THRESHOLDS

gc.set_threshold(*GC_THRESHOLDS)

# While the rest is imported there is nothing to clean up: Ctrl-C ends us at once, without a traceback.
if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

if sys.argv[1:2] == ["__complete"]:  # a shell asks, at a TAB: nothing of Typer is wanted
    from awardcli.completion.shells import main
else:
    from awardcli.cli.app import main

if __name__ == "__main__":
    main()
