"""Audits of a domain."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the tables ``audits`` and ``audit_pages``."""
    op.create_table(
        "audits",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("domain", sa.String, nullable=False),
        sa.Column("author", sa.Uuid),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("asked", sa.DateTime(timezone=True), nullable=False),
        sa.Column("beat", sa.DateTime(timezone=True)),
        sa.Column("runner", sa.Uuid),
        sa.Column("starts", sa.Integer, nullable=False, server_default="0"),
        sa.Column("ended", sa.DateTime(timezone=True)),
        sa.Column("wanted", sa.Integer, nullable=False),
        sa.Column("fault", sa.Text),
        sa.ForeignKeyConstraint(["author"], ["users.id"], name="fk_audits_author"),
        sa.ForeignKeyConstraint(["domain"], ["domains.domain"], name="fk_audits_domain"),
        sa.PrimaryKeyConstraint("id", name="pk_audits"),
    )
    op.create_index("ix_audits_domain_asked", "audits", ["domain", "asked"])
    op.create_index("ix_audits_state", "audits", ["state"])
    op.create_table(
        "audit_pages",
        sa.Column("audit", sa.Uuid, nullable=False),
        sa.Column("position", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("url", sa.String),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("level", sa.String),
        sa.Column("score", sa.Integer),
        sa.Column("fault", sa.Text),
        sa.ForeignKeyConstraint(["audit"], ["audits.id"], name="fk_audit_pages_audit"),
        sa.PrimaryKeyConstraint("audit", "position", name="pk_audit_pages"),
    )
