class BaseAppError(Exception): ...


class BadRoute(BaseAppError): ...


class BadMethod(BaseAppError): ...


class Missing(Exception): ...  # finding: QK706


class Refused(Exception): ...  # finding: QK706


class Overdrawn(Exception): ...  # finding: QK706
