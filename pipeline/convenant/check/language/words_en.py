"""English words that leave an agreement open, each with what would close it."""

from __future__ import annotations

_MUCH = "a number, a share or a minimum, such as: at least twenty hours a month"
_TERM = "a term or a date, such as: within four weeks"
_WHEN = "when it does and when it does not apply, and who decides"
_OFTEN = "how often, such as: every quarter"
_ENOUGH = "how much is enough, or how one can tell"
_DOES = "what the party does and by when, such as: delivers a plan before 1 March"

VAGUE = {
    "as much|many|little|few as possible": _MUCH,
    "as soon|quickly|early as possible|practicable": _TERM,
    "as well|far as possible": _WHEN,
    "as often|frequently|regularly as possible": _OFTEN,
    "from time to time": _OFTEN,
    "within a reasonable time|term|period": _TERM,
    "at a reasonable price|rate|cost": _MUCH,
    "in principle": "the rule first, and then its exceptions in so many words",
    "in due course|time": _TERM,
    "at some point": _TERM,
    "in the near|foreseeable future": _TERM,
    "where|when|if|wherever|whenever possible|practicable|feasible": _WHEN,
    "where|when|if necessary|appropriate|desirable|needed": _WHEN,
    "to the extent possible|feasible": _WHEN,
    "on a regular basis": _OFTEN,
    "meet|consult|report|inform|discuss ~3 regularly|periodically": _OFTEN,
    "regularly|periodically meet|consult|report|inform|discuss": _OFTEN,
    "sufficient|adequate|appropriate resources|attention|capacity|staff|time|measures": _ENOUGH,
    "reasonable endeavours|efforts": _DOES,
    "best endeavours|efforts": _DOES,
    "substantial|significant contribution|part|share": _MUCH,
}

WEAK = {
    "strive|strives to|for": _DOES,
    "seek|seeks to": _DOES,
    "try|tries to": _DOES,
    "endeavour|endeavours|endeavor|endeavors to": _DOES,
    "aim|aims to": _DOES,
    "intend|intends to": _DOES,
    "is|are willing to": _DOES,
    "is|are committed to": _DOES,
    "attach|attaches ~2 importance to": _DOES,
    "do|does its|their best|utmost": _DOES,
    "make|makes every|all|an effort|efforts to": _DOES,
    "explore|explores the possibility|possibilities": _DOES,
    "look|looks into": _DOES,
    "contribute|contributes to": _DOES,
}

OPEN_LIST = {
    "etc": "",
    "et cetera": "",
    "and so on|forth": "",
    "and the like": "",
}

DOUBLE = {
    "not unlikely": "likely",
    "not unreasonable": "reasonable",
    "not unusual": "usual",
    "not insignificant": "significant, or how much",
    "not impossible": "possible",
    "not inconceivable": "possible",
    "not without merit|importance|risk": "with merit, importance or risk",
    "not otherwise than": "only",
}

JARGON = {
    "hereinafter": "from here on, or the short name itself",
    "aforementioned|aforesaid": "this, or the name itself",
    "notwithstanding": "despite, or even if",
    "pursuant to": "under",
    "prior to": "before",
    "in order to": "to",
    "heretofore": "until now",
    "thereof": "of it",
    "therein": "in it",
    "whereas": "because, or a sentence of its own",
    "utilise|utilize|utilised|utilized": "use",
    "facilitate|facilitates|facilitated": "make possible, and how",
    "leverage|leverages|leveraging": "use",
    "stakeholder|stakeholders": "those concerned, or who they are",
    "synergy|synergies": "what it yields together",
    "deliverable|deliverables": "result",
    "holistic": "in all fields, by their names",
    "inter alia": "among others",
    "mutatis mutandis": "in the same way, and what differs",
}

LISTS = {
    "vague": VAGUE,
    "weak": WEAK,
    "open-list": OPEN_LIST,
    "double": DOUBLE,
    "jargon": JARGON,
}
"""By the end of the code of their rule."""
