"""Read one workbook after another, as `sheet_reader` reads one: paths come in by line, a line goes out after each.

What is written about a workbook goes into the file named first on the command line.
"""

import os
import sys
from contextlib import suppress

from awardcli.collection.user_file.workbooks import sheet_reader


def main(told: str) -> None:
    for path in sys.stdin:
        pipe = os.open(told, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        # A bound once set stays: the seconds are for a hundred thousand workbooks.
        with suppress(Exception):
            sheet_reader.write(path.rstrip("\n"), 1 << 30, 10_000, pipe)
        print(flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
