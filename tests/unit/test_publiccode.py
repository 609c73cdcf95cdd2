"""`publiccode.yml` keeps the core of the standard, version 0.4.

Source: the publiccode.yml standard, "The Standard (core)" and its lists of categories and scopes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

import convenant

ROOT = Path(__file__).parents[2]

CATEGORIES = re.findall(
    r"\S+",
    """
accounting agile-project-management applicant-tracking application-development
appointment-scheduling backup billing-and-invoicing blog budgeting business-intelligence
business-process-management cad call-center-management cloud-management collaboration
communications compliance-management contact-management content-management crm
customer-service-and-support data-analytics data-collection data-visualization
digital-asset-management digital-citizenship document-management donor-management e-commerce
e-signature email-management email-marketing employee-management enterprise-project-management
enterprise-social-networking erp event-management facility-management
feedback-and-reviews-management financial-reporting fleet-management fundraising gamification
geographic-information-systems grant-management graphic-design help-desk hr ide
identity-management instant-messaging inventory-management it-asset-management it-development
it-management it-security it-service-management knowledge-management learning-management-system
marketing mind-mapping mobile-marketing mobile-payment network-management office online-booking
online-community payment-gateway payroll predictive-analysis procurement productivity-suite
project-collaboration project-management property-management real-estate-management
remote-support resource-management sales-management seo service-desk social-media-management
survey talent-management task-management taxes-management test-management time-management
time-tracking translation video-conferencing video-editing visitor-management voip
warehouse-management web-collaboration web-conferencing website-builder workflow-management
""",
)

SCOPES = re.findall(
    r"\S+",
    """
