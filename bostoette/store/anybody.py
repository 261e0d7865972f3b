"""Days asked of everybody: named as each one's, so that the index of their days is gone through.

A day alone stands in no index. Asked by worker and day, or by citizen and day, only the contacts of
those days are read, however many years lie in the file.
"""

from sqlalchemy import select

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.contact import ContactCitizen, ContactWorker
from bostoette.models.worker import Worker

ANY_WORKER = ContactWorker.worker_id.in_(select(Worker.id).correlate(None))
"""Whoever takes part; meant for beside a condition on `ContactWorker.day`."""
ANY_ACTIVE_CITIZEN = ContactCitizen.citizen_id.in_(
    select(Citizen.id).where(Citizen.status == CitizenStatus.ACTIVE).correlate(None)
)
"""Whoever is supported now; meant for beside a condition on `ContactCitizen.day`."""
