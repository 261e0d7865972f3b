"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "approved_platform",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approved_platform")),
    )
    op.create_table(
        "draft",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject_id", sa.BLOB(), nullable=False),
        sa.Column("worker_id", sa.BLOB(), nullable=False),
        sa.Column("fields", sa.String(), nullable=False),
        sa.Column("saved_at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "subject_id", "worker_id", name=op.f("pk_draft")),
    )
    op.create_table(
        "exported_event",
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("contact_id", sa.BLOB(), nullable=True),
        sa.Column("series_id", sa.BLOB(), nullable=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.Column("exported_at", sa.Integer(), nullable=False),
        sa.Column("shadow", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("uid", "reader", name=op.f("pk_exported_event")),
    )
    op.create_index(
        op.f("ix_exported_event_contact_id"), "exported_event", ["contact_id"], unique=False
    )
    op.create_index(
        op.f("ix_exported_event_series_id"), "exported_event", ["series_id"], unique=False
    )
    op.create_table(
        "grant_paragraph",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grant_paragraph")),
    )
    op.create_table(
        "journal_change",
        sa.Column("step_id", sa.BLOB(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row_key", sa.String(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("step_id", "position", name=op.f("pk_journal_change")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_journal_change_table_name_row_key"),
        "journal_change",
        ["table_name", "row_key"],
        unique=False,
    )
    op.create_table(
        "journal_step",
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.BLOB(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("target_id", sa.BLOB(), nullable=True),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=True),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_step")),
    )
    op.create_index(
        op.f("ix_journal_step_actor_id_kind_id"),
        "journal_step",
        ["actor_id", "kind", "id"],
        unique=False,
    )
    op.create_table(
        "purpose",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("like", sa.String(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_purpose")),
    )
    op.create_table(
        "team_setting",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_setting")),
    )
    op.create_table(
        "travel_pair",
        sa.Column("place_a", sa.String(), nullable=False),
        sa.Column("place_b", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.CheckConstraint("minutes >= 0", name=op.f("ck_travel_pair_not_negative")),
        sa.CheckConstraint("place_a < place_b", name=op.f("ck_travel_pair_in_order")),
        sa.PrimaryKeyConstraint("place_a", "place_b", name=op.f("pk_travel_pair")),
    )
    op.create_table(
        "worker",
        sa.Column("initials", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("job_title", sa.String(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("hours", sa.Text(), nullable=False),
        sa.Column("base_kind", sa.String(length=40), nullable=False),
        sa.Column("base_address", sa.String(), nullable=False),
        sa.Column("base_postal_code", sa.String(), nullable=False),
        sa.Column("base_latitude", sa.Double(), nullable=True),
        sa.Column("base_longitude", sa.Double(), nullable=True),
        sa.Column("travel_mode", sa.String(length=40), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_worker")),
        sa.UniqueConstraint("initials", name=op.f("uq_worker_initials")),
    )
    op.create_table(
        "absence",
        sa.Column("worker_id", sa.BLOB(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.CheckConstraint("last_day >= first_day", name=op.f("ck_absence_days_in_order")),
        sa.ForeignKeyConstraint(["worker_id"], ["worker.id"], name=op.f("fk_absence_worker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    op.create_index(
        op.f("ix_absence_worker_id_first_day"), "absence", ["worker_id", "first_day"], unique=False
    )
    op.create_table(
        "calendar_source",
        sa.Column("worker_id", sa.BLOB(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("read_at", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["worker_id"], ["worker.id"], name=op.f("fk_calendar_source_worker_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_source")),
    )
    op.create_table(
        "citizen",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("initials", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("postal_code", sa.String(), nullable=False),
        sa.Column("town", sa.String(), nullable=False),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("meeting_point", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("primary_worker_id", sa.BLOB(), nullable=True),
        sa.Column("secondary_worker_id", sa.BLOB(), nullable=True),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("status_since", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["primary_worker_id"], ["worker.id"], name=op.f("fk_citizen_primary_worker_id")
        ),
        sa.ForeignKeyConstraint(
            ["secondary_worker_id"], ["worker.id"], name=op.f("fk_citizen_secondary_worker_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_citizen")),
        sa.UniqueConstraint("code", name=op.f("uq_citizen_code")),
    )
    op.create_index(
        op.f("ix_citizen_primary_worker_id"), "citizen", ["primary_worker_id"], unique=False
    )
    op.create_table(
        "week_plan",
        sa.Column("worker_id", sa.BLOB(), nullable=False),
        sa.Column("iso_year", sa.Integer(), nullable=False),
        sa.Column("iso_week", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(["worker_id"], ["worker.id"], name=op.f("fk_week_plan_worker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_week_plan")),
        sa.UniqueConstraint(
            "worker_id",
            "iso_year",
            "iso_week",
            name=op.f("uq_week_plan_worker_id_iso_year_iso_week"),
        ),
    )
    op.create_table(
        "appointment",
        sa.Column("worker_id", sa.BLOB(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("all_day", sa.Boolean(), nullable=False),
        sa.Column("source_id", sa.BLOB(), nullable=True),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("occurrence", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.CheckConstraint(
            '"start" >= 0 AND minutes > 0 AND "start" + minutes <= 1440',
            name=op.f("ck_appointment_within_a_day"),
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["calendar_source.id"], name=op.f("fk_appointment_source_id")
        ),
        sa.ForeignKeyConstraint(
            ["worker_id"], ["worker.id"], name=op.f("fk_appointment_worker_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment")),
    )
    op.create_index(
        op.f("ix_appointment_source_id_uid"), "appointment", ["source_id", "uid"], unique=False
    )
    op.create_index(
        op.f("ix_appointment_worker_id_day"), "appointment", ["worker_id", "day"], unique=False
    )
    op.create_table(
        "citizen_profile",
        sa.Column("citizen_id", sa.BLOB(), nullable=False),
        sa.Column("filled_on", sa.Date(), nullable=True),
        sa.Column("lives_alone", sa.Boolean(), nullable=False),
        sa.Column("private_network", sa.String(length=40), nullable=False),
        sa.Column("support_need", sa.String(length=40), nullable=False),
        sa.Column("risk_level", sa.String(length=40), nullable=False),
        sa.Column("isolation_risk", sa.Boolean(), nullable=False),
        sa.Column("in_substance_treatment", sa.Boolean(), nullable=False),
        sa.Column("tolerates_shifts", sa.String(length=40), nullable=False),
        sa.Column("needs_predictability", sa.Boolean(), nullable=False),
        sa.Column("wish_physical", sa.String(length=40), nullable=False),
        sa.Column("wish_phone", sa.String(length=40), nullable=False),
        sa.Column("wish_video", sa.String(length=40), nullable=False),
        sa.Column("wish_walk_talk", sa.String(length=40), nullable=False),
        sa.Column("wishes_asked_on", sa.Date(), nullable=True),
        sa.Column("wishes_asked_by", sa.BLOB(), nullable=True),
        sa.Column("has_phone", sa.Boolean(), nullable=False),
        sa.Column("has_video_device", sa.Boolean(), nullable=False),
        sa.Column("loan_device_planned", sa.Boolean(), nullable=False),
        sa.Column("has_internet", sa.Boolean(), nullable=False),
        sa.Column("equipment_checked_on", sa.Date(), nullable=True),
        sa.Column("platform_id", sa.String(), nullable=True),
        sa.Column("video_ability", sa.String(length=40), nullable=False),
        sa.Column("video_startup_done", sa.Boolean(), nullable=False),
        sa.Column("needs_teaching_for_video", sa.Boolean(), nullable=False),
        sa.Column("can_relate_to_remote", sa.Boolean(), nullable=False),
        sa.Column("needs_something_to_look_at", sa.Boolean(), nullable=False),
        sa.Column("uses_visual_methods", sa.Boolean(), nullable=False),
        sa.Column("dislikes_own_face_on_screen", sa.Boolean(), nullable=False),
        sa.Column("uneasy_in_public", sa.Boolean(), nullable=False),
        sa.Column("does_not_want_home_seen", sa.Boolean(), nullable=False),
        sa.Column("may_hide_being_unwell", sa.Boolean(), nullable=False),
        sa.Column("meeting_hard_anxiety_or_pain", sa.Boolean(), nullable=False),
        sa.Column("transport_tiring", sa.Boolean(), nullable=False),
        sa.Column("can_walk_outdoors", sa.Boolean(), nullable=False),
        sa.Column("has_private_room", sa.Boolean(), nullable=False),
        sa.Column("travel_minutes_one_way", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.CheckConstraint(
            "travel_minutes_one_way >= 0", name=op.f("ck_citizen_profile_travel_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["citizen_id"], ["citizen.id"], name=op.f("fk_citizen_profile_citizen_id")
        ),
        sa.ForeignKeyConstraint(
            ["wishes_asked_by"], ["worker.id"], name=op.f("fk_citizen_profile_wishes_asked_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_citizen_profile")),
        sa.UniqueConstraint("citizen_id", name=op.f("uq_citizen_profile_citizen_id")),
    )
    op.create_table(
        "contact_agreement",
        sa.Column("citizen_id", sa.BLOB(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("on_demand", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.CheckConstraint(
            "valid_to IS NULL OR valid_to >= valid_from",
            name=op.f("ck_contact_agreement_days_in_order"),
        ),
        sa.ForeignKeyConstraint(
            ["citizen_id"], ["citizen.id"], name=op.f("fk_contact_agreement_citizen_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_agreement")),
    )
    op.create_index(
        op.f("ix_contact_agreement_citizen_id_valid_from"),
        "contact_agreement",
        ["citizen_id", "valid_from"],
        unique=False,
    )
    op.create_table(
        "grant",
        sa.Column("citizen_id", sa.BLOB(), nullable=False),
        sa.Column("paragraph_id", sa.String(), nullable=False),
        sa.Column("minutes_from", sa.Integer(), nullable=True),
        sa.Column("minutes_to", sa.Integer(), nullable=True),
        sa.Column("period", sa.String(length=40), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.CheckConstraint(
            "minutes_to IS NULL OR minutes_to >= minutes_from", name=op.f("ck_grant_range_in_order")
        ),
        sa.CheckConstraint(
            "valid_to IS NULL OR valid_to >= valid_from", name=op.f("ck_grant_days_in_order")
        ),
        sa.ForeignKeyConstraint(["citizen_id"], ["citizen.id"], name=op.f("fk_grant_citizen_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grant")),
    )
    op.create_index(op.f("ix_grant_citizen_id"), "grant", ["citizen_id"], unique=False)
    op.create_table(
        "series",
        sa.Column("citizen_id", sa.BLOB(), nullable=True),
        sa.Column("every_weeks", sa.Integer(), nullable=False),
        sa.Column("weekdays", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("skipped", sa.Text(), nullable=False),
        sa.Column("made_until", sa.Date(), nullable=False),
        sa.Column("split_from", sa.BLOB(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(["citizen_id"], ["citizen.id"], name=op.f("fk_series_citizen_id")),
        sa.ForeignKeyConstraint(["split_from"], ["series.id"], name=op.f("fk_series_split_from")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
    )
    op.create_index(op.f("ix_series_citizen_id"), "series", ["citizen_id"], unique=False)
    op.create_table(
        "agreement_line",
        sa.Column("agreement_id", sa.BLOB(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("rhythm", sa.String(length=40), nullable=False),
        sa.Column("every_weeks", sa.Integer(), nullable=False),
        sa.Column("forms", sa.Text(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.CheckConstraint(
            "number > 0 AND minutes > 0 AND every_weeks > 0",
            name=op.f("ck_agreement_line_positive"),
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"], ["contact_agreement.id"], name=op.f("fk_agreement_line_agreement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_line")),
    )
    op.create_index(
        op.f("ix_agreement_line_agreement_id"), "agreement_line", ["agreement_id"], unique=False
    )
    op.create_table(
        "contact",
        sa.Column("purpose_id", sa.String(), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("form_reason", sa.String(length=40), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(length=40), nullable=False),
        sa.Column("place_text", sa.String(), nullable=False),
        sa.Column("phone_number", sa.String(), nullable=False),
        sa.Column("video_platform_id", sa.String(), nullable=True),
        sa.Column("video_link", sa.String(), nullable=False),
        sa.Column("meeting_point", sa.String(), nullable=False),
        sa.Column("bad_weather_plan", sa.String(), nullable=False),
        sa.Column("plan_b", sa.String(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("status_reason", sa.String(), nullable=False),
        sa.Column("agreed_with_citizen", sa.Boolean(), nullable=False),
        sa.Column("unplanned", sa.Boolean(), nullable=False),
        sa.Column("actual_start", sa.Integer(), nullable=True),
        sa.Column("actual_minutes", sa.Integer(), nullable=True),
        sa.Column("converted_from", sa.BLOB(), nullable=True),
        sa.Column("series_id", sa.BLOB(), nullable=True),
        sa.Column("series_day", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.CheckConstraint(
            '"start" >= 0 AND minutes > 0 AND "start" + minutes <= 1440',
            name=op.f("ck_contact_within_a_day"),
        ),
        sa.ForeignKeyConstraint(
            ["converted_from"], ["contact.id"], name=op.f("fk_contact_converted_from")
        ),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name=op.f("fk_contact_series_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        sa.UniqueConstraint("id", "day", name=op.f("uq_contact_id_day")),
    )
    op.create_index(op.f("ix_contact_series_id"), "contact", ["series_id"], unique=False)
    op.create_table(
        "agenda_item",
        sa.Column("contact_id", sa.BLOB(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_agenda_item_contact_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
    )
    op.create_index(op.f("ix_agenda_item_contact_id"), "agenda_item", ["contact_id"], unique=False)
    op.create_table(
        "contact_citizen",
        sa.Column("citizen_id", sa.BLOB(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.BLOB(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["citizen_id"], ["citizen.id"], name=op.f("fk_contact_citizen_citizen_id")
        ),
        sa.ForeignKeyConstraint(
            ["contact_id", "day"],
            ["contact.id", "contact.day"],
            name=op.f("fk_contact_citizen_contact_id_day"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("contact_id", "citizen_id", name=op.f("pk_contact_citizen")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_contact_citizen_citizen_id_day"),
        "contact_citizen",
        ["citizen_id", "day"],
        unique=False,
    )
    op.create_table(
        "contact_participant",
        sa.Column("contact_id", sa.BLOB(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("from_minute", sa.Integer(), nullable=False),
        sa.Column("until_minute", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.CheckConstraint(
            "until_minute > from_minute", name=op.f("ck_contact_participant_minutes_in_order")
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_contact_participant_contact_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_participant")),
    )
    op.create_index(
        op.f("ix_contact_participant_contact_id"),
        "contact_participant",
        ["contact_id"],
        unique=False,
    )
    op.create_table(
        "contact_worker",
        sa.Column("worker_id", sa.BLOB(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.BLOB(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id", "day"],
            ["contact.id", "contact.day"],
            name=op.f("fk_contact_worker_contact_id_day"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["worker_id"], ["worker.id"], name=op.f("fk_contact_worker_worker_id")
        ),
        sa.PrimaryKeyConstraint("contact_id", "worker_id", name=op.f("pk_contact_worker")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_contact_worker_worker_id_day"),
        "contact_worker",
        ["worker_id", "day"],
        unique=False,
    )
    op.create_table(
        "task",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("worker_id", sa.BLOB(), nullable=False),
        sa.Column("citizen_id", sa.BLOB(), nullable=True),
        sa.Column("contact_id", sa.BLOB(), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("done_at", sa.Integer(), nullable=True),
        sa.Column("done_by", sa.BLOB(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.BLOB(), nullable=False),
        sa.ForeignKeyConstraint(["citizen_id"], ["citizen.id"], name=op.f("fk_task_citizen_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_task_contact_id")),
        sa.ForeignKeyConstraint(["done_by"], ["worker.id"], name=op.f("fk_task_done_by")),
        sa.ForeignKeyConstraint(["worker_id"], ["worker.id"], name=op.f("fk_task_worker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
    )
    op.create_index(op.f("ix_task_citizen_id"), "task", ["citizen_id"], unique=False)
    op.create_index(op.f("ix_task_contact_id"), "task", ["contact_id"], unique=False)
    op.create_index(
        op.f("ix_task_worker_id_done_at"), "task", ["worker_id", "done_at"], unique=False
    )
