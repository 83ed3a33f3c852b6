# path: app/migrations/0001_users.py
def upgrade():
    # op.create_table("users", sa.Column("id", sa.Integer()))
    pass
