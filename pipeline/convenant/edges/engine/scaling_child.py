"""The child process that makes large pictures smaller.

Run as a file: `python -I -S scaling_child.py SITE`. It reads a JSON list of triples from standard
input, a picture in base64 with the width and height to give it, and writes a list of pictures.
"""

from __future__ import annotations

import base64
import io
import json
import sys

QUALITY = 88
"""Of a JPEG: no trace that a reader would see."""


def main(site: str) -> int:
    """Scale every picture, in the format that it has."""
    sys.path.append(site)
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = None  # counted before it comes here
    made = []
    for data, width, height in json.load(sys.stdin):
        picture: Image.Image = Image.open(io.BytesIO(base64.b64decode(data)))
        form = picture.format
        if picture.mode in ("P", "1"):
            picture = picture.convert("RGBA" if "transparency" in picture.info else "RGB")
        # What the camera noted of its turn goes with the rest of its notes.
        picture = ImageOps.exif_transpose(picture)
        turned = (picture.width > picture.height) != (width > height)
        size = (height, width) if turned else (width, height)
        small = picture.resize(size, Image.Resampling.LANCZOS)
        written = io.BytesIO()
        if form == "JPEG":
            small.convert("RGB").save(written, "JPEG", quality=QUALITY)
        else:
            small.save(written, "PNG")
        made.append(base64.b64encode(written.getvalue()).decode())
    sys.stdout.write(json.dumps(made))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
