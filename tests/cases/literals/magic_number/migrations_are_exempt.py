# path: app/alembic/versions/0001_start.py
def upgrade() -> None:
    op.execute(batch(500))
