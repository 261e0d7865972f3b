"""The life around a citizen's contacts, read in one go; who knows her tells `relations`."""

from datetime import date

from sqlalchemy.orm import Session

from bostoette.models.citizen_life import CitizenLife
from bostoette.models.key import Key
from bostoette.services import form_trials, on_demand, phase_outs, risk, triage


def life_of(session: Session, citizen_id: Key, today: date) -> CitizenLife:
    """Return it as it stands on a day."""
    judged = triage.history(session, citizen_id)
    return CitizenLife(
        risk=risk.history(session, citizen_id),
        triage=judged,
        judge_again=triage.judge_again_on(session, judged[0] if judged else None),
        trials=form_trials.trials_of(session, citizen_id),
        on_demand=on_demand.times_of(session, citizen_id, today),
        phase_outs=phase_outs.paths_of(session, citizen_id, today),
    )
