"""A ledger and an audience -> files that may be handed on: built, protected, written, searched, listed."""

from dateline.publishing.building import Asked, build
from dateline.publishing.handing import Published, Terms, publish
from dateline.publishing.packet import publish_packet
from dateline.publishing.proving import Finding, Verified, verify

__all__ = [
    "Asked",
    "Finding",
    "Published",
    "Terms",
    "Verified",
    "build",
    "publish",
    "publish_packet",
    "verify",
]
