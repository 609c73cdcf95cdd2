"""The pictures of a document in the size that paper shows, kept by what they were made from."""

from __future__ import annotations

from msgspec.structs import replace

from convenant.edges.disk.cache import Cache, cache_key
from convenant.edges.engine.program import program_state
from convenant.load.raster import size_of
from convenant.model.document import Document
from convenant.model.picture import fitting


def scaled(document: Document, cache: Cache) -> Document:
    """The document with its large pictures made smaller; mostly the document itself."""
    wanted = {
        name: size
        for name, image in document.images.items()
        if image.media_type != "image/svg+xml"
        and (known := size_of(image.data))
        and (size := fitting(known))
    }
    if not wanted:
        return document
    from convenant.edges.engine.scaling import scale_images

    images = dict(document.images)
    keys = {name: cache_key("scaled", program_state(), images[name].data) for name in wanted}
    kept = {name: data for name, key in keys.items() if (data := cache.get(key))}
    fresh = scale_images(images, {name: wanted[name] for name in wanted if name not in kept})
    for name, image in fresh.items():
        cache.put(keys[name], image.data)
    images |= {name: replace(images[name], data=data) for name, data in kept.items()}
    return replace(document, images={**images, **fresh})
