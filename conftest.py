"""The browser's modules are looked at only where Textual is installed; in CI it has to be."""

import os
from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("textual") or os.environ.get("CI") == "true" else ["src/awardcli/browser/*"]
