"""What a citizen's page says of a relapse (P40)."""

from datetime import date

from bostoette.models.wording import short_day
from bostoette.services.relapse import Relapse


def relapse_words(found: Relapse, today: date) -> str:
    """Say when, and by which day they have to meet, or should have met."""
    late = found.meet_by < today
    by = "skulle I være mødtes" if late else "I skal mødes ansigt til ansigt"
    return f"Væltet {short_day(found.day)}: {by} senest {short_day(found.meet_by)}"
