# options: {"speaking-builtins": true}
class AppError(Exception): ...


class NotFound(AppError): ...


class Conflict(AppError): ...


class WrongAmount(ValueError): ...  # finding: QK706


class RefundFailed(RuntimeError): ...  # finding: QK706
