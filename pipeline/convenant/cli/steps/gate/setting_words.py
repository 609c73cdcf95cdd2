"""What is said about settings on GitHub: what cannot be done, and what helps."""

from __future__ import annotations

from convenant.locale import N_

NUMBER, KEY = "CONVENANT_APP_ID", "CONVENANT_APP_KEY"
"""The variable and the secret by which jobs know the workspace's App."""

PERMISSIONS = "Checks: write, Contents: write, Issues: write, Pull requests: write"
"""As GitHub calls what the App needs."""

MEND = "Settings → Developer settings → Fine-grained tokens"

NO_ADMIN = N_(
    "You do not manage {repository}. For rules you need the permission “Administration: write”: "
    "the owner gives it under Settings → Collaborators, or at the token under Permissions."
)
NO_PERMISSION = N_(
    "GitHub does not allow this: {said}. Give the token “Issues: write” and “Administration: "
    "write” for {repository}: Settings → Developer settings → Fine-grained tokens."
)
NOT_SHOWN = N_(
    "GitHub does not show this: {said}. Give the token “{permission}”: {where}. What depends on "
    "it was not looked at."
)
NO_RULES = N_(
    "GitHub does not protect the main version of this repository: {said}. A private repository "
    "needs a paid plan for that. Until then the gate only advises: let nobody but the facilitator "
    "take proposals over."
)
ADVISORY = N_(
    "The gate only advises: there is no App of the workspace whose word the rules could ask for. "
    "Make one (Settings → Developer settings → GitHub Apps, with {permissions}) and name it in "
    "convenant.yaml under forge: app. Without one GitHub runs no checks on a proposal that was "
    "made of a form, or waits for somebody to approve them."
)
NO_APP = N_("GitHub knows no App “{app}”; look at forge: app in convenant.yaml.")
NO_KEY = N_(
    "Jobs lack the key of the App. Make one on the App’s own page and put it under Settings → "
    "Secrets and variables → Actions, as {name}."
)
DRAFT_PAGES = N_("The pages show a whole line of texts, drafts included.")
NO_PAGES = N_(
    "GitHub makes no pages here: {said}. A private repository needs a paid plan for that. Put the "
    "folder that “convenant github pages” makes on a website of your own."
)
PRIVATE_PAGES = N_(
    "The repository is private, and its pages are public for everybody unless you have Enterprise "
    "Cloud. Concepts are never published by the program; look at what stands there."
)
