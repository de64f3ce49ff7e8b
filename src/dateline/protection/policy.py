"""A project's policy file -> whose names are kept, whose withheld, and what each audience gets to see.

The file is TOML. All of it may be left out:

    [names]
    keep = ["Maria Holm"]            # such as a memorial list that families agreed to
    withhold = ["Omar Said"]         # whatever a report calls them
    [audience.public]
    roles = true                     # withhold what private people are
    speech = true                    # withhold what they say
    texts = true                     # drop the text of reports, but for the words of claims
    bylines = true                   # withhold who wrote a report
    places = true                    # tell places tied to them no closer than a city or area
    urls = "named"                   # withhold addresses: "named" those that hold a name, "tied" also those of
                                     # reports that name a private person, "all"
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import UsageError
from dateline.protection.masking import Cover
from dateline.protection.people import Names
from dateline.protection.runs import key_of

URLS = ("named", "tied", "all")
SWITCHES = ("roles", "speech", "texts", "bylines", "places")
# What is withheld from each audience where no policy says otherwise. The project itself sees its ledger.
BY_DEFAULT: Mapping[str, Mapping[str, Any]] = {
    "partner": {
        "roles": False,
        "speech": False,
        "texts": False,
        "bylines": False,
        "places": False,
        "urls": "named",
    },
    "public": {
        "roles": True,
        "speech": True,
        "texts": True,
        "bylines": True,
        "places": True,
        "urls": "named",
    },
}


@dataclass(frozen=True, slots=True)
class Policy:
    """What is withheld from one audience, and the names that the project decided on itself."""

    names: Names
    cover: Cover
    urls: str = "named"


def policy_for(audience: str, path: Path | None = None) -> Policy:
    """The policy for an audience, from a project's file or as it is without one.

    Raises:   UsageError, when the file cannot be read, or says what no policy can say.
    """
    given = _read(path) if path else {}
    where = str(path)
    _known(given, ("names", "audience"), where)
    names = given.get("names", {})
    _known(names, ("keep", "withhold"), f"{where}, [names]")
    audiences = given.get("audience", {})
    _known(audiences, tuple(BY_DEFAULT), f"{where}, [audience]")
    said = audiences.get(audience, {})
    _known(said, (*SWITCHES, "urls"), f"{where}, [audience.{audience}]")
    merged = {**BY_DEFAULT[audience], **said}
    for switch in SWITCHES:
        if not isinstance(merged[switch], bool):
            msg = f"{where}, [audience.{audience}]: {switch} is {merged[switch]!r}; write true or false"
            raise UsageError(msg)
    if merged["urls"] not in URLS:
        msg = f"{where}, [audience.{audience}]: urls is {merged['urls']!r}; write one of {', '.join(URLS)}"
        raise UsageError(msg)
    if merged["speech"] and not merged["texts"] and audience == "public":
        msg = f"{where}, [audience.public]: whole texts are never public; leave texts out, or write true"
        raise UsageError(msg)
    kept, withheld = (_listed(names, key, where) for key in ("keep", "withhold"))
    both = kept & withheld
    if both:
        msg = f"{where}, [names]: {len(both)} of the names to keep are also to be withheld; decide which"
        raise UsageError(msg)
    cover = Cover(
        roles=merged["roles"],
        speech=merged["speech"],
        excerpts=merged["texts"],
        bylines=merged["bylines"],
        places=merged["places"],
    )
    return Policy(Names(kept, withheld), cover, merged["urls"])


def _read(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        msg = f"the policy {path} cannot be read: {error.strerror}"
        raise UsageError(msg) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        msg = f"the policy {path} is not valid TOML: {error}"
        raise UsageError(msg) from error


def _known(table: Any, keys: tuple[str, ...], where: str) -> None:
    if not isinstance(table, Mapping):
        msg = f"{where}: a table is needed, with {', '.join(keys)}"
        raise UsageError(msg)
    unknown = sorted(set(table) - set(keys))
    if unknown:
        msg = f"{where}: nothing is called {unknown[0]!r} here; there are: {', '.join(keys)}"
        raise UsageError(msg)


def _listed(table: Mapping[str, Any], key: str, where: str) -> frozenset[tuple[str, ...]]:
    names = table.get(key, [])
    if not isinstance(names, list) or not all(isinstance(name, str) and name.strip() for name in names):
        msg = f'{where}, [names]: {key} is a list of names, such as {key} = ["Maria Holm"]'
        raise UsageError(msg)
    return frozenset(key_of(name) for name in names)
