"""De Linde on its way to signature: five parties, a bare origin, and what each has to say."""

from __future__ import annotations

from pathlib import Path

from convenant.cli.steps.version.planning import copy_of
from convenant.cli.steps.version.publishing import shelf_of
from convenant.cli.steps.version.recording import Entry, record_all
from convenant.cli.steps.version.standing import stand
from convenant.model.record import Answer, Review, Signature
from convenant.plan.consent import part_digests
from convenant.problem import Place
from sample_repository import ROOT, repository, store

AT = Place("")
PARTIES = {
    "gemeente": ("wethouder Sociaal domein",),
    "lindewonen": ("directeur-bestuurder",),
    "wolderzorg": ("voorzitter van de raad van bestuur", "lid van de raad van bestuur"),
    "bewonersvereniging": ("voorzitter", "penningmeester"),
    "ondernemers": ("voorzitter", "secretaris"),
    "bibliotheek": ("directeur",),
}
FIVE = tuple(PARTIES)[:5]
"""The sixth joins later."""

DAY = "2026-11-24"


def de_linde(folder: Path) -> Path:
    """The worked example in a repository, with every decision taken and little prose."""
    path = repository(folder, ROOT / "covenants/de-linde", "de-linde")
    for file in (*path.glob("?-*.md"), *path.glob("annexes/*.md")):
        title = file.read_text().splitlines()[0]
        id = file.stem.replace("1-", "")
        said = "Partijen, bijeen in het buurthuis, openen niet later dan 3 maart 2027."
        file.write_text(f"{title}\n\n## Afspraak {{#{id.lstrip('0123456789-')}-kort}}\n\n{said}\n")
    seen = path / "3-visualisation.md"
    seen.write_text(seen.read_text() + "\n![](figures/plattegrond.svg)\n\n![](figures/week.svg)\n")
    cover = path / "covenant.yaml"
    text = cover.read_text().replace(
        "        status: requested\n",
        '        date: "2026-11-24"\n'
        "        reference: besluit 2026-301\n        status: granted\n",
    )
    decision = (
        "      - body: raad van bestuur\n        kind: decision\n"
        '        date: "2026-11-20"\n        reference: besluit RvB 2026-40\n'
        "        status: granted\n"
    )
    mark = "      - body: raad van toezicht\n"
    cover.write_text(text.replace(mark, decision + mark))
    annexes = path / "5-annexes.yaml"
    annexes.write_text(annexes.read_text().replace("met: false", "met: true"))
    roles = "roles:\n  - {login: secretaris, role: secretary}\n"
    (folder / "access.yaml").write_text(roles)
    store(folder, "Besluiten")
    return path


def agree(path: Path, parties: tuple[str, ...] = FIVE) -> None:
    """Every party agrees to the present text and waives its legal review."""
    standing = stand(str(path))
    digest, parts = standing.digest.whole, part_digests(standing.digest.sections)
    entries = []
    for party in parties:
        function = PARTIES[party][0]
        answer = Answer(AT, "agree", digest, parts, standing.commit, function=function, date=DAY)
        review = Review(AT, "waived", digest, parts, standing.commit, function, DAY)
        entries += [Entry(f"consents/{party}.yaml", answer), Entry(f"reviews/{party}.yaml", review)]
    record_all(standing, entries, "Akkoorden", dry_run=False)


def sign(path: Path, parties: tuple[str, ...] = FIVE) -> None:
    """Every function signs the open copy in ink."""
    standing = stand(str(path))
    copy = copy_of(shelf_of(standing.root, path.name), standing.digest.whole)
    assert copy
    entries = [
        Entry(
            f"signatures/{party}.yaml",
            Signature(AT, copy.name, copy.digest, copy.document, function, "wet_ink", DAY),
        )
        for party in parties
        for function in PARTIES[party]
    ]
    record_all(standing, entries, "Handtekeningen", dry_run=False)
