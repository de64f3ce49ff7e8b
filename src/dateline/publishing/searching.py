"""What was written and what was withheld -> the places where one still shows the other, told by kind alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from dateline.errors import ProtectionError
from dateline.exports.forms import Form
from dateline.exports.publication import Publication
from dateline.protection.secrets import FIRM, TOKEN, Secrets, plain
from dateline.publishing.decoding import texts

SHOWN = 8  # places that a refusal names


def search(path: Path, secrets: Secrets, fixed: frozenset[str], name: str = "") -> Counter[tuple[str, str]]:
    """How often each kind of withheld thing shows in a file or folder, by where it does."""
    return Counter(
        (leak.kind, one.where)
        for one in texts(path, name)
        for leak in secrets.leaks(one.text, fixed)
        if one.firm or leak.kind in FIRM
    )


def refuse_leaks(path: Path, secrets: Secrets, fixed: frozenset[str], name: str = "") -> None:
    """Search what was written for all that was withheld.

    Args:     name, what the file or folder is going to be called.

    Raises:   ProtectionError, when any of it shows; the message says what kind and where, never what.
    """
    found = search(path, secrets, fixed, name)
    if not found:
        return
    told = [f"{n} x {kind} in {where}" for (kind, where), n in sorted(found.items())[:SHOWN]]
    more = f" and {len(found) - SHOWN} more places" if len(found) > SHOWN else ""
    msg = (
        f"the export would give away what this audience may not see: {'; '.join(told)}{more}. Nothing was kept of "
        "it. Decide in a policy file whether the name is to be kept, or report this"
    )
    raise ProtectionError(msg)


def vocabulary(form: Form, publication: Publication) -> frozenset[str]:
    """The folded words that a form has whatever is written in it: those of one that says nothing."""
    empty = replace(publication, reports=(), told=(), incidents=(), asked="")
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"empty{form.suffix}"
        form.write(empty, path)
        return words_in(one.text for one in texts(path))


def words_in(written: Iterable[str]) -> frozenset[str]:
    """The folded words of some texts."""
    return frozenset(word for text in written for word in TOKEN.findall(plain(text)))
