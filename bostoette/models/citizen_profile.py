"""A CitizenProfile holds what decides which form fits (practice catalogue, part 3).

Diagnosis, target group and age are not here, and never will be: they may not decide (P03, P54).
"""

from datetime import date

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, Edited, may_refer, refers, words
from bostoette.models.citizen_kinds import (
    FormWish,
    PrivateNetwork,
    RiskLevel,
    SupportNeed,
    ToleratesShifts,
    VideoAbility,
)
from bostoette.models.key import Key


class CitizenProfile(Base, Edited):
    """One citizen's answers, each with the catalogue's default until somebody has asked."""

    __tablename__ = "citizen_profile"
    __table_args__ = (CheckConstraint("travel_minutes_one_way >= 0", name="travel_not_negative"),)

    citizen_id: Mapped[Key] = refers("citizen.id", unique=True)
    filled_on: Mapped[date | None]
    """The day the profile was last gone through; None when nobody has asked yet."""

    lives_alone: Mapped[bool] = mapped_column(default=True)
    private_network: Mapped[PrivateNetwork] = mapped_column(
        words(PrivateNetwork), default=PrivateNetwork.WEAK
    )
    support_need: Mapped[SupportNeed] = mapped_column(
        words(SupportNeed), default=SupportNeed.MEDIUM
    )
    risk_level: Mapped[RiskLevel] = mapped_column(words(RiskLevel), default=RiskLevel.GREEN)
    isolation_risk: Mapped[bool] = mapped_column(default=False)
    in_substance_treatment: Mapped[bool] = mapped_column(default=False)
    relapsed_on: Mapped[date | None]
    """The day of the latest relapse; it counts until they have met after it (P40)."""
    tolerates_shifts: Mapped[ToleratesShifts] = mapped_column(
        words(ToleratesShifts), default=ToleratesShifts.NORMAL
    )
    needs_predictability: Mapped[bool] = mapped_column(default=False)

    wish_physical: Mapped[FormWish] = mapped_column(words(FormWish), default=FormWish.NEUTRAL)
    wish_phone: Mapped[FormWish] = mapped_column(words(FormWish), default=FormWish.NEUTRAL)
    wish_video: Mapped[FormWish] = mapped_column(words(FormWish), default=FormWish.NEUTRAL)
    wish_walk_talk: Mapped[FormWish] = mapped_column(words(FormWish), default=FormWish.NEUTRAL)
    wishes_asked_on: Mapped[date | None]
    wishes_asked_by: Mapped[Key | None] = may_refer("worker.id")

    has_phone: Mapped[bool] = mapped_column(default=True)
    has_video_device: Mapped[bool] = mapped_column(default=True)
    loan_device_planned: Mapped[bool] = mapped_column(default=False)
    has_internet: Mapped[bool] = mapped_column(default=True)
    equipment_checked_on: Mapped[date | None]
    platform_id: Mapped[str | None]
    """The approved platform this citizen uses (P66)."""
    video_ability: Mapped[VideoAbility] = mapped_column(
        words(VideoAbility), default=VideoAbility.ALONE
    )
    video_startup_done: Mapped[bool] = mapped_column(default=True)
    needs_teaching_for_video: Mapped[bool] = mapped_column(default=False)
    can_relate_to_remote: Mapped[bool] = mapped_column(default=True)

    needs_something_to_look_at: Mapped[bool] = mapped_column(default=False)
    uses_visual_methods: Mapped[bool] = mapped_column(default=False)
    dislikes_own_face_on_screen: Mapped[bool] = mapped_column(default=False)
    uneasy_in_public: Mapped[bool] = mapped_column(default=False)
    does_not_want_home_seen: Mapped[bool] = mapped_column(default=False)
    may_hide_being_unwell: Mapped[bool] = mapped_column(default=False)
    meeting_hard_anxiety_or_pain: Mapped[bool] = mapped_column(default=False)
    transport_tiring: Mapped[bool] = mapped_column(default=False)
    can_walk_outdoors: Mapped[bool] = mapped_column(default=True)
    has_private_room: Mapped[bool] = mapped_column(default=True)
    values_shop_trip: Mapped[bool] = mapped_column(default=False, server_default="0")
    """Whether the trip to the shop means something; shopping online together takes it away."""
    travel_minutes_one_way: Mapped[int] = mapped_column(default=15)
