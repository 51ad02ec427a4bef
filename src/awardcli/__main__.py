"""Where `awardcli` and `python -m awardcli` begin."""

import gc
import signal
import sys

# Imports make many objects and hardly any garbage: looking for it as often as usual is a tenth of the start-up.
gc.set_threshold(250_000, 50, 50)

# While the rest is imported there is nothing to clean up: Ctrl-C ends us at once, without a traceback.
if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

if sys.argv[1:2] == ["__complete"]:  # a shell asks, at a TAB: nothing of Typer is wanted
    from awardcli.completion.shells import main
else:
    from awardcli.cli.app import main

if __name__ == "__main__":
    main()
