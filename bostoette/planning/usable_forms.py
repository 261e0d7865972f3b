"""The forms at a distance that neither a citizen's no nor what she lacks rules out (P04, P62)."""

from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.citizen_kinds import FormWish, VideoAbility
from bostoette.models.contact_form import ContactForm


def usable(profile: ProfileFields) -> tuple[ContactForm, ...]:
    """Return the forms at a distance that nothing rules out for a citizen, in order of the path."""
    video = (
        profile.wish_video is not FormWish.REFUSES
        and profile.has_video_device
        and profile.video_ability is not VideoAbility.CANNOT
    )
    phone = profile.wish_phone is not FormWish.REFUSES and profile.has_phone
    found = [ContactForm.VIDEO] if video else []
    return (*found, *([ContactForm.PHONE] if phone else []))
