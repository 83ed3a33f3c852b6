import os

from traitlets import default


class Identity:
    @default("token")
    def _token_default(self):
        return os.getenv("APP_TOKEN")

    def other(self):
        return os.getenv("APP_OTHER")  # finding: QK503
