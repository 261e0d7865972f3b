"""All mapped classes in one import, for whoever needs the whole picture."""

from bostoette.models.agreement import Agreement, AgreementAnswer
from bostoette.models.appointment import Appointment, CalendarSource
from bostoette.models.base import Base
from bostoette.models.citizen import Citizen
from bostoette.models.citizen_judged import RiskJudged, TriageJudged
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.citizen_voice import CitizenVoice
from bostoette.models.contact import (
    AgendaItem,
    Contact,
    ContactCheck,
    ContactCitizen,
    ContactParticipant,
    ContactWorker,
    MeetingTick,
    TechLog,
)
from bostoette.models.contact_agreement import AgreementLine, ContactAgreement
from bostoette.models.contact_satisfaction import ContactSatisfaction
from bostoette.models.day_type import DayType
from bostoette.models.draft import Draft
from bostoette.models.drive_correction import DriveCorrection
from bostoette.models.equipment_loan import EquipmentLoan
from bostoette.models.export_receipt import ExportedEvent
from bostoette.models.form_trial import FormTrial
from bostoette.models.goal import Aim, ContactGoal, FollowUp, Goal, GoalTurn, NoteGoal, Wish
from bostoette.models.grant import Grant, GrantParagraph
from bostoette.models.inquiry import Inquiry
from bostoette.models.journal import JournalChange, JournalStep
from bostoette.models.material import Material, MaterialSent
from bostoette.models.note import (
    CitizenRead,
    CitizenSummary,
    Note,
    NoteAddition,
    SentenceTemplate,
)
from bostoette.models.on_demand import OnDemand
from bostoette.models.phase_out import PhaseOut, PhaseOutStep
from bostoette.models.relation import Relation
from bostoette.models.remote_start import FormWishAsked, PreparationStep, VideoPause
from bostoette.models.search_entry import SearchEntry
from bostoette.models.series import Series
from bostoette.models.task import Task
from bostoette.models.team import ApprovedPlatform, Purpose, TeamSetting, TravelPair
from bostoette.models.team_sheet import SheetChangeRow, SheetVersion
from bostoette.models.week_plan import ReviewLook, ReviewQuestion, WeekPlan
from bostoette.models.week_template import WeekTemplate, WeekTemplateLine
from bostoette.models.worker import Absence, Worker

OUTSIDE_THE_JOURNAL = (JournalStep, JournalChange, Draft, ExportedEvent, ReviewLook, SearchEntry)
"""The journal itself, what is not yet a change, the memory of acts, and what is made of rows."""

__all__ = [
    "OUTSIDE_THE_JOURNAL",
    "Absence",
    "AgendaItem",
    "Agreement",
    "AgreementAnswer",
    "AgreementLine",
    "Aim",
    "Appointment",
    "ApprovedPlatform",
    "Base",
    "CalendarSource",
    "Citizen",
    "CitizenProfile",
    "CitizenRead",
    "CitizenSummary",
    "CitizenVoice",
    "Contact",
    "ContactAgreement",
    "ContactCheck",
    "ContactCitizen",
    "ContactGoal",
    "ContactParticipant",
    "ContactSatisfaction",
    "ContactWorker",
    "DayType",
    "Draft",
    "DriveCorrection",
    "EquipmentLoan",
    "ExportedEvent",
    "FollowUp",
    "FormTrial",
    "FormWishAsked",
    "Goal",
    "GoalTurn",
    "Grant",
    "GrantParagraph",
    "Inquiry",
    "JournalChange",
    "JournalStep",
    "Material",
    "MaterialSent",
    "MeetingTick",
    "Note",
    "NoteAddition",
    "NoteGoal",
    "OnDemand",
    "PhaseOut",
    "PhaseOutStep",
    "PreparationStep",
    "Purpose",
    "Relation",
    "ReviewLook",
    "ReviewQuestion",
    "RiskJudged",
    "SearchEntry",
    "SentenceTemplate",
    "Series",
    "SheetChangeRow",
    "SheetVersion",
    "Task",
    "TeamSetting",
    "TechLog",
    "TravelPair",
    "TriageJudged",
    "VideoPause",
    "WeekPlan",
    "WeekTemplate",
    "WeekTemplateLine",
    "Wish",
    "Worker",
]
