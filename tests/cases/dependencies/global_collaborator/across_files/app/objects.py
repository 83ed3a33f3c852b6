class UserService:
    def find(self): ...


class MailClient: ...


class JobRegistry:
    def register(self, function): ...


class Guard:
    def __call__(self): ...


user_service = UserService()
mail_client = MailClient()
allowed_service = UserService()  # quality-kit: ignore[QK201] -- made once on purpose
# quality-kit: ignore[QK2] -- the whole family
second_allowed_service = UserService()
third_allowed_service = UserService()  # noqa: QK201
other_service = UserService()  # quality-kit: ignore[QK301] -- of another rule
job_registry = JobRegistry()
guard_manager = Guard()


def find():
    return user_service.find()  # finding: QK202


def get_user_service():
    return user_service
