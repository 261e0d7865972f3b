"""How a form's part of a bar is told apart without colour, and what that is called."""

from PySide6.QtCore import Qt

from bostoette.models.contact_form import ContactForm

FORM_PATTERNS = {
    ContactForm.PHYSICAL: (Qt.BrushStyle.SolidPattern, "fyldt"),
    ContactForm.PHONE: (Qt.BrushStyle.BDiagPattern, "skrå streger"),
    ContactForm.VIDEO: (Qt.BrushStyle.HorPattern, "vandrette streger"),
    ContactForm.WALK_TALK: (Qt.BrushStyle.Dense5Pattern, "prikker"),
    ContactForm.SMS_CHAT: (Qt.BrushStyle.FDiagPattern, "skrå streger den anden vej"),
    ContactForm.GROUP_ONLINE: (Qt.BrushStyle.CrossPattern, "tern"),
    ContactForm.GROUP_WALK: (Qt.BrushStyle.Dense7Pattern, "få prikker"),
    ContactForm.HOTLINE: (Qt.BrushStyle.VerPattern, "lodrette streger"),
}
