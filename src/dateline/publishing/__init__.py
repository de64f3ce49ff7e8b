"""A ledger and an audience -> files that may be handed on: built, protected, written, searched, listed."""

from dateline.publishing.building import Asked, build

__all__ = ["Asked", "build"]