agriculture culture defence education emergency-services employment energy environment
finance-and-economic-development foreign-affairs government healthcare infrastructures justice
local-authorities manufacturing research science-and-technology security society sport tourism
transportation welfare
""",
)

TEXT = {"type": "string", "minLength": 1}
DATE = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
ADDRESS = {"type": "string", "pattern": r"^https?://[^\s/]+\.[^\s]+$"}
LANGUAGE = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"
TOOLS = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["name"],
        "additionalProperties": False,
        "properties": {
            **dict.fromkeys(("name", "versionMin", "versionMax", "version"), TEXT),
            "optional": {"type": "boolean"},
        },
    },
}
DESCRIPTION = {
    "type": "object",
    "required": ["shortDescription", "longDescription", "features"],
    "additionalProperties": False,
    "properties": {
        "localisedName": TEXT,
        "shortDescription": {"type": "string", "minLength": 1, "maxLength": 150},
        "longDescription": {"type": "string", "minLength": 150, "maxLength": 10_000},
        "documentation": ADDRESS,
        "apiDocumentation": ADDRESS,
        "features": {"type": "array", "minItems": 1, "items": TEXT},
        "screenshots": {"type": "array", "items": TEXT},
        "videos": {"type": "array", "items": ADDRESS},
        "awards": {"type": "array", "items": TEXT},
    },
}
MAINTENANCE = {
    "type": "object",
    "required": ["type"],
    "additionalProperties": False,
    "properties": {
        "type": {"enum": ["internal", "contract", "community", "none"]},
        "contacts": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["name"],
                "additionalProperties": False,
                "properties": dict.fromkeys(("name", "email", "affiliation", "phone"), TEXT),
            },
        },
        "contractors": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["name", "until"],
                "additionalProperties": False,
                "properties": {"name": TEXT, "email": TEXT, "website": ADDRESS, "until": DATE},
            },
        },
    },
    "allOf": [
        {
            "if": {"properties": {"type": {"enum": ["internal", "community"]}}},
            "then": {"required": ["contacts"]},
        },
        {
            "if": {"properties": {"type": {"const": "contract"}}},
            "then": {"required": ["contractors"]},
            "else": {"not": {"required": ["contractors"]}},
        },
    ],
}
STANDARD = {
    "type": "object",
    "required": [
        *("publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus"),
        *("softwareType", "description", "legal", "maintenance", "localisation"),
    ],
    "additionalProperties": False,
    "properties": {
        "publiccodeYmlVersion": {"const": "0.4"},
        "name": TEXT,
        "applicationSuite": TEXT,
        "url": ADDRESS,
        "landingURL": ADDRESS,
        "isBasedOn": {"anyOf": [ADDRESS, {"type": "array", "items": ADDRESS}]},
        "softwareVersion": TEXT,
        "releaseDate": DATE,
        "logo": TEXT,
        "platforms": {"type": "array", "minItems": 1, "items": TEXT},
        "categories": {"type": "array", "minItems": 1, "items": {"enum": CATEGORIES}},
        "usedBy": {"type": "array", "items": TEXT},
        "roadmap": ADDRESS,
        "developmentStatus": {"enum": ["concept", "development", "beta", "stable", "obsolete"]},
        "softwareType": {
            "enum": [
                *(f"standalone/{kind}" for kind in ("mobile", "iot", "desktop", "web", "backend")),
                *("standalone/other", "addon", "library", "configurationFiles"),
            ]
        },
        "intendedAudience": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "scope": {"type": "array", "items": {"enum": SCOPES}},
                "countries": {"type": "array", "items": {"pattern": "^[a-z]{2}$"}},
                "unsupportedCountries": {"type": "array", "items": {"pattern": "^[a-z]{2}$"}},
            },
        },
        "description": {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": LANGUAGE},
            "additionalProperties": DESCRIPTION,
        },
        "legal": {
            "type": "object",
            "required": ["license"],
            "additionalProperties": False,
            "properties": dict.fromkeys(
                ("license", "mainCopyrightOwner", "repoOwner", "authorsFile"), TEXT
            ),
        },
        "maintenance": MAINTENANCE,
        "localisation": {
            "type": "object",
            "required": ["localisationReady", "availableLanguages"],
            "additionalProperties": False,
            "properties": {
                "localisationReady": {"type": "boolean"},
                "availableLanguages": {
                    "type": "array",
                    "minItems": 1,
                    "items": {"type": "string", "pattern": LANGUAGE},
                },
            },
        },
        "dependsOn": {
            "type": "object",
            "additionalProperties": False,
            "properties": dict.fromkeys(("open", "proprietary", "hardware"), TOOLS),
        },
    },
}


@pytest.fixture
def described() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text())
    return found


def faults(described: dict[str, Any]) -> list[str]:
    validator = Draft202012Validator(STANDARD, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(described)]


def test_the_description_keeps_the_standard(described: dict[str, Any]) -> None:
    assert faults(described) == []


@pytest.mark.parametrize(
    ("path", "spoil"),
    [
        ("$.categories[0]", lambda d: d["categories"].__setitem__(0, "contract-management")),
        ("$.softwareType", lambda d: d.update(softwareType="tool")),
        ("$.maintenance", lambda d: d["maintenance"].pop("contacts")),
        ("$.description.nl.features", lambda d: d["description"]["nl"].update(features=[])),
        (
            "$.description.en.shortDescription",
            lambda d: d["description"]["en"].update(shortDescription="x" * 151),
        ),
        (
            "$.description.en.longDescription",
            lambda d: d["description"]["en"].update(longDescription="x" * 149),
        ),
    ],
)
def test_what_the_standard_forbids_is_seen(
    path: str, spoil: Callable[[dict[str, Any]], object], described: dict[str, Any]
) -> None:
    spoil(described)
    assert [fault.split(": ")[0] for fault in faults(described)] == [path]


def test_the_description_says_what_the_project_says(described: dict[str, Any]) -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert described["name"] == project["name"]
    assert described["softwareVersion"] == convenant.__version__
    assert described["legal"]["license"] == project["license"]
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in (ROOT / "LICENSE").read_text()
    assert described["dependsOn"]["open"][0]["versionMin"] == project["requires-python"][2:]


def test_the_languages_are_those_that_the_program_speaks(described: dict[str, Any]) -> None:
    from convenant.locale import LANGUAGES

    assert set(described["localisation"]["availableLanguages"]) == set(LANGUAGES)
    assert set(described["description"]) == set(LANGUAGES)


def test_what_public_bodies_ask_for_is_there() -> None:
    for name in (
        *("README.md", "README.nl.md", "LICENSE", "CHANGELOG.md"),
        *("CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "SECURITY.md"),
    ):
        assert len(re.findall(r"\w+", (ROOT / name).read_text())) > 50, name
