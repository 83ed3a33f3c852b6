LIMIT = 1


class Row:
    size: int

    def __init__(self, size):
        self.size = size
