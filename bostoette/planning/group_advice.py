"""Advises on a group for each of its members: it is held in a form that each has to manage.

A group was chosen with its members and is not weighed against the four forms, so that no form is
best here; what speaks against the form for one of them is told of that one (P61, P73). Where one
of them has said no to it, or lacks what it takes, a reason is asked for (`form_question`, P04).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from bostoette.models.advice import Advice, FormAdvice, MemberAdvice, Outcome
from bostoette.models.contact_form import ContactForm

HELD_AS: Mapping[ContactForm, ContactForm] = MappingProxyType(
    {
        ContactForm.GROUP_ONLINE: ContactForm.VIDEO,
        ContactForm.GROUP_WALK: ContactForm.WALK_TALK,
    }
)
"""The one of the four forms that each member of a group has to manage."""


def member_advice(
    group: ContactForm, advices: Sequence[Advice], initials: Sequence[str]
) -> tuple[MemberAdvice, ...]:
    """Return how the group's form fits each member; nothing for what is no group."""
    held_as = HELD_AS.get(group)
    if held_as is None:
        return ()
    return tuple(
        MemberAdvice(who, _unranked(found))
        for who, advice in zip(initials, advices, strict=True)
        if (found := advice.of(held_as)) is not None
    )


def _unranked(found: FormAdvice) -> FormAdvice:
    if found.outcome is not Outcome.BEST:
        return found
    return replace(found, outcome=Outcome.WARNED if found.reasons else Outcome.ACCEPTED)
