"""The page in front of what is published: one entry for each covenant that is in force."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from msgspec import Struct

from convenant.locale import N_, Voice

_STYLE = (
    ":root{color-scheme:light dark}body{font:1.1rem/1.6 sans-serif;max-width:42rem;"
    "margin:0 auto;padding:2rem 1rem}li{margin:0 0 1.5rem}h2{margin:0}p{margin:.25rem 0}"
    "a{overflow-wrap:anywhere}"
)


class Entry(Struct, frozen=True):
    """A covenant in force.

    Attributes:
        day: ISO date of its version.
        documents: names of its other files, beside its page.
    """

    slug: str
    title: str
    version: str
    day: str
    digest: str
    language: str
    documents: tuple[str, ...]


def shelf_page(name: str, entries: Sequence[Entry], voice: Voice) -> str:
    """The page as HTML, without scripts and without anything from elsewhere."""
    title = escape(name or voice.say(N_("Covenants")))
    nothing = voice.say(N_("No covenant is in force yet."))
    items = "".join(f"<li>{''.join(_entry(entry, voice))}</li>\n" for entry in entries)
    body = f"<ul>\n{items}</ul>" if entries else f"<p>{escape(nothing)}</p>"
    return (
        f'<!DOCTYPE html>\n<html lang="{voice.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{title}</title>\n<link rel="icon" href="data:,">\n<style>{_STYLE}</style>\n'
        f"</head>\n<body>\n<main>\n<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _entry(entry: Entry, voice: Voice) -> Iterator[str]:
    slug = escape(entry.slug)
    lang = f' lang="{escape(entry.language)}"' if entry.language != voice.language else ""
    yield f'<h2{lang}><a href="{slug}/">{escape(entry.title)}</a></h2>'
    said = N_("{version}, {day}. Fingerprint: {digest}")
    shown = " ".join(entry.digest[i : i + 4] for i in (0, 4, 8))
    values = {"version": entry.version, "day": voice.date(entry.day), "digest": shown}
    yield f"<p>{escape(voice.say(said, **values))}</p>"
    links = (f'<a href="{slug}/{escape(file)}">{escape(file)}</a>' for file in entry.documents)
    yield f"<p>{' · '.join(links)}</p>"
