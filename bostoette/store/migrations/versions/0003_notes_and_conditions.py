"""Notes, goals, what surrounds a contact, groups and calls, and conditions of the team's own."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them; every row that is there stays as it is."""
    _make_notes()
    _make_what_follows_notes()
    _make_agreements()
    _make_goals()
    _make_goal_links()
    _make_review()


def _make_notes() -> None:
    op.create_table(
        "note",
        sa.Column("contact_id", sa.BLOB(), nullable=False),
        sa.Column("citizen_id", sa.BLOB(), nullable=False),
        sa.Column("author_id", sa.BLOB(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("search_number", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("since_last_text", sa.String(), nullable=False),
        sa.Column("did_text", sa.String(), nullable=False),
        sa.Column("next_time_text", sa.String(), nullable=False),
        sa.Column("observed_text", sa.String(), nullable=False),
        sa.Column("told_text", sa.String(), nullable=False),
        sa.Column("certainty", sa.String(length=40), nullable=True),
        sa.Column("home_impression", sa.String(length=40), nullable=True),
        sa.Column("been_out", sa.Boolean(), nullable=True),
        sa.Column("wellbeing_score", sa.Integer(), nullable=True),
        sa.Column("relation", sa.String(length=40), nullable=True),
        sa.Column("needs_visit", sa.Boolean(), nullable=False),
        sa.Column("nothing_to_note", sa.Boolean(), nullable=False),
        sa.Column("signed_at", sa.Integer(), nullable=False),
        sa.Column("signed_by", sa.BLOB(), nullable=False),
        sa.Column("transferred_at", sa.Integer(), nullable=True),
        sa.Column("transferred_by", sa.BLOB(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_note_contact_id")),
        sa.ForeignKeyConstraint(["citizen_id"], ["citizen.id"], name=op.f("fk_note_citizen_id")),
        sa.ForeignKeyConstraint(["author_id"], ["worker.id"], name=op.f("fk_note_author_id")),
        sa.ForeignKeyConstraint(["signed_by"], ["worker.id"], name=op.f("fk_note_signed_by")),
        sa.ForeignKeyConstraint(
            ["transferred_by"], ["worker.id"], name=op.f("fk_note_transferred_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
        sa.CheckConstraint("wellbeing_score BETWEEN 1 AND 5", name=op.f("ck_note_wellbeing")),
        sa.UniqueConstraint("search_number", name=op.f("uq_note_search_number")),
        sa.UniqueConstraint("contact_id", "citizen_id", name=op.f("uq_note_contact_id_citizen_id")),
    )
    op.create_index(op.f("ix_note_author_id_signed_at"), "note", ["author_id", "signed_at"])
    op.create_index(op.f("ix_note_citizen_id_day"), "note", ["citizen_id", "day"])
    op.create_index(op.f("ix_note_signed_at"), "note", ["signed_at"])


def _make_what_follows_notes() -> None:
    op.create_table(
        "note_addition",
        sa.Column("note_id", sa.BLOB(), nullable=False),
        sa.Column("author_id", sa.BLOB(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(["note_id"], ["note.id"], name=op.f("fk_note_addition_note_id")),
        sa.ForeignKeyConstraint(
            ["author_id"], ["worker.id"], name=op.f("fk_note_addition_author_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note_addition")),
    )
    op.create_index(op.f("ix_note_addition_note_id"), "note_addition", ["note_id"])
    op.create_table(
        "citizen_summary",
        sa.Column("note_id", sa.BLOB(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("how", sa.String(length=40), nullable=False),
        sa.Column("given_at", sa.Integer(), nullable=False),
        sa.Column("given_by", sa.BLOB(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(["note_id"], ["note.id"], name=op.f("fk_citizen_summary_note_id")),
        sa.ForeignKeyConstraint(
            ["given_by"], ["worker.id"], name=op.f("fk_citizen_summary_given_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_citizen_summary")),
        sa.UniqueConstraint("note_id", name=op.f("uq_citizen_summary_note_id")),
    )
    op.create_table(
        "citizen_read",
        sa.Column("worker_id", sa.BLOB(), nullable=False),
        sa.Column("citizen_id", sa.BLOB(), nullable=False),
        sa.Column("read_at", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["worker_id"], ["worker.id"], name=op.f("fk_citizen_read_worker_id")
        ),
        sa.ForeignKeyConstraint(
            ["citizen_id"], ["citizen.id"], name=op.f("fk_citizen_read_citizen_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_citizen_read")),
        sa.UniqueConstraint(
            "worker_id", "citizen_id", name=op.f("uq_citizen_read_worker_id_citizen_id")
        ),
    )
    op.create_table(
        "sentence_template",
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sentence_template")),
    )


def _make_agreements() -> None:
    op.create_table(
        "agreement",
        sa.Column("citizen_id", sa.BLOB(), nullable=False),
        sa.Column("note_id", sa.BLOB(), nullable=True),
        sa.Column("contact_id", sa.BLOB(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("doer", sa.String(length=40), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("made_by", sa.BLOB(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["citizen_id"], ["citizen.id"], name=op.f("fk_agreement_citizen_id")
        ),
        sa.ForeignKeyConstraint(["note_id"], ["note.id"], name=op.f("fk_agreement_note_id")),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_agreement_contact_id")
        ),
        sa.ForeignKeyConstraint(["made_by"], ["worker.id"], name=op.f("fk_agreement_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
    )
    op.create_index(op.f("ix_agreement_citizen_id_outcome"), "agreement", ["citizen_id", "outcome"])
    op.create_index(op.f("ix_agreement_contact_id"), "agreement", ["contact_id"])
    op.create_index(op.f("ix_agreement_note_id"), "agreement", ["note_id"])
    op.create_table(
        "agreement_answer",
        sa.Column("agreement_id", sa.BLOB(), nullable=False),
        sa.Column("note_id", sa.BLOB(), nullable=True),
        sa.Column("contact_id", sa.BLOB(), nullable=True),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("how", sa.String(length=40), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("by", sa.BLOB(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["agreement.id"], name=op.f("fk_agreement_answer_agreement_id")
        ),
        sa.ForeignKeyConstraint(["note_id"], ["note.id"], name=op.f("fk_agreement_answer_note_id")),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_agreement_answer_contact_id")
        ),
        sa.ForeignKeyConstraint(["by"], ["worker.id"], name=op.f("fk_agreement_answer_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_answer")),
    )
    op.create_index(op.f("ix_agreement_answer_agreement_id"), "agreement_answer", ["agreement_id"])
    op.create_index(op.f("ix_agreement_answer_note_id"), "agreement_answer", ["note_id"])


def _make_goals() -> None:
    op.create_table(
        "wish",
        sa.Column("citizen_id", sa.BLOB(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(["citizen_id"], ["citizen.id"], name=op.f("fk_wish_citizen_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wish")),
    )
    op.create_index(op.f("ix_wish_citizen_id"), "wish", ["citizen_id"])
    op.create_table(
        "aim",
        sa.Column("wish_id", sa.BLOB(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(["wish_id"], ["wish.id"], name=op.f("fk_aim_wish_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aim")),
    )
    op.create_index(op.f("ix_aim_wish_id"), "aim", ["wish_id"])
    op.create_table(
        "goal",
        sa.Column("aim_id", sa.BLOB(), nullable=False),
        sa.Column("citizen_id", sa.BLOB(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("goal_type", sa.String(length=40), nullable=False),
        sa.Column("theme", sa.String(length=40), nullable=False),
        sa.Column("sub_theme", sa.String(length=40), nullable=True),
        sa.Column("functioning", sa.String(length=40), nullable=False),
        sa.Column("support", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("status_since", sa.Date(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("lost_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(["aim_id"], ["aim.id"], name=op.f("fk_goal_aim_id")),
        sa.ForeignKeyConstraint(["citizen_id"], ["citizen.id"], name=op.f("fk_goal_citizen_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal")),
    )
    op.create_index(op.f("ix_goal_aim_id"), "goal", ["aim_id"])
    op.create_index(op.f("ix_goal_citizen_id"), "goal", ["citizen_id", "status"])


def _make_goal_links() -> None:
    op.create_table(
        "goal_turn",
        sa.Column("goal_id", sa.BLOB(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=True),
        sa.Column("reason_text", sa.String(), nullable=False),
        sa.Column("worker_id", sa.BLOB(), nullable=True),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_goal_turn_goal_id")),
        sa.ForeignKeyConstraint(["worker_id"], ["worker.id"], name=op.f("fk_goal_turn_worker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_turn")),
    )
    op.create_index(op.f("ix_goal_turn_goal_id"), "goal_turn", ["goal_id", "day"])
    op.create_table(
        "contact_goal",
        sa.Column("contact_id", sa.BLOB(), nullable=False),
        sa.Column("goal_id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_contact_goal_contact_id")
        ),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_contact_goal_goal_id")),
        sa.PrimaryKeyConstraint("contact_id", "goal_id", name=op.f("pk_contact_goal")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_contact_goal_goal_id"), "contact_goal", ["goal_id"])
    op.create_table(
        "follow_up",
        sa.Column("citizen_id", sa.BLOB(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("recommendation", sa.String(length=40), nullable=True),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["citizen_id"], ["citizen.id"], name=op.f("fk_follow_up_citizen_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up")),
    )
    op.create_index(op.f("ix_follow_up_citizen_id"), "follow_up", ["citizen_id", "due"])
    op.create_table(
        "note_goal",
        sa.Column("note_id", sa.BLOB(), nullable=False),
        sa.Column("goal_id", sa.BLOB(), nullable=False),
        sa.Column("independence", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(["note_id"], ["note.id"], name=op.f("fk_note_goal_note_id")),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_note_goal_goal_id")),
        sa.PrimaryKeyConstraint("note_id", "goal_id", name=op.f("pk_note_goal")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_note_goal_goal_id"), "note_goal", ["goal_id"])


def _make_review() -> None:
    op.add_column("week_plan", sa.Column("sent_at", sa.Integer(), nullable=True))
    op.add_column("week_plan", sa.Column("decided_at", sa.Integer(), nullable=True))
    op.add_column("week_plan", sa.Column("reason", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("week_plan") as week_plan:
        week_plan.add_column(sa.Column("decided_by", sa.BLOB(), nullable=True))
        week_plan.create_foreign_key(
            op.f("fk_week_plan_decided_by"), "worker", ["decided_by"], ["id"]
        )
    op.create_table(
        "review_question",
        sa.Column("worker_id", sa.BLOB(), nullable=False),
        sa.Column("iso_year", sa.Integer(), nullable=False),
        sa.Column("iso_week", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.BLOB(), nullable=True),
        sa.Column("asked_by", sa.BLOB(), nullable=False),
        sa.Column("asked_at", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("answered_at", sa.Integer(), nullable=True),
        sa.Column("closed_at", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["worker_id"], ["worker.id"], name=op.f("fk_review_question_worker_id")
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_review_question_contact_id")
        ),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["worker.id"], name=op.f("fk_review_question_asked_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_question")),
    )
    op.create_index(
        op.f("ix_review_question_worker_id"),
        "review_question",
        ["worker_id", "iso_year", "iso_week"],
        unique=False,
    )
    op.create_table(
        "review_look",
        sa.Column("reviewer_id", sa.BLOB(), nullable=False),
        sa.Column("worker_id", sa.BLOB(), nullable=False),
        sa.Column("iso_year", sa.Integer(), nullable=False),
        sa.Column("iso_week", sa.Integer(), nullable=False),
        sa.Column("seen_step", sa.BLOB(), nullable=False),
        sa.PrimaryKeyConstraint(
            "reviewer_id", "worker_id", "iso_year", "iso_week", name=op.f("pk_review_look")
        ),
    )
