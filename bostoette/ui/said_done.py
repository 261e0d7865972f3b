"""A step as the quiet message tells it: done. The menu beside it names the same step as a wish.

The journal calls a step by what was wanted, ``Flyt A.M. til torsdag``; that is right after
»Fortryd:«, but told alone it would sound like an order to the reader.
"""

_DONE = {
    "Læg dagen om:": "Dagen er lagt om:",
    "Læg om:": "Lagt om:",
    "Aflys kontakterne": "Kontakterne er aflyst",
    "Flyt kontakterne": "Kontakterne er flyttet",
    "Til planlagt igen:": "Planlagt igen:",
    "Aflys": "Aflyst",
    "Del": "Delt",
    "Fjern": "Fjernet",
    "Flyt": "Flyttet",
    "Gem": "Gemt",
    "Giv": "Givet videre",
    "Godkend": "Godkendt",
    "Importér": "Importeret",
    "Kopiér": "Kopieret",
    "Omdøb": "Omdøbt",
    "Omlæg": "Omlagt",
    "Planlæg": "Planlagt",
    "Ret": "Rettet",
    "Slet": "Slettet",
    "Stop": "Stoppet",
    "Udfør": "Udført",
    "Vælg": "Valgt",
}
"""How a wish begins, the longer beginning first, and how it is said when it is done."""


def said_done(label: str) -> str:
    """Say a step as done: ``Flyttet: A.M. til torsdag``; what is no wish stays as it is."""
    for wish, done in _DONE.items():
        if label.startswith(f"{wish} "):
            rest = label.removeprefix(f"{wish} ")
            told = done.endswith(":") or " er " in done or ": " in rest
            return f"{done} {rest}" if told else f"{done}: {rest}"
    return label
