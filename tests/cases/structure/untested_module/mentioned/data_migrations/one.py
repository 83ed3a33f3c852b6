def upgrade(x):
    return x + 1
