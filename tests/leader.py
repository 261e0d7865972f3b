"""A team leader, T.L., beside the workers that the tests share."""

from sqlalchemy.orm import Session

from bostoette.models.key import Key
from bostoette.models.worker import Worker
from bostoette.models.worker_kinds import WorkerRole
from bostoette.services.desk import Desk
from bostoette.store.database import Database
from bostoette.store.journal import describe
from tests.clock import Clock


def _add(session: Session) -> Key:
    leader = Worker(initials="T.L.", name="Tilde Leth", role=WorkerRole.TEAM_LEADER)
    session.add(leader)
    session.flush()
    describe(session, "Ny teamleder")
    return leader.id


def desk_of_leader(database: Database) -> Desk:
    """Add T.L. to the team, and return her desk."""
    leader = Desk(database, b"", Clock()).upkeep(_add)
    return Desk(database, leader, Clock())
