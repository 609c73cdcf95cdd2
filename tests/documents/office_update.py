"""Runs in LibreOffice's own Python: opens a file, updates all fields and indexes, exports a PDF.

Usage: office_update.py PIPE-NAME INPUT OUTPUT
"""

import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

WAITS = 600  # a fifth of a second each: a first start on a busy machine takes more than twenty


def main(pipe: str, source: str, output: str) -> None:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    context = connect(resolver, f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
    desktop = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.frame.Desktop", context
    )
    opened = desktop.loadComponentFromURL(
        Path(source).as_uri(), "_blank", 0, (PropertyValue("Hidden", 0, True, 0),)
    )
    indexes = opened.getDocumentIndexes()
    for number in range(indexes.getCount()):
        indexes.getByIndex(number).update()
    opened.getTextFields().refresh()
    print("indexes", indexes.getCount())
    filter = PropertyValue("FilterName", 0, "writer_pdf_Export", 0)
    opened.storeToURL(Path(output).as_uri(), (filter,))
    opened.close(True)
    desktop.terminate()


def connect(resolver, address: str):
    for _ in range(WAITS):
        try:
            return resolver.resolve(address)
        except NoConnectException:
            time.sleep(0.2)
    raise SystemExit("LibreOffice does not answer")


main(*sys.argv[1:])
