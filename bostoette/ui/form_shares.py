"""The shares that forms have of some contacts, as a bar: each in its colour and edge pattern."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.ui.form_look import EdgePattern, FormLook, look_of
from bostoette.ui.theme import Tokens

GAP = 2


class Share(NamedTuple):
    """How many contacts a form has, with its look and its word."""

    look: FormLook
    word: str
    number: int


def shares_of(counts: Mapping[ContactForm, int]) -> tuple[Share, ...]:
    """Return the shares in the forms' order; forms beyond the four come together as "andet"."""
    shares = [
        Share(look_of(form), form.short_name, counts[form])
        for form in CORE_FORMS
        if counts.get(form)
    ]
    others = sum(number for form, number in counts.items() if form not in CORE_FORMS)
    if others:
        shares.append(Share(look_of(None), "andet", others))
    return tuple(shares)


def draw_shares(painter: QPainter, whole: QRectF, shares: Sequence[Share], tokens: Tokens) -> None:
    """Draw the bar with round ends; grey where there is nothing."""
    round_ends = QPainterPath()
    round_ends.addRoundedRect(whole, whole.height() / 2, whole.height() / 2)
    painter.save()
    painter.setClipPath(round_ends, Qt.ClipOperation.IntersectClip)
    total = sum(share.number for share in shares)
    if not total:
        painter.fillRect(whole, QColor(tokens.other_tint))
    left = whole.left()
    for share in shares:
        width = whole.width() * share.number / total
        _draw_share(painter, QRectF(left, whole.top(), width - GAP, whole.height()), share, tokens)
        left += width
    painter.restore()


def _draw_share(painter: QPainter, area: QRectF, share: Share, tokens: Tokens) -> None:
    """Draw a form's share in the pattern that its cards have at their edge."""
    ink, edge = QColor(share.look.ink_of(tokens)), share.look.edge
    if edge in {EdgePattern.SOLID, EdgePattern.NONE}:
        painter.fillRect(area, ink)
        return
    painter.fillRect(area, QColor(share.look.tint_of(tokens)))
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    high = area.height()
    if edge is EdgePattern.DOUBLE:
        for top in (0.0, 0.62):
            stripe = QRectF(area.left(), area.top() + high * top, area.width(), high * 0.38)
            painter.fillRect(stripe, ink)
    else:
        _draw_dashes(painter, area, ink, dotted=edge is EdgePattern.DOTTED)
    painter.restore()


def _draw_dashes(painter: QPainter, area: QRectF, ink: QColor, *, dotted: bool) -> None:
    cap = Qt.PenCapStyle.RoundCap if dotted else Qt.PenCapStyle.FlatCap
    thick = area.height() * 0.62 if dotted else area.height()
    pen = QPen(ink, thick, Qt.PenStyle.CustomDashLine, cap)
    pen.setDashPattern([0.01, 1.5] if dotted else [0.75, 0.3])
    painter.setPen(pen)
    start = area.left() + (thick / 2 + 1 if dotted else 0)
    middle = area.center().y()
    painter.drawLine(QLineF(start, middle, area.right(), middle))
