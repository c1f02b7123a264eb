"""When an article was first verified, beside when it was last; and which article a disagreement is about."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

_ABOUT: dict[str, sa.types.TypeEngine[Any]] = {
    "url": sa.String(),
    "title": sa.Text(),
    "ruleset": sa.String(),
    "level": sa.String(),
    "digest": sa.String(64),
    "sketch": sa.LargeBinary(),
}


def upgrade() -> None:
    """Let ``assessments`` and ``disagreements`` tell it, as far as it is known of those that are there."""
    postgresql = op.get_bind().dialect.name == "postgresql"
    if postgresql:
        op.execute("SET LOCAL statement_timeout = 0")  # there may be a million of them
    # Other tables refer to this one: SQLite can't copy it, and adds such a column with a default only.
    moment = sa.DateTime(timezone=True)
    first = sa.Column("first_verified", moment, server_default="1970-01-01 00:00:00+00", nullable=False)
    op.add_column("assessments", first)
    op.execute("UPDATE assessments SET first_verified = verified")
    if postgresql:
        op.alter_column("assessments", "first_verified", server_default=None)
    op.create_index("ix_assessments_domain_first_verified", "assessments", ["domain", "first_verified"])

    op.add_column("disagreements", sa.Column("score", sa.Integer))
    for name, kind in _ABOUT.items():
        op.add_column("disagreements", sa.Column(name, kind))
    op.execute(
        """
        UPDATE disagreements SET (url, title, ruleset, level, score, digest, sketch) = (
            SELECT url, title, ruleset, level, score, digest, sketch
            FROM assessments WHERE assessments.id = disagreements.assessment
        )
        """
    )
    with op.batch_alter_table("disagreements") as disagreements:
        for name, kind in _ABOUT.items():
            disagreements.alter_column(name, existing_type=kind, nullable=False)
