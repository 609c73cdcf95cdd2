"""Asking an interface on the web: one host, bounded in time, size, pages and tries.

Source: docs.github.com, "Best practices for using the REST API".
"""

from __future__ import annotations

import http.client
import json
import re
import ssl
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct, field

from convenant.errors import ConvenantError
from convenant.locale import N_

LIMIT_SECONDS = 30
LIMIT_BYTES = 20_000_000
LIMIT_PAGES = 100
TRIES = 4
LONGEST_WAIT = 60
_NEXT = re.compile(r'<([^>]+)>;\s*rel="next"')


class Call(Struct, frozen=True):
    """One request.

    Attributes:
        path: with its query, from the host.
        body: JSON, or None for none.
    """

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes | None = None


class Answer(Struct, frozen=True):
    """What came back; header names in small letters."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


Transport = Callable[[Call], Answer]
"""Sends a request; raises OSError where nothing comes back."""


class Refusal(ConvenantError):  # noqa: N818  (a fact that callers act on)
    """The interface answers, and does not do it; `status` says in which way."""

    def __init__(self, status: int, said: str, path: str) -> None:
        message, hint = _REFUSALS.get(status, _OTHERWISE)
        super().__init__(message, hint, said=said or str(status), path=path.partition("?")[0])
        self.status = status


class Interface(Struct, frozen=True):
    """An interface on the web.

    Attributes:
        send: how a request gets there.
        sleep: waits some seconds.
    """

    send: Transport
    sleep: Callable[[float], None]
    token: str = ""

    def ask(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """What is answered, as data.

        Raises:
            Refusal: when it is not done.
            ConvenantError: when nothing comes back, or something that is cut off.
        """
        return self._ask(method, path, body)[0]

    def upload(self, path: str, data: bytes) -> Any:
        """What is answered to a file that is sent as it is.

        Raises:
            Refusal: when it is not taken.
            ConvenantError: when nothing comes back, or something that is cut off.
        """
        return self._ask("POST", path, data)[0]

    def pages(self, path: str) -> Iterator[Any]:
        """Every item of a list, page by page.

        Raises:
            Refusal: when a page is refused.
            ConvenantError: when a page does not come, or there is no end to them.
        """
        here = f"{path}{'&' if '?' in path else '?'}per_page=100"
        for _ in range(LIMIT_PAGES):
            items, headers = self._ask("GET", here, None)
            if not isinstance(items, list):
                raise _cut_off(here)
            yield from items
            following = _NEXT.search(headers.get("link", ""))
            if not following:
                return
            there = urlsplit(following[1])
            here = f"{there.path}?{there.query}"
        raise _cut_off(path)

    def _ask(
        self, method: str, path: str, body: Mapping[str, Any] | bytes | None
    ) -> tuple[Any, Mapping[str, str]]:
        answer = self._send(method, path, body)
        if answer.status >= 300:
            raise Refusal(answer.status, _message(answer.body), path)
        if not answer.body:
            return None, answer.headers
        try:
            return json.loads(answer.body), answer.headers
        except ValueError as error:
            raise _cut_off(path) from error

    def _send(self, method: str, path: str, body: Mapping[str, Any] | bytes | None) -> Answer:
        """An answer; what only failed for the moment is asked again, when that does no harm."""
        headers = {
            "Accept": "application/vnd.github+json",
            "User-Agent": "convenant",
            "X-GitHub-Api-Version": "2022-11-28",
        }
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if isinstance(body, bytes):
            headers["Content-Type"] = "application/octet-stream"
        data = json.dumps(body).encode() if isinstance(body, Mapping) else body
        call = Call(method, path, headers, data)
        for turn in range(TRIES):
            last = turn == TRIES - 1
            try:
                answer = self.send(call)
            except OSError as error:
                if last or method == "POST":
                    raise ConvenantError(
                        N_("GitHub cannot be reached: {said}"),
                        N_("Look at the connection, and try again."),
                        said=type(error).__name__,
                    ) from error
                self.sleep(2**turn)
                continue
            wait = _wait(answer, turn, safe=method != "POST")
            if wait is None or last:
                return answer
            self.sleep(wait)
        raise AssertionError("the last turn returns or raises")


def connect(host: str = "api.github.com") -> Transport:
    """A way to a host, encrypted; it follows no redirect, so that a token goes nowhere else."""
    context = ssl.create_default_context()

    def send(call: Call) -> Answer:
        connection = http.client.HTTPSConnection(host, timeout=LIMIT_SECONDS, context=context)
        try:
            connection.request(call.method, call.path, call.body, dict(call.headers))
            answer = connection.getresponse()
            body = answer.read(LIMIT_BYTES + 1)
            headers = {name.lower(): value for name, value in answer.getheaders()}
        except http.client.HTTPException as error:
            raise OSError(str(error)) from error
        finally:
            connection.close()
        if len(body) > LIMIT_BYTES:
            raise OSError("too large")
        return Answer(answer.status, headers, body)

    return send


def _wait(answer: Answer, turn: int, *, safe: bool) -> float | None:
    """How long to wait before asking again; None where that is of no use."""
    limited = answer.status == 429 or (
        answer.status == 403
        and ("retry-after" in answer.headers or answer.headers.get("x-ratelimit-remaining") == "0")
    )
    if limited:
        said = answer.headers.get("retry-after", "")
        wait = int(said) if said.isdecimal() else 2 ** (turn + 2)
        return wait if wait <= LONGEST_WAIT else None
    return 2**turn if answer.status >= 500 and safe else None


def _message(body: bytes) -> str:
    try:
        form = json.loads(body)
    except ValueError:
        return ""
    said = form.get("message", "") if isinstance(form, dict) else ""
    return "".join(c if c.isprintable() else " " for c in str(said))[:300]


def _cut_off(path: str) -> ConvenantError:
    return ConvenantError(
        N_("The answer of GitHub was cut off: {path}"),
        N_("Try again in a few minutes."),
        path=path.partition("?")[0],
    )


_OTHERWISE = (
    N_("GitHub does not do this ({path}): {said}"),
    N_("Look at status.github.com, and try again in a few minutes."),
)
_REFUSALS = {
    401: (
        N_("GitHub does not know this token ({path}): {said}"),
        N_("Give a valid token in GITHUB_TOKEN."),
    ),
    403: (
        N_("GitHub does not allow this ({path}): {said}"),
        N_("Look which permission is missing: convenant github status"),
    ),
    404: (
        N_("GitHub does not know this, or does not show it to us ({path}): {said}"),
        N_("Look at the name of the repository in convenant.yaml and at the permissions."),
    ),
    422: (
        N_("GitHub does not accept what was sent ({path}): {said}"),
        N_("Update the program; if it stays so, report it."),
    ),
    429: (
        N_("GitHub asks for patience ({path}): {said}"),
        N_("Try again in an hour."),
    ),
}
