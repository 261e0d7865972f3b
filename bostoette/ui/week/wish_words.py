"""What is said beside a form that is offered today although the citizen would rather not (P04)."""

from bostoette.models.contact_form import ContactForm
from bostoette.services.conversion import ConversionOffer


def rather_not(offer: ConversionOffer, form: ContactForm) -> str:
    """Return what follows the form's own words; empty where nothing is known against it."""
    return " (vil helst ikke)" if form in offer.disliked else ""
