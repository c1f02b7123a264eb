"""Publishers' replies, and how they prove that they may."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the tables ``claims`` and ``replies``."""
    op.create_table(
        "claims",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("domain", sa.String, nullable=False),
        sa.Column("secret", sa.String(64), nullable=False),
        sa.Column("sender", sa.String(64), nullable=False),
        sa.Column("token", sa.String, nullable=False),
        sa.Column("asked", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
        sa.Column("checked", sa.DateTime(timezone=True)),
        sa.Column("proved", sa.DateTime(timezone=True)),
        sa.Column("host", sa.String),
        sa.ForeignKeyConstraint(["domain"], ["domains.domain"], name="fk_claims_domain"),
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
        sa.UniqueConstraint("secret", name="uq_claims_secret"),
        sa.UniqueConstraint("token", name="uq_claims_token"),
    )
    op.create_index("ix_claims_domain", "claims", ["domain"])
    op.create_index("ix_claims_expires", "claims", ["expires"])
    op.create_index("ix_claims_sender", "claims", ["sender"])
    op.create_table(
        "replies",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("domain", sa.String, nullable=False),
        sa.Column("claim", sa.Uuid, nullable=False),
        sa.Column("received", sa.DateTime(timezone=True), nullable=False),
        sa.Column("speaker", sa.String, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("judged", sa.DateTime(timezone=True)),
        sa.Column("judge", sa.Uuid),
        sa.Column("reason", sa.Text),
        sa.ForeignKeyConstraint(["claim"], ["claims.id"], name="fk_replies_claim"),
        sa.ForeignKeyConstraint(["domain"], ["domains.domain"], name="fk_replies_domain"),
        sa.ForeignKeyConstraint(["judge"], ["users.id"], name="fk_replies_judge"),
        sa.PrimaryKeyConstraint("id", name="pk_replies"),
    )
    op.create_index("ix_replies_claim", "replies", ["claim"])
    op.create_index("ix_replies_domain_received", "replies", ["domain", "received"])
