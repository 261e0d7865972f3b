"""Day types, equipment on loan, why a form was chosen against the advice, and relapses."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them; every row that is there stays as it is."""
    op.create_table(
        "day_type",
        sa.Column("worker_id", sa.BLOB(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(["worker_id"], ["worker.id"], name=op.f("fk_day_type_worker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_day_type")),
        sa.UniqueConstraint("worker_id", "day", name=op.f("uq_day_type_worker_id_day")),
    )
    op.create_table(
        "equipment_loan",
        sa.Column("citizen_id", sa.BLOB(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("lent_on", sa.Date(), nullable=False),
        sa.Column("due_back", sa.Date(), nullable=True),
        sa.Column("returned_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["citizen_id"], ["citizen.id"], name=op.f("fk_equipment_loan_citizen_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_equipment_loan")),
    )
    op.create_index(
        op.f("ix_equipment_loan_citizen_id"), "equipment_loan", ["citizen_id"], unique=False
    )
    op.add_column(
        "contact",
        sa.Column("override_reason", sa.String(), nullable=False, server_default=""),
    )
    op.add_column(
        "contact",
        sa.Column("reason_codes", sa.Text(), nullable=False, server_default="[]"),
    )
    op.add_column("citizen_profile", sa.Column("relapsed_on", sa.Date(), nullable=True))
