"""Where `awardcli` and `python -m awardcli` begin."""

import signal

# While the rest is imported there is nothing to clean up: Ctrl-C ends us at once, without a traceback.
if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from awardcli.cli import main

if __name__ == "__main__":
    main()
