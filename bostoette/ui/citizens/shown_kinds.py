"""The kinds of rows that a citizen's page shows something of."""

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_judged import RiskJudged, TriageJudged
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.citizen_voice import CitizenVoice
from bostoette.models.contact import AgendaItem, Contact, ContactCitizen
from bostoette.models.contact_agreement import AgreementLine, ContactAgreement
from bostoette.models.contact_satisfaction import ContactSatisfaction
from bostoette.models.equipment_loan import EquipmentLoan
from bostoette.models.form_trial import FormTrial
from bostoette.models.goal import Aim, FollowUp, Goal, NoteGoal, Wish
from bostoette.models.grant import Grant, GrantParagraph
from bostoette.models.inquiry import Inquiry
from bostoette.models.material import MaterialSent
from bostoette.models.note import CitizenRead, Note
from bostoette.models.on_demand import OnDemand
from bostoette.models.phase_out import PhaseOut, PhaseOutStep
from bostoette.models.relation import Relation
from bostoette.models.remote_start import FormWishAsked, PreparationStep, VideoPause
from bostoette.models.team import ApprovedPlatform, Purpose, TeamSetting
from bostoette.models.team_sheet import SheetChangeRow
from bostoette.models.worker import Worker

SHOWN_KINDS = (
    AgendaItem,
    SheetChangeRow,
    Aim,
    Citizen,
    CitizenProfile,
    CitizenVoice,
    Contact,
    ContactCitizen,
    ContactAgreement,
    ContactSatisfaction,
    AgreementLine,
    CitizenRead,
    Grant,
    GrantParagraph,
    Note,
    ApprovedPlatform,
    EquipmentLoan,
    Inquiry,
    MaterialSent,
    FormTrial,
    FormWishAsked,
    OnDemand,
    PhaseOut,
    PhaseOutStep,
    FollowUp,
    Goal,
    NoteGoal,
    PreparationStep,
    Purpose,
    Relation,
    RiskJudged,
    TeamSetting,
    TriageJudged,
    VideoPause,
    Wish,
    Worker,
)
