"""The covenant that a proposal changes, as it is and as it would become."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct, field

from convenant.cli.steps.reading import Reading, read_covenants
from convenant.edges.disk.cache import Cache, cache_folder
from convenant.edges.disk.resource import read_schemas
from convenant.edges.vcs.change import Change, same_folder
from convenant.edges.vcs.repository import Repository
from convenant.edges.vcs.version_folder import folder_of_files, read_files
from convenant.model.folder import Folder
from convenant.model.gate import Touched
from convenant.model.party import Party
from convenant.model.proposal import sections_of
from convenant.model.record import Review
from convenant.model.section import SECTIONS, Maturity, Section
from convenant.plan.digest import Digest, digest_covenant
from convenant.plan.merge import Change as Wanted
from convenant.plan.merge import plan_merge
from convenant.problem import Problem, Severity

COMMITS_LIMIT = 12
"""Earlier versions of a proposal of which the digest is worked out, for reviews of them."""


class Text(Struct, frozen=True):
    """A covenant as it is and as a proposal would make it.

    Attributes:
        old: as it is; of nothing but missing files where the covenant would be new.
        problems: errors and warnings that it would bring in.
        as_proposed: whether it would become what the proposal says, to the byte.
        existed: whether the main version has the covenant already.
    """

    repository: Repository
    head: str
    old: Reading
    new: Reading
    digest: Digest
    touched: Touched
    problems: tuple[Problem, ...]
    as_proposed: bool
    existed: bool
    _known: dict[str, str] = field(default_factory=dict)

    def digest_at(self, commit: str) -> str:
        """The digest of the covenant in some version; empty where that cannot be told."""
        slug = self.touched.slug
        if self.as_proposed and same_folder(self.repository, slug, commit, self.head):
            return self.digest.whole
        if commit not in self._known:
            files = read_files(self.repository, commit, slug)
            if not files or len(self._known) >= COMMITS_LIMIT:
                return ""
            schemas = read_schemas()
            (reading,) = _read([folder_of_files(slug, files)])
            self._known[commit] = digest_covenant(reading.covenant, schemas).whole
        return self._known[commit]


def read_text(repository: Repository, tip: str, change: Change, slug: str) -> Text:
    """A covenant before and after a proposal, on top of what the main version says by now."""
    now, wanted = read_files(repository, tip, slug), read_files(repository, change.head, slug)
    moved = not same_folder(repository, slug, tip, change.base) and change.base != tip
    files, clashes = dict(wanted), False
    if moved and change.base:
        before = read_files(repository, change.base, slug)
        plan = plan_merge(now, [Wanted("", before, wanted)], {})
        files, clashes = dict(plan.result), bool(plan.clashes)
    old, new = _read([folder_of_files(slug, f) for f in (now, files)])
    schemas = read_schemas()
    was, digest = (digest_covenant(r.covenant, schemas) for r in (old, new))
    before_, after = (_maturities(r) for r in (old, new))
    changed = {s.number for s in Section if was.sections[s] != digest.sections[s]}
    changed |= {n for n in after if before_[n] is not after[n]}
    problems = tuple(_brought_in(old, new))
    cover = old.covenant.cover if now else new.covenant.cover
    touched = Touched(
        slug=slug,
        title=cover.title or slug,
        parties=_parties(cover.parties, new.covenant.cover.parties),
        sections=sections_of({n: 0 for n in {*now, *files} if now.get(n) != files.get(n)}),
        changed=frozenset(changed),
        before=before_,
        after=after,
        digest=digest.whole,
        reviews=_last_reviews(old),
        clashes=clashes,
        errors=sum(p.severity is Severity.ERROR for p in problems),
        taken_away="covenant.yaml" in now and "covenant.yaml" not in files,
    )
    return Text(
        repository, change.head, old, new, digest, touched, problems, files == wanted, bool(now)
    )


def _read(folders: list[Folder]) -> list[Reading]:
    with Cache(cache_folder()) as cache:
        return list(read_covenants(folders, read_schemas(), cache))


def _maturities(reading: Reading) -> dict[int, Maturity]:
    return {section.number: reading.covenant.maturity(section) for section in SECTIONS}


def _parties(now: tuple[Party, ...], after: tuple[Party, ...]) -> tuple[Party, ...]:
    known = {party.id for party in now}
    return (*now, *(party for party in after if party.id not in known))


def _last_reviews(reading: Reading) -> dict[str, Review]:
    parties = (party.id for party in reading.covenant.cover.parties)
    said = {party: reading.records.reviews_of(party) for party in parties}
    return {party: reviews[-1] for party, reviews in said.items() if reviews}


def _brought_in(old: Reading, new: Reading) -> Iterator[Problem]:
    """What was not wrong before, wherever it moved to."""
    known = Counter(map(_sign, old.problems))
    for problem in new.problems:
        if problem.severity is Severity.HINT:
            continue
        if known[_sign(problem)]:
            known[_sign(problem)] -= 1
        else:
            yield problem


def _sign(problem: Problem) -> tuple[object, ...]:
    return problem.code, problem.place.file, tuple(sorted(problem.values.items()))
