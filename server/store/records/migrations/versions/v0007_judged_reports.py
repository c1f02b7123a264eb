"""Reports belong to a domain and are judged; disagreements come of it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Let reports be judged, and make the table ``disagreements``."""
    # SQLite can add no constraint to a table: Alembic copies it there.
    with op.batch_alter_table("reports") as reports:
        reports.add_column(sa.Column("domain", sa.String))
        reports.add_column(sa.Column("sender", sa.String(64)))
        reports.add_column(sa.Column("state", sa.String, server_default="open", nullable=False))
        reports.add_column(sa.Column("judged", sa.DateTime(timezone=True)))
        reports.add_column(sa.Column("judge", sa.Uuid))
        reports.create_foreign_key("fk_reports_domain", "domains", ["domain"], ["domain"])
        reports.create_foreign_key("fk_reports_judge", "users", ["judge"], ["id"])
        reports.create_index("ix_reports_domain_received", ["domain", "received"])
        reports.create_index("ix_reports_sender", ["sender"])
        reports.create_index("ix_reports_state_received", ["state", "received"])
    op.create_table(
        "disagreements",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("assessment", sa.Uuid, nullable=False),
        sa.Column("report", sa.Uuid),
        sa.Column("author", sa.Uuid, nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("label", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["assessment"], ["assessments.id"], name="fk_disagreements_assessment"),
        sa.ForeignKeyConstraint(["author"], ["users.id"], name="fk_disagreements_author"),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_disagreements_report"),
        sa.PrimaryKeyConstraint("id", name="pk_disagreements"),
    )
    op.create_index("ix_disagreements_assessment", "disagreements", ["assessment"])
