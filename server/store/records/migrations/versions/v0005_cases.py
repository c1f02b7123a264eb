"""Cases, with notes and decisions."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables ``cases``, ``notes`` and ``decisions``."""
    op.create_table(
        "cases",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("domain", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("because", sa.String, nullable=False),
        sa.Column("opened", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("reach", sa.Integer, nullable=False),
        sa.Column("severity", sa.Integer, nullable=False),
        sa.Column("priority", sa.Integer, nullable=False),
        sa.Column("standing", sa.Integer),
        sa.Column("outcome", sa.String),
        sa.Column("review_on", sa.Date),
        sa.Column("assignee", sa.Uuid),
        sa.ForeignKeyConstraint(["assignee"], ["users.id"], name="fk_cases_assignee"),
        sa.ForeignKeyConstraint(["domain"], ["domains.domain"], name="fk_cases_domain"),
        sa.PrimaryKeyConstraint("id", name="pk_cases"),
        sa.UniqueConstraint("domain", name="uq_cases_domain"),
    )
    op.create_index("ix_cases_state_priority_id", "cases", ["state", "priority", "id"])
    op.create_table(
        "notes",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("case", sa.Uuid, nullable=False),
        sa.Column("author", sa.Uuid, nullable=False),
        sa.Column("written", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["author"], ["users.id"], name="fk_notes_author"),
        sa.ForeignKeyConstraint(["case"], ["cases.id"], name="fk_notes_case"),
        sa.PrimaryKeyConstraint("id", name="pk_notes"),
    )
    op.create_index("ix_notes_case_written", "notes", ["case", "written"])
    op.create_table(
        "decisions",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("case", sa.Uuid, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("domain", sa.String, nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author", sa.Uuid, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("review_on", sa.Date),
        sa.Column("overturns", sa.Uuid),
        sa.Column("undoes", sa.Uuid),
        sa.Column("record", sa.JSON, nullable=False),
        sa.ForeignKeyConstraint(["author"], ["users.id"], name="fk_decisions_author"),
        sa.ForeignKeyConstraint(["case"], ["cases.id"], name="fk_decisions_case"),
        sa.ForeignKeyConstraint(["domain"], ["domains.domain"], name="fk_decisions_domain"),
        sa.ForeignKeyConstraint(["overturns"], ["decisions.id"], name="fk_decisions_overturns"),
        sa.ForeignKeyConstraint(["undoes"], ["decisions.id"], name="fk_decisions_undoes"),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
    )
    op.create_index("ix_decisions_case_number", "decisions", ["case", "number"], unique=True)
    op.create_index("ix_decisions_made", "decisions", ["made"])
