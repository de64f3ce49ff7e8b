"""A connection handed over by dateline.ledger.migrate -> the migrations run on it, in its transaction."""

from alembic import context

from dateline.ledger.schema import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()
