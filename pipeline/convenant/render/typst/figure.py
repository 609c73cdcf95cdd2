"""Figures as Typst: the data of each drawing as a file, beside the templates that draw it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from msgspec.structs import asdict

from convenant.model.document import Document
from convenant.model.drawing import Drawing
from convenant.model.house_style import HouseStyle, Scale
from convenant.model.letters import SUBSTITUTE, unprintable
from convenant.render.html.svg_font import with_our_fonts

_LOGO = "logo"
EXTENSIONS = {"image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg"}
"""Of image files in a project, by media type."""

_PAGE = """\
#import "/figures/base.typ": set-text, width
#set page(width: width + 1mm, height: auto, margin: 0.5mm, fill: none)
#set text(lang: "{language}")
#show: set-text
"""


def drawing_paths(document: Document) -> dict[str, str]:
    """By name of a drawing the path of its data in a project."""
    return {name: f"data/{n}.json" for n, name in enumerate(document.drawings, 1)}


def figure_files(document: Document, figures: Mapping[str, bytes]) -> dict[str, bytes]:
    """What a project needs to draw the figures of a document, by path; nothing without any."""
    if not document.drawings:
        return {}
    data = {path: _data(document.drawings[name]) for name, path in drawing_paths(document).items()}
    return {**{f"figures/{path}": content for path, content in figures.items()}, **data}


def look_files(document: Document, template: Mapping[str, bytes]) -> dict[str, bytes]:
    """The templates and the house style that they read, by path."""
    logo = document.style.logo
    picture = with_our_fonts({"": logo})[""].data if logo else b""
    return {
        **({f"{_LOGO}.{EXTENSIONS[logo.media_type]}": picture} if logo else {}),
        "style.json": style_data(document.style, sheet=document.sheet),
        **{f"template/{path}": content for path, content in template.items()},
    }


def figures_project(
    document: Document, template: Mapping[str, bytes], figures: Mapping[str, bytes]
) -> dict[str, bytes]:
    """A project of nothing but the figures, one a page, in the order of `document.drawings`."""
    pages = [
        f'#page({{ import "/figures/{document.drawings[name].kind}.typ"; '
        f'{document.drawings[name].kind}.draw(json("/{path}")) }})'
        for name, path in drawing_paths(document).items()
    ]
    main = "\n".join([_PAGE.format(language=document.language), *pages])
    return {
        "main.typ": main.encode(),
        **look_files(document, template),
        **figure_files(document, figures),
    }


def style_data(style: HouseStyle, *, sheet: bool = False) -> bytes:
    """The house style as the templates read it; on paper only the light scheme is of use."""
    light, scale = style.light, style.scale or Scale()
    data = {
        "colours": light.named(),
        "tones": [{"fill": one.fill, "on": one.on, "line": one.line} for one in light.tones],
        "fonts": {
            "text": style.fonts.text,
            "display": style.fonts.display,
            "code": style.fonts.code,
        },
        "cover": style.cover,
        "header": style.header,
        "footer": style.footer,
        "logo": f"/{_LOGO}.{EXTENSIONS[style.logo.media_type]}" if style.logo else None,
        "sheet": sheet,
        "scale": asdict(scale),
    }
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return (text if text.isascii() else unprintable().sub(SUBSTITUTE, text)).encode()


def _data(drawing: Drawing) -> bytes:
    text = json.dumps(drawing.data, ensure_ascii=False, sort_keys=True)
    return (text if text.isascii() else unprintable().sub(SUBSTITUTE, text)).encode()
