"""Which documents a build makes of one covenant: the whole, or an edition for one reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from convenant.errors import ConvenantError
from convenant.locale import N_

if TYPE_CHECKING:
    from convenant.model.covenant import Covenant
    from convenant.model.document import Document


class EditionChoice(Struct, frozen=True):
    """What was asked for.

    Attributes:
        name: full, brief, party or annexes.
        party: the id of one party; empty for every party that signs.
    """

    name: str = "full"
    party: str = ""

    def of(self, covenant: Covenant, full: Document) -> list[Document]:
        """The documents to write.

        Raises:
            ConvenantError: when there is no such party, or an edition says what the full text does
                not.
        """
        if self.name == "full":
            return [full]
        from convenant.render import editions
        from convenant.render.editions.guard import unsupported

        match self.name:
            case "brief":
                made = [editions.brief(covenant, full)]
            case "annexes":
                made = [editions.annexes(covenant, full)]
            case _:
                made = [
                    editions.for_party(covenant, full, party)
                    for party in covenant.cover.parties
                    if (party.id == self.party if self.party else party.signs)
                ]
                if not made and self.party:
                    raise ConvenantError(
                        N_("‘{party}’ is none of the parties of {slug}."),
                        N_("Choose one of: {parties}."),
                        party=self.party,
                        slug=full.slug,
                        parties=", ".join(party.id for party in covenant.cover.parties),
                    )
        for document in made:
            for said in unsupported(document, full)[:1]:
                raise ConvenantError(
                    N_("The edition says something that the full text does not: “{said}”."),
                    N_("This is a fault of the program. The full text is not affected; report it."),
                    said=said,
                )
        return made


WHOLE = EditionChoice()
"""The document that the parties agree on."""
