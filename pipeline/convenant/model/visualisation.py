"""§3, what it will look like: `3-visualisation.yaml`."""

from __future__ import annotations

from msgspec import Struct

from convenant.problem import Place


class Figure(Struct, frozen=True):
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


class Scene(Struct, frozen=True):
    """A moment in the life of the result: a title, a few sentences, perhaps a figure's id."""

    at: Place
    id: str = ""
    title: str = ""
    text: str = ""
    figure: str = ""


class Site(Struct, frozen=True):
    """A location and what it is used for."""

    at: Place
    id: str = ""
    name: str = ""
    use: str = ""


class Milestone(Struct, frozen=True):
    """A step on the roadmap; `date` is an ISO date or month."""

    at: Place
    id: str = ""
    text: str = ""
    date: str = ""
    phase: str = ""
    owner: str = ""


class Visualisation(Struct, frozen=True):
    """`3-visualisation.yaml`; `status` says whether the picture is illustrative or binding."""

    at: Place
    maturity: str = ""
    status: str = ""
    scenes: tuple[Scene, ...] = ()
    figures: tuple[Figure, ...] = ()
    sites: tuple[Site, ...] = ()
    roadmap: tuple[Milestone, ...] = ()
    boundaries: tuple[str, ...] = ()
