"""The peer for a redline: two Word files in, one with tracked changes out."""

from __future__ import annotations

import sys
from pathlib import Path

from python_redlines import DocxodusEngine

old, new = (Path(name).read_bytes() for name in sys.argv[1:3])
print(len(DocxodusEngine().run_redline("peer", old, new)[0]))
