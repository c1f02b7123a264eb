"""Readers' reports."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the table ``reports``."""
    op.create_table(
        "reports",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("received", sa.DateTime(timezone=True), nullable=False),
        sa.Column("assessment", sa.String(64), nullable=False),
        sa.Column("ruleset", sa.String, nullable=False),
        sa.Column("site", sa.String),
        sa.Column("level", sa.String, nullable=False),
        sa.Column("score", sa.Integer),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("signal", sa.String),
        sa.Column("note", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
    )
    op.create_index("ix_reports_assessment_received", "reports", ["assessment", "received"])
