"""The printed words for the choices that the data make by key.

A key without a word here is printed as it stands: a block never hides what the data say.
"""

from __future__ import annotations

from collections.abc import Mapping

from convenant.locale import N_, Voice

LEGAL_FORM = {
    "municipality": N_("municipality"),
    "province": N_("province"),
    "water_authority": N_("water authority"),
    "state": N_("central government"),
    "joint_arrangement": N_("joint public body"),
    "public_body": N_("public body"),
    "foundation": N_("foundation"),
    "association": N_("association"),
    "owners_association": N_("owners’ association"),
    "cooperative": N_("cooperative"),
    "mutual_insurer": N_("mutual insurance society"),
    "private_company": N_("private limited company"),
    "public_company": N_("public limited company"),
    "general_partnership": N_("general partnership"),
    "limited_partnership": N_("limited partnership"),
    "professional_partnership": N_("professional partnership"),
    "sole_trader": N_("sole trader"),
    "religious_body": N_("religious body"),
    "charity": N_("registered charity"),
    "community_interest_company": N_("community interest company"),
    "informal_group": N_("group without legal form"),
    "natural_person": N_("natural person"),
}
CONTRIBUTION_KIND = {
    "money": N_("money"),
    "staff": N_("staff and volunteers"),
    "product_service": N_("products and services"),
    "facility": N_("facilities"),
}
FREQUENCY = {
    "once": N_("once"),
    "daily": N_("daily"),
    "weekly": N_("weekly"),
    "monthly": N_("monthly"),
    "quarterly": N_("every quarter"),
    "half_yearly": N_("every half year"),
    "yearly": N_("yearly"),
    "two_yearly": N_("every two years"),
    "continuous": N_("all the time"),
    "on_request": N_("on request"),
}
PER_TERM = {
    "daily": N_("{amount} per day"),
    "weekly": N_("{amount} per week"),
    "monthly": N_("{amount} per month"),
    "quarterly": N_("{amount} per quarter"),
    "half_yearly": N_("{amount} per half year"),
    "yearly": N_("{amount} per year"),
    "two_yearly": N_("{amount} per two years"),
    "once": N_("{amount}, once"),
}
BASIS = {
    "subsidy": N_("subsidy"),
    "assignment": N_("assignment"),
    "own_means": N_("own means"),
}
VAT = {
    "incl": N_("including VAT"),
    "excl": N_("excluding VAT"),
    "exempt": N_("exempt from VAT"),
}
COMMITMENT_KIND = {"effort": N_("effort"), "result": N_("result")}
VISUALISATION_STATUS = {
    "illustrative": N_("The pictures in this section are illustrative."),
    "binding": N_("The pictures in this section are binding."),
}
BODY_KIND = {
    "steering_group": N_("steering group"),
    "core_team": N_("core team"),
    "working_group": N_("working group"),
    "advisory_council": N_("advisory council"),
}
DECISION_RULE = {
    "consensus": N_("consensus"),
    "consent": N_("consent (nobody has an overriding objection)"),
    "majority": N_("majority of votes"),
    "unanimity": N_("unanimity"),
}
FUNDING_STATUS = {
    "expected": N_("expected"),
    "requested": N_("requested"),
    "secured": N_("secured"),
}
RISK_LEVEL = {"low": N_("low"), "medium": N_("medium"), "high": N_("high")}
INVESTMENT_FORM = {
    "money": N_("in money"),
    "hours": N_("in hours"),
    "service": N_("in services"),
    "product": N_("in products"),
    "facility": N_("in facilities"),
}
EFFECT_LEVEL = {
    "individual": N_("for people"),
    "neighbourhood": N_("for the neighbourhood"),
    "organisation": N_("for organisations"),
}
CERTAINTY = {
    "1": N_("an expectation"),
    "2": N_("made plausible"),
    "3": N_("shown by research"),
}
LIFE_EFFECT = {"positive": N_("goes better"), "negative": N_("goes worse")}
PRIVACY_ROLE = {
    "controller": N_("controller"),
    "joint_controller": N_("joint controller"),
    "processor": N_("processor"),
    "none": N_("processes no personal data"),
}
IMPACT_ASSESSMENT = {
    "not_needed": N_("not needed"),
    "planned": N_("planned"),
    "done": N_("carried out"),
}
BINDING = {
    "none": N_("not bound in law"),
    "partial": N_("bound in law in part"),
    "full": N_("bound in law"),
}
CONSENT = {"all": N_("all parties"), "majority": N_("a majority of the parties")}
CONSEQUENCE = {
    "ends": N_("the covenant ends"),
    "continues": N_("the covenant continues for the others"),
    "consultation": N_("the other parties consult"),
}
FORUM = {
    "court": N_("the competent court"),
    "arbitration": N_("arbitration"),
    "binding_advice": N_("binding advice"),
    "none": N_("nobody: disputes are not brought before a court"),
}
SOURCE_KIND = {
    "coalition_agreement": N_("coalition agreement"),
    "annual_report": N_("annual report"),
    "policy": N_("policy document"),
    "law": N_("law or regulation"),
    "decision": N_("decision"),
    "agreement": N_("agreement"),
    "study": N_("study"),
    "survey": N_("survey"),
    "statistics": N_("statistics"),
    "website": N_("web page"),
}
ANSWER = {"yes": N_("yes"), "no": N_("no"), "unknown": N_("not known yet")}
SIGNAL = {
    "state_aid": N_("State aid"),
    "procurement": N_("Public procurement"),
    "competition": N_("Competition"),
    "real_estate": N_("Land and buildings for a chosen party"),
    "powers": N_("Powers of the competent bodies"),
    "subsidy": N_("Subsidy"),
    "privacy": N_("Personal data"),
    "informal_group": N_("Partner without legal form"),
    "openness": N_("Access to information and archives"),
    "co_determination_vat_housing": N_(
        "Co-determination, VAT and the tasks of housing associations"
    ),
}
ANNEX_STATUS = {"draft": N_("draft"), "final": N_("final")}


def spoken(voice: Voice, words: Mapping[str, str], key: str) -> str:
    """The printed words of a key; the key itself where it has none."""
    return voice.say(words[key]) if key in words else key.replace("_", " ")


def per_term(voice: Voice, amount: str, frequency: str) -> str:
    """`€ 500 per month`; without a frequency the amount alone."""
    if not amount or not frequency:
        return amount
    if frequency in PER_TERM:
        return voice.say(PER_TERM[frequency], amount=amount)
    return f"{amount}, {spoken(voice, FREQUENCY, frequency)}"


def yes_no(voice: Voice, value: bool | None) -> str:
    """`yes`, `no`, or nothing while it is open."""
    return "" if value is None else spoken(voice, ANSWER, "yes" if value else "no")
