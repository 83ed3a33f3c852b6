class Command:
    def handle(self):
        return 1
