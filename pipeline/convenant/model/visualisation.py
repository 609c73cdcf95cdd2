"""§3, what it will look like: `3-visualisation.yaml`."""

from __future__ import annotations

from convenant.model.frozen import frozen
from convenant.problem import Place


@frozen
class Figure:
    """An image of the covenant's own, used in the prose by its file.

    Attributes:
        file: path from the covenant's folder, such as `figures/plattegrond.svg`.
        alternative: what the picture says, for who cannot see it.
        description: the long description, where the alternative is not enough.
    """

    at: Place
    id: str = ""
    file: str = ""
    alternative: str = ""
    caption: str = ""
    description: str = ""
    source: str = ""
    licence: str = ""


@frozen
class Scene:
    """A moment in the life of the result: a title, a few sentences, perhaps a figure's id."""

    at: Place
    id: str = ""
    title: str = ""
    text: str = ""
    figure: str = ""


@frozen
class Site:
    """A location and what it is used for."""

    at: Place
    id: str = ""
    name: str = ""
    use: str = ""


@frozen
class Milestone:
    """A step on the roadmap; `date` is an ISO date or month."""

    at: Place
    id: str = ""
    text: str = ""
    date: str = ""
    phase: str = ""
    owner: str = ""


@frozen
class Visualisation:
    """`3-visualisation.yaml`; `status` says whether the picture is illustrative or binding."""

    at: Place
    maturity: str = ""
    status: str = ""
    scenes: tuple[Scene, ...] = ()
    figures: tuple[Figure, ...] = ()
    sites: tuple[Site, ...] = ()
    roadmap: tuple[Milestone, ...] = ()
    boundaries: tuple[str, ...] = ()
