"""Dateline's claims, or a second coder's, against a first coder's -> how far they agree, field by field."""
