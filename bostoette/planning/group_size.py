"""What the number of citizens in a group says: online two or three, on a walk four to eight."""

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.practice_rule import NumberName
from bostoette.models.practice_rules import PracticeRules

ONLINE_AT_MOST = NumberName("P73", "citizens_at_most")
ONLINE_AT_LEAST = NumberName("P73", "citizens_at_least")
WALK_AT_MOST = NumberName("P61", "members_at_most")
WALK_AT_LEAST = NumberName("P61", "members_at_least")


def size_said(
    form: ContactForm, variant: ContactVariant, members: int, rules: PracticeRules
) -> str:
    """Return a sentence where a group has too few or too many members, else nothing.

    A webinar is of any size (P73); a rule that is switched off says nothing.
    """
    if variant is ContactVariant.WEBINAR:
        return ""
    match form:
        case ContactForm.GROUP_ONLINE:
            names, rule = (ONLINE_AT_LEAST, ONLINE_AT_MOST), "P73"
            much = "Del den i to grupper, eller gør den til et webinar."
        case ContactForm.GROUP_WALK:
            names, rule = (WALK_AT_LEAST, WALK_AT_MOST), "P61"
            much = "Del holdet i to."
        case _:
            return ""
    if not rules.on((rule,)):
        return ""
    least, most = (rules.number(name).value for name in names)
    if members > most:
        return f"Der er {members} med, og højst {most} er godt. {much} ({rule})"
    if members < least:
        return f"Der er {members} med, og mindst {least} er godt. ({rule})"
    return ""
