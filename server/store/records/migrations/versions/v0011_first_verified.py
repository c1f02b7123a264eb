"""When an article was first verified, beside when it was last."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Let ``assessments`` tell it; of what is there it is the only moment that is known."""
    postgresql = op.get_bind().dialect.name == "postgresql"
    if postgresql:
        op.execute("SET LOCAL statement_timeout = 0")  # there may be a million of them
    # Other tables refer to this one: SQLite can't copy it, and adds such a column with a default only.
    moment = sa.DateTime(timezone=True)
    column = sa.Column("first_verified", moment, server_default="1970-01-01 00:00:00+00", nullable=False)
    op.add_column("assessments", column)
    op.execute("UPDATE assessments SET first_verified = verified")
    if postgresql:
        op.alter_column("assessments", "first_verified", server_default=None)
    op.create_index("ix_assessments_domain_first_verified", "assessments", ["domain", "first_verified"])
