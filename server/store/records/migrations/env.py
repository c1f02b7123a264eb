"""What Alembic runs: the steps that are missing, within the transaction that it is given."""

from alembic import context

from server.store.records.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()
