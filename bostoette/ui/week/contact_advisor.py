"""Answers the contact form which form fits, from what lies before the contact."""

from bostoette.models.contact_fields import ContactDetails, ContactFields
from bostoette.models.form_question import FormProposal, FormQuestion
from bostoette.services import form_choice
from bostoette.services.desk import Desk
from bostoette.services.form_choice import ContactAdvice


class ContactAdvisor:
    """Reads at the desk; a stored contact never counts itself."""

    def __init__(self, desk: Desk, details: ContactDetails | None = None) -> None:
        self._desk = desk
        self._key = details.id if details else None
        self._before = details.fields if details else None

    def advice(self, fields: ContactFields) -> ContactAdvice | None:
        """Return the advice on a contact as filled in."""
        return self._desk.read(form_choice.advice_on, fields, self._key)

    def question(self, fields: ContactFields) -> FormQuestion | None:
        """Return what its form asks for; nothing where nothing that matters was changed."""
        return self._desk.read(form_choice.open_question, fields, self._key, self._before)

    def proposal(self, purpose_id: str, fields: ContactFields | None) -> FormProposal | None:
        """Return the form and length that a purpose proposes."""
        return self._desk.read(form_choice.proposal, purpose_id, fields)
