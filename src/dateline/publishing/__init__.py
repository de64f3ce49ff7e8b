"""A ledger and an audience -> files that may be handed on: built, protected, written, searched, listed."""

from dateline.publishing.building import Asked, build
from dateline.publishing.handing import Published, Terms, publish

__all__ = ["Asked", "Published", "Terms", "build", "publish"]
