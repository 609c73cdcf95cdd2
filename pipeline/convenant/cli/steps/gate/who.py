"""Who somebody is, by the roles of the main version and never by those of a proposal."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from convenant.edges.vcs.change import Change
from convenant.edges.vcs.main_version import read_file_at
from convenant.edges.vcs.repository import Repository
from convenant.load.access import FILE, load_access
from convenant.model.access import FACILITATOR, JURIST, Access, AccessRole
from convenant.model.event import Actor
from convenant.model.forge import Login
from convenant.model.gate import Account, Doubt, Reach, Who
from convenant.problem import Place


class Roles(Struct, frozen=True):
    """The roles of the main version.

    Attributes:
        doubts: where they cannot be read as a whole.
    """

    access: Access
    doubts: tuple[Doubt, ...] = ()

    def with_jurist(self, slug: str) -> frozenset[str]:
        """The parties for which somebody is jurist."""
        return frozenset(
            line.party for line in self.access.roles if line.role == JURIST and line.holds_for(slug)
        )

    def compare(self, repository: Repository, change: Change) -> Reach:
        """What a proposal reaches, and what it does to these roles."""
        reach = change.reach
        if FILE not in {name.casefold() for name in reach.rules}:
            return reach
        after, problems = load_access(read_file_at(repository, change.head, FILE))
        now = {_held(line) for line in self.access.roles}
        appointed = {_held(line) for line in after.roles} - now
        return replace(
            reach,
            appointed=frozenset(login for login, *_ in appointed),
            keeps_facilitator=any(line.role == FACILITATOR for line in after.roles),
            readable_roles=not problems,
        )

    @staticmethod
    def acting(actor: Actor) -> Who:
        """Somebody of whom the records know the role and no login."""
        role = actor.role
        return Who("", Account.PERSON, (AccessRole(Place(FILE), "", role, actor.party),))


def read_roles(repository: Repository, tip: str) -> Roles:
    """The roles as they stand in the main version."""
    data = read_file_at(repository, tip, FILE)
    access, problems = load_access(data)
    return Roles(access, (Doubt("roles-unreadable"),) if problems else ())


def account_of(login: Login, roles: Roles) -> Who:
    """Somebody on the forge, with the roles of the main version."""
    name = login.name.casefold()
    lines = tuple(r for r in roles.access.roles if name and r.login.casefold() == name)
    return Who(login.name, login.account, lines)


def _held(line: AccessRole) -> tuple[str, str, str, tuple[str, ...]]:
    return line.login.casefold(), line.role, line.party, line.covenants
