# options: {"bases": ["Root"], "signals": ["Leap"]}
class Root(Exception): ...


class AppError(Exception): ...  # finding: QK706


class Missing(AppError): ...


class Known(Root): ...


class Leap(Exception): ...


class StopReading(Exception): ...  # finding: QK706
