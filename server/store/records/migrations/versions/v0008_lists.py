"""Lists of domains that others keep."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the tables ``lists`` and ``listings``."""
    op.create_table(
        "lists",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("licence", sa.String, nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        sa.Column("imported", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_lists"),
    )
    op.create_table(
        "listings",
        sa.Column("list", sa.String, nullable=False),
        sa.Column("host", sa.String, nullable=False),
        sa.Column("domain", sa.String, nullable=False),
        sa.Column("category", sa.String, nullable=False),
        sa.Column("score", sa.Float),
        sa.ForeignKeyConstraint(["list"], ["lists.id"], name="fk_listings_list"),
        sa.PrimaryKeyConstraint("list", "host", name="pk_listings"),
    )
    op.create_index("ix_listings_domain", "listings", ["domain"])
