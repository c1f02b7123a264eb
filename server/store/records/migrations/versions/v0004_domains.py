"""Domains and what was verified of them."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table ``domains`` and those that hang on it."""
    op.create_table(
        "domains",
        sa.Column("domain", sa.String, nullable=False),
        sa.Column("known", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verified", sa.DateTime(timezone=True)),
        sa.Column("strong", sa.Integer, server_default="0", nullable=False),
        sa.Column("mixed", sa.Integer, server_default="0", nullable=False),
        sa.Column("weak", sa.Integer, server_default="0", nullable=False),
        sa.Column("unscored", sa.Integer, server_default="0", nullable=False),
        sa.Column("reports", sa.Integer, server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("domain", name="pk_domains"),
    )
    op.create_table(
        "assessments",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("domain", sa.String, nullable=False),
        sa.Column("url", sa.String, nullable=False),
        sa.Column("path", sa.String, nullable=False),
        sa.Column("content_id", sa.String(64), nullable=False),
        sa.Column("ruleset", sa.String, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("published", sa.String),
        sa.Column("verified", sa.DateTime(timezone=True), nullable=False),
        sa.Column("origin", sa.String, nullable=False),
        sa.Column("level", sa.String, nullable=False),
        sa.Column("score", sa.Integer),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("sketch", sa.LargeBinary, nullable=False),
        sa.Column("findings", sa.JSON, nullable=False),
        sa.ForeignKeyConstraint(["domain"], ["domains.domain"], name="fk_assessments_domain"),
        sa.PrimaryKeyConstraint("id", name="pk_assessments"),
    )
    op.create_index("ix_assessments_domain_digest", "assessments", ["domain", "digest"], unique=True)
    op.create_index("ix_assessments_domain_url", "assessments", ["domain", "url"], unique=True)
    op.create_index("ix_assessments_domain_path", "assessments", ["domain", "path"])
    op.create_index("ix_assessments_domain_verified", "assessments", ["domain", "verified"])
    op.create_index("ix_assessments_domain_score_id", "assessments", ["domain", "score", "id"])
    op.create_table(
        "contents",
        sa.Column("content_id", sa.String(64), nullable=False),
        sa.Column("assessment", sa.Uuid, nullable=False),
        sa.ForeignKeyConstraint(["assessment"], ["assessments.id"], name="fk_contents_assessment"),
        sa.PrimaryKeyConstraint("content_id", name="pk_contents"),
    )
    op.create_index("ix_contents_assessment", "contents", ["assessment"])
    op.create_table(
        "domain_months",
        sa.Column("domain", sa.String, nullable=False),
        sa.Column("month", sa.String(7), nullable=False),
        sa.Column("strong", sa.Integer, server_default="0", nullable=False),
        sa.Column("mixed", sa.Integer, server_default="0", nullable=False),
        sa.Column("weak", sa.Integer, server_default="0", nullable=False),
        sa.Column("unscored", sa.Integer, server_default="0", nullable=False),
        sa.Column("points", sa.Integer, server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["domain"], ["domains.domain"], name="fk_domain_months_domain"),
        sa.PrimaryKeyConstraint("domain", "month", name="pk_domain_months"),
    )
    op.create_table(
        "domain_signals",
        sa.Column("domain", sa.String, nullable=False),
        sa.Column("signal", sa.String, nullable=False),
        sa.Column("concern", sa.Integer, server_default="0", nullable=False),
        sa.Column("told", sa.Integer, server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["domain"], ["domains.domain"], name="fk_domain_signals_domain"),
        sa.PrimaryKeyConstraint("domain", "signal", name="pk_domain_signals"),
    )
    op.create_table(
        "signal_totals",
        sa.Column("signal", sa.String, nullable=False),
        sa.Column("concern", sa.Integer, server_default="0", nullable=False),
        sa.Column("told", sa.Integer, server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("signal", name="pk_signal_totals"),
    )
