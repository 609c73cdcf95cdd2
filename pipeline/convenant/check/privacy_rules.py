"""What the rules against personal data say."""

from __future__ import annotations

from convenant.locale import N_
from convenant.model.rule import Example, Rule
from convenant.problem import Severity

_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)

RULES = (
    Rule(
        code="privacy-mail",
        title=N_("An e-mail address of a person stands in the covenant"),
        message=N_("“{text}” looks like the e-mail address of a person."),
        hint=N_(
            "Name the function, or a general address such as info@…, and keep the "
            "list of contacts elsewhere."
        ),
        reason=N_(
            "What enters the repository stays there, also when a later version leaves "
            "it out. A function and an organisation say who is meant, for as long as "
            "the covenant runs."
        ),
        severity=Severity.WARNING,
        source="gdpr:5.1.c",
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nVragen gaan naar j.jansen@wolderveen.nl.\n"),
            good=("# Samenwerking\n\nVragen gaan naar info@wolderveen.nl.\n"),
        ),
    ),
    Rule(
        code="privacy-phone",
        title=N_("A telephone number stands in the covenant"),
        message=N_("“{text}” looks like a telephone number."),
        hint=N_("Name the function or the organisation, and keep the list of contacts elsewhere."),
        reason=N_(
            "What enters the repository stays there, also when a later version leaves "
            "it out. A function and an organisation say who is meant, for as long as "
            "the covenant runs."
        ),
        severity=Severity.WARNING,
        source="gdpr:5.1.c",
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nDe beheerder is bereikbaar op 06 12345678.\n"),
            good=("# Samenwerking\n\nDe beheerder is op werkdagen bereikbaar.\n"),
        ),
    ),
    Rule(
        code="privacy-bsn",
        title=N_("A citizen service number stands in the covenant"),
        message=N_("“{text}” has nine digits that can be a citizen service number (BSN)."),
        hint=N_("Take it out at once, and tell the privacy officer when it has been shared."),
        reason=N_(
            "A citizen service number opens doors to everything that the state knows "
            "of a person. Only who is allowed to by law may use it, and never in a "
            "document that others read."
        ),
        source="gdpr:5.1.c",
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nDe vrijwilliger heeft nummer 111222333.\n"),
            good=("# Samenwerking\n\nDe vrijwilliger staat ingeschreven.\n"),
        ),
    ),
    Rule(
        code="privacy-iban",
        title=N_("An account number stands in the covenant"),
        message=N_("“{text}” is an account number (IBAN)."),
        hint=N_("Say who pays whom; the account number belongs on the invoice."),
        reason=N_(
            "A published account number is used in forged invoices, and that of a "
            "volunteer is personal."
        ),
        severity=Severity.WARNING,
        source="gdpr:5.1.c",
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nDe gemeente betaalt op NL91 ABNA 0417 1643 00.\n"),
            good=("# Samenwerking\n\nDe gemeente betaalt na ontvangst van de factuur.\n"),
        ),
    ),
    Rule(
        code="privacy-birth",
        title=N_("A date of birth stands in the covenant"),
        message=N_("“{text}” tells when somebody was born."),
        hint=N_("Leave it out; an age group says enough where age matters."),
        reason=N_(
            "What enters the repository stays there, also when a later version leaves "
            "it out. A function and an organisation say who is meant, for as long as "
            "the covenant runs."
        ),
        severity=Severity.WARNING,
        source="gdpr:5.1.c",
        example=Example(
            "2-partnership.md",
            bad=(
                "# Samenwerking\n\nDe beheerder, geboren op 3 maart 1961, woont boven het huis.\n"
            ),
            good=("# Samenwerking\n\nDe beheerder woont boven het huis.\n"),
        ),
    ),
    Rule(
        code="privacy-address",
        title=N_("A home address may stand in the covenant"),
        message=N_("“{text}” belongs to an address with a street and a number."),
        hint=N_("Name the place or the building; an address of a person stays outside."),
        reason=N_(
            "What enters the repository stays there, also when a later version leaves "
            "it out. A function and an organisation say who is meant, for as long as "
            "the covenant runs."
        ),
        severity=Severity.WARNING,
        source="gdpr:5.1.c",
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nDe sleutel ligt bij Dorpsstraat 12, 1234 AB Wolderveen.\n"),
            good=("# Samenwerking\n\nDe sleutel ligt bij de beheerder.\n"),
        ),
    ),
    Rule(
        code="privacy-name",
        title=N_("A person is named where a function will do"),
        message=N_("“{text}” names a person."),
        hint=N_(
            "Name the function and the organisation, such as: the manager of the "
            "housing association."
        ),
        reason=N_(
            "What enters the repository stays there, also when a later version leaves "
            "it out. A function and an organisation say who is meant, for as long as "
            "the covenant runs."
        ),
        severity=Severity.HINT,
        source="gdpr:5.1.c",
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nDe sleutel ligt bij mevrouw De Vries.\n"),
            good=("# Samenwerking\n\nDe sleutel ligt bij de secretaris.\n"),
        ),
    ),
    Rule(
        code="privacy-signature",
        title=N_("A picture of a signature lies in the folder"),
        message=N_("{file} looks like a picture of a signature."),
        hint=N_(
            "Take it out of the folder. What was signed stays outside; the covenant "
            "keeps its fingerprint."
        ),
        reason=N_(
            "A picture of a signature can be pasted under any text, and it is "
            "personal data. It proves nothing about who signed what."
        ),
        severity=Severity.WARNING,
        source="gdpr:5.1.c",
        example=Example(
            "figures/handtekening-voorzitter.png",
            bad=_PIXEL,
            good=None,
        ),
    ),
)
