"""People who use the workbench over HTTP as a browser does: cookies, and the token of the page they look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import httpx

PASSWORD = "four plain words here"  # noqa: S105 (a test's)


def token(client: httpx.Client, path: str = "/account") -> str:
    """The token of a page's forms."""
    found = re.search(r'name="token" value="(\w+)"', client.get(path).text)
    assert found is not None, path
    return found[1]


def send(client: httpx.Client, path: str, sent: Mapping[str, object] | None = None) -> httpx.Response:
    """A form of a page, sent with its token."""
    return client.post(path, data={"token": client.headers["x-token"], **(sent or {})})


@contextmanager
def person(address: str, name: str) -> Iterator[httpx.Client]:
    """Somebody who sits at the computer and has given a name."""
    with httpx.Client(base_url=address, timeout=60) as client:
        client.headers["x-token"] = token(client)
        assert send(client, "/account/name", {"name": name}).status_code == 303
        yield client


@contextmanager
def member(address: str, name: str, password: str = PASSWORD) -> Iterator[httpx.Client]:
    """Somebody who has signed in."""
    with httpx.Client(base_url=address, timeout=60) as client:
        client.headers["x-token"] = token(client, "/sign-in")
        assert send(client, "/sign-in", {"name": name, "password": password}).status_code == 303
        client.headers["x-token"] = token(client)
        yield client
