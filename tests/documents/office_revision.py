"""Runs in LibreOffice's own Python: accepts or rejects every revision of files, tells their text.

Usage: office_revision.py PIPE-NAME JOBS OUTPUT, where JOBS is a JSON list of a path and `accept`,
`reject` or nothing. The answer has per job the texts of all paragraphs in their order, those of
tables and footnotes too; the table of contents is a field and left out.
"""

import json
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

WAITS = 600  # a fifth of a second each: a first start on a busy machine takes more than twenty
COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def main(pipe, jobs, output):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    context = connect(resolver, f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
    services = context.ServiceManager
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    told = []
    for path, action in json.loads(Path(jobs).read_text()):
        opened = desktop.loadComponentFromURL(
            Path(path).as_uri(), "_blank", 0, (PropertyValue("Hidden", 0, True, 0),)
        )
        if action:
            frame = opened.getCurrentController().getFrame()
            dispatcher.executeDispatch(frame, COMMANDS[action], "", 0, ())
        notes = opened.getFootnotes()
        texts = list(paragraphs(opened.getText()))
        for number in range(notes.getCount()):
            texts += list(paragraphs(notes.getByIndex(number)))
        told.append({"texts": texts})
        opened.close(True)
    Path(output).write_text(json.dumps(told))
    desktop.terminate()


def paragraphs(text):
    parts = text.createEnumeration()
    while parts.hasMoreElements():
        part = parts.nextElement()
        if part.supportsService("com.sun.star.text.TextTable"):
            for name in part.getCellNames():
                yield from paragraphs(part.getCellByName(name))
        elif not part.ParaStyleName.startswith("Contents"):
            yield part.getString()


def connect(resolver, address):
    for _ in range(WAITS):
        try:
            return resolver.resolve(address)
        except NoConnectException:
            time.sleep(0.2)
    raise SystemExit("LibreOffice does not answer")


main(*sys.argv[1:])
