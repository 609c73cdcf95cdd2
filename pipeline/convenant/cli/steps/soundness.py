"""Whether changed files still make a sound covenant: the errors that were not there before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from convenant.cli.steps.reading import Reading, read_covenants
from convenant.diff.covenant import diff_covenants
from convenant.edges.disk.cache import Cache, cache_folder
from convenant.edges.disk.resource import read_schemas
from convenant.edges.vcs.version_folder import folder_of_files
from convenant.model.comparison import Comparison
from convenant.problem import Problem, Severity

Files = Mapping[str, bytes]


def new_errors(slug: str, before: Files, after: Files) -> tuple[Problem, ...]:
    """Errors that a covenant has with `after` and not with `before`, wherever they moved to."""
    old, new = read_all(slug, [before, after])
    return errors_between(old, new)


def read_all(slug: str, versions: Sequence[Files]) -> tuple[Reading, ...]:
    """A covenant as it reads with each of some sets of files."""
    with Cache(cache_folder()) as cache:
        folders = (folder_of_files(slug, files) for files in versions)
        return tuple(read_covenants(folders, read_schemas(), cache))


def errors_between(old: Reading, new: Reading) -> tuple[Problem, ...]:
    """The errors of one reading that another does not have."""
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


def comparisons(readings: Sequence[Reading]) -> Iterator[Comparison]:
    """What differs from each reading to the next."""
    schemas = read_schemas()
    for old, new in pairwise(readings):
        yield diff_covenants(old.covenant, new.covenant, schemas)


def _sign(problem: Problem) -> tuple[object, ...]:
    return (problem.code, problem.place.file, tuple(sorted(problem.values.items())))
