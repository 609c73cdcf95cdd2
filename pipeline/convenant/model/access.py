"""Who holds which role, by forge login: `access.yaml`. Never in a document."""

from __future__ import annotations

from msgspec import Struct

from convenant.problem import Place

FACILITATOR = "facilitator"
SECRETARY = "secretary"
JURIST = "jurist"
REPRESENTATIVE = "representative"
PUBLISHER = "publisher"


class AccessRole(Struct, frozen=True):
    """One line of `access.yaml`.

    Attributes:
        login: on the forge; forges do not tell capitals from small letters in it.
        role: `facilitator`, `secretary`, `jurist`, `representative` or `publisher`.
        party: the id of the party that the login speaks for; empty where it speaks for none.
        covenants: folder names that it holds for; none means all.
    """

    at: Place
    login: str = ""
    role: str = ""
    party: str = ""
    covenants: tuple[str, ...] = ()

    def holds_for(self, slug: str) -> bool:
        """Whether the line is about this covenant."""
        return not self.covenants or slug in self.covenants


class Access(Struct, frozen=True):
    """The roles of a workspace. What counts is what stands in the main version of it."""

    at: Place
    roles: tuple[AccessRole, ...] = ()

    def roles_of(self, login: str, slug: str) -> tuple[AccessRole, ...]:
        """The lines about a login for one covenant, in the order of the file."""
        name = login.casefold()
        return tuple(r for r in self.roles if r.login.casefold() == name and r.holds_for(slug))

    def holds(self, login: str, role: str, slug: str, *, party: str = "") -> bool:
        """Whether a login holds a role for a covenant.

        Args:
            party: asks for the role on behalf of this party; empty takes any.
        """
        lines = self.roles_of(login, slug)
        return any(r.role == role and party in ("", r.party) for r in lines)

    def logins(self, role: str, slug: str, *, party: str = "") -> tuple[str, ...]:
        """Who holds a role for a covenant, in the order of the file, each once."""
        found = (
            r.login
            for r in self.roles
            if r.role == role and r.holds_for(slug) and party in ("", r.party)
        )
        return tuple(dict.fromkeys(found))
