"""A series' template: what each new contact starts with, as plain JSON values and back."""

from dataclasses import fields as fields_of
from typing import Any

from bostoette.models.contact_fields import ContactFields, Participant
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, FormReason
from bostoette.models.contact_variant import ContactVariant, MeetingFlag
from bostoette.models.timespan import TimeSpan

_PLAIN = (
    "place_text",
    "phone_number",
    "video_platform_id",
    "video_link",
    "meeting_point",
    "bad_weather_plan",
    "plan_b",
    "override_reason",
    "agreed_with_citizen",
    "unplanned",
    "meeting_aim",
)
TEMPLATE_FIELDS = tuple(field.name for field in fields_of(ContactFields) if field.name != "span")
"""Everything about a contact but when it is."""


def packed(fields: ContactFields) -> dict[str, Any]:
    """Turn what was filled in into plain values; people as hex, when it is left out."""
    return {
        "form": fields.form.value,
        "purpose_id": fields.purpose_id,
        "workers": [key.hex() for key in fields.workers],
        "citizens": [key.hex() for key in fields.citizens],
        "form_reason": fields.form_reason.value if fields.form_reason else None,
        "place": fields.place.value,
        **{name: getattr(fields, name) for name in _PLAIN},
        "participants": [
            [one.name, one.role, one.from_minute, one.until_minute] for one in fields.participants
        ],
        "reason_codes": list(fields.reason_codes),
        "variant": fields.variant.value,
        "meeting_flags": list(fields.meeting_flags),
        "agenda": list(fields.agenda),
    }


def unpacked(template: dict[str, Any], span: TimeSpan) -> ContactFields:
    """Fill a contact in from a template; what the template lacks is empty.

    Raises PlanError where purpose, worker or citizen is missing.
    """
    reason = template.get("form_reason")
    return ContactFields(
        span=span,
        form=ContactForm(template["form"]),
        purpose_id=template["purpose_id"],
        workers=tuple(bytes.fromhex(key) for key in template["workers"]),
        citizens=tuple(bytes.fromhex(key) for key in template["citizens"]),
        form_reason=FormReason(reason) if reason else None,
        place=ContactPlace(template.get("place") or ContactPlace.HOME),
        participants=tuple(Participant(*one) for one in template.get("participants", ())),
        reason_codes=tuple(template.get("reason_codes", ())),
        variant=ContactVariant(template.get("variant") or ContactVariant.ORDINARY),
        meeting_flags=tuple(map(MeetingFlag, template.get("meeting_flags", ()))),
        agenda=tuple(template.get("agenda", ())),
        **{name: template[name] for name in _PLAIN if name in template},
    )
