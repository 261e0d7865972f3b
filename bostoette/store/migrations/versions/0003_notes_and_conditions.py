"""Notes, goals, what surrounds a contact, groups and calls, and conditions of the team's own."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them; every row that is there stays as it is."""
    _make_search()
    op.add_column(
        "citizen", sa.Column("week_entries", sa.Integer(), nullable=False, server_default="0")
    )
    op.add_column(
        "citizen", sa.Column("emergency_contact", sa.String(), nullable=False, server_default="")
    )
    _make_notes()
    _make_what_follows_notes()
    _make_agreements()
    _make_goals()
    _make_goal_links()
    _make_review()
    _make_drives()
    _make_citizens_voice()
    _make_relations()
    _make_trials()
    _make_phase_outs()
    _add_groups_and_meetings()
    _make_inquiries()
    _make_materials()
    _add_purposes()
    _make_week_templates()
    _make_team_sheet()


def _make_search() -> None:
    """Make the index of words; nothing that it holds is in an older file."""
    op.create_table(
        "search_entry",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("row_id", sa.BLOB(), nullable=False),
        sa.Column("checksum", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_search_entry")),
        sa.UniqueConstraint("row_id", name=op.f("uq_search_entry_row_id")),
    )
    op.execute(
        "CREATE VIRTUAL TABLE search_words USING fts5(words, content='', columnsize=0, "
        "detail=none, tokenize=\"ascii tokenchars '_-+'\")"
    )
    op.execute("CREATE VIRTUAL TABLE search_words_terms USING fts5vocab(search_words, instance)")
    op.execute("INSERT INTO search_words (search_words, rank) VALUES ('secure-delete', 1)")
    op.execute("INSERT INTO search_words (search_words, rank) VALUES ('pgsz', 3900)")


def _make_notes() -> None:
    op.create_table(
        "note",
        sa.Column("contact_id", sa.BLOB(), nullable=False),
        sa.Column("citizen_id", sa.BLOB(), nullable=False),
        sa.Column("author_id", sa.BLOB(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
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


def _make_drives() -> None:
    """Make what is corrected in the lists of drives."""
    op.create_table(
        "drive_correction",
        sa.Column("worker_id", sa.BLOB(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("contact_id", sa.BLOB(), nullable=True),
        sa.Column("km", sa.Double(), nullable=True),
        sa.Column("car", sa.String(length=40), nullable=True),
        sa.Column("skipped", sa.Boolean(), nullable=False),
        sa.Column("remark", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.CheckConstraint("km IS NULL OR km >= 0", name=op.f("ck_drive_correction_not_negative")),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_drive_correction_contact_id")
        ),
        sa.ForeignKeyConstraint(
            ["worker_id"], ["worker.id"], name=op.f("fk_drive_correction_worker_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drive_correction")),
    )
    op.create_index(
        op.f("ix_drive_correction_worker_id_day"), "drive_correction", ["worker_id", "day"]
    )
    op.create_index(op.f("ix_drive_correction_contact_id"), "drive_correction", ["contact_id"])


def _make_citizens_voice() -> None:
    """Keep what citizens say, and what is judged of them."""
    op.create_table(
        "citizen_voice",
        sa.Column("citizen_id", sa.BLOB(), nullable=False),
        sa.Column("what_matters", sa.String(), nullable=False),
        sa.Column("own_words", sa.String(), nullable=False),
        sa.Column("times", sa.Text(), nullable=False),
        sa.Column("places", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["citizen_id"], ["citizen.id"], name=op.f("fk_citizen_voice_citizen_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_citizen_voice")),
        sa.UniqueConstraint("citizen_id", name=op.f("uq_citizen_voice_citizen_id")),
    )
    op.create_table(
        "risk_judged",
        sa.Column("citizen_id", sa.BLOB(), nullable=False),
        sa.Column("level", sa.String(length=40), nullable=False),
        sa.Column("judged_on", sa.Date(), nullable=False),
        sa.Column("judged_by", sa.BLOB(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["citizen_id"], ["citizen.id"], name=op.f("fk_risk_judged_citizen_id")
        ),
        sa.ForeignKeyConstraint(
            ["judged_by"], ["worker.id"], name=op.f("fk_risk_judged_judged_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_judged")),
    )
    op.create_index(
        op.f("ix_risk_judged_citizen_id_judged_on"),
        "risk_judged",
        ["citizen_id", "judged_on"],
        unique=False,
    )
    op.create_table(
        "triage_judged",
        sa.Column("citizen_id", sa.BLOB(), nullable=False),
        sa.Column("triage", sa.String(length=40), nullable=False),
        sa.Column("judged_on", sa.Date(), nullable=False),
        sa.Column("judged_by", sa.BLOB(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["citizen_id"], ["citizen.id"], name=op.f("fk_triage_judged_citizen_id")
        ),
        sa.ForeignKeyConstraint(
            ["judged_by"], ["worker.id"], name=op.f("fk_triage_judged_judged_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_triage_judged")),
    )
    op.create_index(
        op.f("ix_triage_judged_citizen_id_judged_on"),
        "triage_judged",
        ["citizen_id", "judged_on"],
        unique=False,
    )


def _make_relations() -> None:
    """Keep how well people know each other, and how contacts were."""
    op.create_table(
        "relation",
        sa.Column("citizen_id", sa.BLOB(), nullable=False),
        sa.Column("worker_id", sa.BLOB(), nullable=False),
        sa.Column("strength", sa.String(length=40), nullable=False),
        sa.Column("set_on", sa.Date(), nullable=False),
        sa.Column("set_by", sa.BLOB(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["citizen_id"], ["citizen.id"], name=op.f("fk_relation_citizen_id")
        ),
        sa.ForeignKeyConstraint(["set_by"], ["worker.id"], name=op.f("fk_relation_set_by")),
        sa.ForeignKeyConstraint(["worker_id"], ["worker.id"], name=op.f("fk_relation_worker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relation")),
        sa.UniqueConstraint(
            "citizen_id", "worker_id", name=op.f("uq_relation_citizen_id_worker_id")
        ),
    )
    op.create_table(
        "contact_satisfaction",
        sa.Column("contact_id", sa.BLOB(), nullable=False),
        sa.Column("citizen_id", sa.BLOB(), nullable=False),
        sa.Column("answer", sa.String(length=40), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("noted_by", sa.BLOB(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["citizen_id"], ["citizen.id"], name=op.f("fk_contact_satisfaction_citizen_id")
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_contact_satisfaction_contact_id")
        ),
        sa.ForeignKeyConstraint(
            ["noted_by"], ["worker.id"], name=op.f("fk_contact_satisfaction_noted_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_satisfaction")),
        sa.UniqueConstraint(
            "contact_id", "citizen_id", name=op.f("uq_contact_satisfaction_contact_id_citizen_id")
        ),
    )
    op.create_index(
        op.f("ix_contact_satisfaction_citizen_id"),
        "contact_satisfaction",
        ["citizen_id"],
        unique=False,
    )


def _make_trials() -> None:
    """Keep forms that are tried, and contact on demand."""
    op.add_column(
        "contact_agreement", sa.Column("note", sa.String(), nullable=False, server_default="")
    )
    op.create_table(
        "form_trial",
        sa.Column("citizen_id", sa.BLOB(), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("begun_by", sa.BLOB(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("decided_by", sa.BLOB(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.CheckConstraint("last_day >= first_day", name=op.f("ck_form_trial_days_in_order")),
        sa.ForeignKeyConstraint(["begun_by"], ["worker.id"], name=op.f("fk_form_trial_begun_by")),
        sa.ForeignKeyConstraint(
            ["citizen_id"], ["citizen.id"], name=op.f("fk_form_trial_citizen_id")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["worker.id"], name=op.f("fk_form_trial_decided_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_form_trial")),
    )
    op.create_index(
        op.f("ix_form_trial_citizen_id_first_day"),
        "form_trial",
        ["citizen_id", "first_day"],
        unique=False,
    )
    op.create_table(
        "on_demand",
        sa.Column("citizen_id", sa.BLOB(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("how_to_reach", sa.String(), nullable=False),
        sa.Column("answer_workdays", sa.Integer(), nullable=False),
        sa.Column("check_in_days", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.CheckConstraint(
            "answer_workdays > 0 AND check_in_days > 0", name=op.f("ck_on_demand_positive")
        ),
        sa.CheckConstraint(
            "last_day IS NULL OR last_day >= first_day", name=op.f("ck_on_demand_days_in_order")
        ),
        sa.ForeignKeyConstraint(
            ["citizen_id"], ["citizen.id"], name=op.f("fk_on_demand_citizen_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_on_demand")),
    )
    op.create_index(
        op.f("ix_on_demand_citizen_id_first_day"),
        "on_demand",
        ["citizen_id", "first_day"],
        unique=False,
    )


def _make_phase_outs() -> None:
    """Keep ways from visits to less."""
    op.create_table(
        "phase_out",
        sa.Column("citizen_id", sa.BLOB(), nullable=False),
        sa.Column("begun_on", sa.Date(), nullable=False),
        sa.Column("begun_by", sa.BLOB(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ended_by", sa.BLOB(), nullable=True),
        sa.Column("ended_why", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.CheckConstraint(
            "ended_on IS NULL OR ended_on >= begun_on", name=op.f("ck_phase_out_days_in_order")
        ),
        sa.ForeignKeyConstraint(["begun_by"], ["worker.id"], name=op.f("fk_phase_out_begun_by")),
        sa.ForeignKeyConstraint(
            ["citizen_id"], ["citizen.id"], name=op.f("fk_phase_out_citizen_id")
        ),
        sa.ForeignKeyConstraint(["ended_by"], ["worker.id"], name=op.f("fk_phase_out_ended_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phase_out")),
    )
    op.create_index(op.f("ix_phase_out_citizen_id"), "phase_out", ["citizen_id"], unique=False)
    op.create_table(
        "phase_out_step",
        sa.Column("phase_out_id", sa.BLOB(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("lines", sa.Text(), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=True),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["phase_out_id"], ["phase_out.id"], name=op.f("fk_phase_out_step_phase_out_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phase_out_step")),
    )
    op.create_index(
        op.f("ix_phase_out_step_phase_out_id"), "phase_out_step", ["phase_out_id"], unique=False
    )


def _word(name: str, default: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=40), nullable=False, server_default=default)


def _add_groups_and_meetings() -> None:
    for table in ("contact_worker", "contact_citizen", "contact_participant"):
        op.add_column(table, _word("attendance", "not_noted"))
        op.add_column(table, _word("duty", "none"))
        op.add_column(table, sa.Column("turn", sa.Integer(), nullable=False, server_default="0"))
    op.add_column(
        "contact_citizen",
        sa.Column("consented", sa.Boolean(), nullable=False, server_default="0"),
    )
    op.add_column("contact", _word("variant", "ordinary"))
    op.add_column(
        "contact", sa.Column("meeting_aim", sa.String(), nullable=False, server_default="")
    )
    op.add_column(
        "contact", sa.Column("meeting_flags", sa.Text(), nullable=False, server_default="[]")
    )
    op.add_column(
        "citizen_profile",
        sa.Column("values_shop_trip", sa.Boolean(), nullable=False, server_default="0"),
    )
    op.create_table(
        "meeting_tick",
        sa.Column("contact_id", sa.BLOB(), nullable=False),
        sa.Column("point", sa.String(), nullable=False),
        sa.Column("ticked_on", sa.Date(), nullable=False),
        sa.Column("ticked_by", sa.BLOB(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_meeting_tick_contact_id")
        ),
        sa.ForeignKeyConstraint(
            ["ticked_by"], ["worker.id"], name=op.f("fk_meeting_tick_ticked_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_tick")),
        sa.UniqueConstraint("contact_id", "point", name=op.f("uq_meeting_tick_contact_id_point")),
    )


def _make_inquiries() -> None:
    op.create_table(
        "inquiry",
        sa.Column("worker_id", sa.BLOB(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("on_hotline", sa.Boolean(), nullable=False),
        sa.Column("caller", sa.String(length=40), nullable=False),
        sa.Column("citizen_id", sa.BLOB(), nullable=True),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("advice", sa.String(), nullable=False),
        sa.Column("guided_to", sa.String(), nullable=False),
        sa.Column("strain", sa.String(length=40), nullable=True),
        sa.Column("worried", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.CheckConstraint('"start" >= 0 AND minutes > 0', name=op.f("ck_inquiry_time_of_day")),
        sa.ForeignKeyConstraint(["worker_id"], ["worker.id"], name=op.f("fk_inquiry_worker_id")),
        sa.ForeignKeyConstraint(["citizen_id"], ["citizen.id"], name=op.f("fk_inquiry_citizen_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inquiry")),
    )
    op.create_index(op.f("ix_inquiry_day"), "inquiry", ["day"], unique=False)
    op.create_index(
        op.f("ix_inquiry_citizen_id_day"), "inquiry", ["citizen_id", "day"], unique=False
    )


def _make_materials() -> None:
    op.create_table(
        "material",
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("for_staff", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_material")),
    )
    op.create_table(
        "material_sent",
        sa.Column("material_id", sa.BLOB(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("sent_by", sa.BLOB(), nullable=False),
        sa.Column("contact_id", sa.BLOB(), nullable=True),
        sa.Column("inquiry_id", sa.BLOB(), nullable=True),
        sa.Column("citizen_id", sa.BLOB(), nullable=True),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["material_id"], ["material.id"], name=op.f("fk_material_sent_material_id")
        ),
        sa.ForeignKeyConstraint(["sent_by"], ["worker.id"], name=op.f("fk_material_sent_sent_by")),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_material_sent_contact_id")
        ),
        sa.ForeignKeyConstraint(
            ["inquiry_id"], ["inquiry.id"], name=op.f("fk_material_sent_inquiry_id")
        ),
        sa.ForeignKeyConstraint(
            ["citizen_id"], ["citizen.id"], name=op.f("fk_material_sent_citizen_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_material_sent")),
    )
    for columns in (["contact_id"], ["inquiry_id"], ["citizen_id", "day"]):
        op.create_index(
            op.f(f"ix_material_sent_{'_'.join(columns)}"), "material_sent", columns, unique=False
        )


def _make_week_templates() -> None:
    """Keep weeks of a worker that are laid again and again."""
    op.create_table(
        "week_template",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("worker_id", sa.BLOB(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.CheckConstraint("weeks BETWEEN 1 AND 8", name=op.f("ck_week_template_weeks")),
        sa.ForeignKeyConstraint(
            ["worker_id"], ["worker.id"], name=op.f("fk_week_template_worker_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_week_template")),
    )
    op.create_index(op.f("ix_week_template_worker_id"), "week_template", ["worker_id"])
    op.create_table(
        "week_template_line",
        sa.Column("template_id", sa.BLOB(), nullable=False),
        sa.Column("together", sa.BLOB(), nullable=False),
        sa.Column("week", sa.Integer(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("citizen_id", sa.BLOB(), nullable=True),
        sa.Column("template", sa.Text(), nullable=True),
        sa.Column("series_id", sa.BLOB(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("all_day", sa.Boolean(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.CheckConstraint(
            '"start" >= 0 AND minutes > 0 AND "start" + minutes <= 1440',
            name=op.f("ck_week_template_line_within_a_day"),
        ),
        sa.CheckConstraint(
            "(template IS NULL) <> (kind IS NULL)",
            name=op.f("ck_week_template_line_contact_or_own_time"),
        ),
        sa.ForeignKeyConstraint(
            ["citizen_id"], ["citizen.id"], name=op.f("fk_week_template_line_citizen_id")
        ),
        sa.ForeignKeyConstraint(
            ["template_id"], ["week_template.id"], name=op.f("fk_week_template_line_template_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_week_template_line")),
    )
    op.create_index(
        op.f("ix_week_template_line_template_id"), "week_template_line", ["template_id"]
    )
    op.create_index(op.f("ix_week_template_line_citizen_id"), "week_template_line", ["citizen_id"])


def _add_purposes() -> None:
    """Add two purposes to the list of a file that has one; a new file gets them with the rest."""
    for purpose, title in (
        ("relatives_contact", "Hjælp til kontakt med pårørende"),
        ("meeting", "Møde med flere"),
    ):
        op.get_bind().execute(
            sa.text(
                "INSERT OR IGNORE INTO purpose (id, title, position, active)"
                " SELECT :id, :title, max(position) + 1, 1 FROM purpose HAVING count(*) > 0"
            ),
            {"id": purpose, "title": title},
        )


def _make_team_sheet() -> None:
    op.create_table(
        "sheet_change",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sheet_change")),
    )
    op.create_table(
        "sheet_version",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("saved_on", sa.Date(), nullable=False),
        sa.Column("author_id", sa.BLOB(), nullable=False),
        sa.Column("participants", sa.Text(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["worker.id"], name=op.f("fk_sheet_version_author_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sheet_version")),
        sa.UniqueConstraint("number", name=op.f("uq_sheet_version_number")),
    )
