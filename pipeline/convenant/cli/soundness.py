"""Whether changed files still make a sound covenant: the errors that were not there before."""

from __future__ import annotations

from collections.abc import Mapping

from convenant.cli.reading import read_covenants
from convenant.edges.cache import Cache, cache_folder
from convenant.edges.resource import read_schemas
from convenant.edges.version_folder import folder_of_files
from convenant.problem import Problem, Severity


def new_errors(
    slug: str, before: Mapping[str, bytes], after: Mapping[str, bytes]
) -> tuple[Problem, ...]:
    """Errors that a covenant has with `after` and not with `before`, wherever they moved to."""
    with Cache(cache_folder()) as cache:
        schemas = read_schemas()
        folders = [folder_of_files(slug, files) for files in (after, before)]
        new, old = read_covenants(folders, schemas, cache)
    known = [_sign(p) for p in old.problems if p.severity is Severity.ERROR]
    found = []
    for problem in new.problems:
        if problem.severity is not Severity.ERROR:
            continue
        if _sign(problem) in known:
            known.remove(_sign(problem))
        else:
            found.append(problem)
    return tuple(found)


def _sign(problem: Problem) -> tuple[object, ...]:
    return (problem.code, problem.place.file, tuple(sorted(problem.values.items())))
