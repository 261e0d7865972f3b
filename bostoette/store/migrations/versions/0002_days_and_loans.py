"""Day types, equipment on loan, reasons for a form, relapses, and what goes before video."""

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
    op.add_column("task", sa.Column("told_how", sa.String(length=40), nullable=True))
    _make_remote_start()
    _make_contact_checks()


def _make_remote_start() -> None:
    op.create_table(
        "form_wish_asked",
        sa.Column("citizen_id", sa.BLOB(), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("wish", sa.String(length=40), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("asked_by", sa.BLOB(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["citizen_id"], ["citizen.id"], name=op.f("fk_form_wish_asked_citizen_id")
        ),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["worker.id"], name=op.f("fk_form_wish_asked_asked_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_form_wish_asked")),
    )
    op.create_index(
        op.f("ix_form_wish_asked_citizen_id"), "form_wish_asked", ["citizen_id"], unique=False
    )
    op.create_table(
        "preparation_step",
        sa.Column("citizen_id", sa.BLOB(), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("step", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("worker_id", sa.BLOB(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["citizen_id"], ["citizen.id"], name=op.f("fk_preparation_step_citizen_id")
        ),
        sa.ForeignKeyConstraint(
            ["worker_id"], ["worker.id"], name=op.f("fk_preparation_step_worker_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_preparation_step")),
        sa.UniqueConstraint(
            "citizen_id",
            "form",
            "step",
            "number",
            name=op.f("uq_preparation_step_citizen_id_form_step_number"),
        ),
    )
    op.create_table(
        "video_pause",
        sa.Column("citizen_id", sa.BLOB(), nullable=False),
        sa.Column("paused_on", sa.Date(), nullable=False),
        sa.Column("resumed_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["citizen_id"], ["citizen.id"], name=op.f("fk_video_pause_citizen_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_video_pause")),
    )
    op.create_index(op.f("ix_video_pause_citizen_id"), "video_pause", ["citizen_id"], unique=False)


def _make_contact_checks() -> None:
    op.create_table(
        "contact_check",
        sa.Column("contact_id", sa.BLOB(), nullable=False),
        sa.Column("point", sa.String(length=40), nullable=False),
        sa.Column("ticked_on", sa.Date(), nullable=False),
        sa.Column("ticked_by", sa.BLOB(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_contact_check_contact_id")
        ),
        sa.ForeignKeyConstraint(
            ["ticked_by"], ["worker.id"], name=op.f("fk_contact_check_ticked_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_check")),
        sa.UniqueConstraint("contact_id", "point", name=op.f("uq_contact_check_contact_id_point")),
    )
    op.create_table(
        "tech_log",
        sa.Column("contact_id", sa.BLOB(), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("part", sa.String(length=40), nullable=True),
        sa.Column("noted_by", sa.BLOB(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_tech_log_contact_id")
        ),
        sa.ForeignKeyConstraint(["noted_by"], ["worker.id"], name=op.f("fk_tech_log_noted_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tech_log")),
        sa.UniqueConstraint("contact_id", name=op.f("uq_tech_log_contact_id")),
    )
