from app.decorators import staticmethod


class Users:
    @staticmethod
    def normalized(self) -> str:
        return ""

    @staticmethod
    def named(self, name) -> str:  # finding: QK101
        return ""
