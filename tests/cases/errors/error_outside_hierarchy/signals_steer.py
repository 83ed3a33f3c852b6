try:
    from subprocess import CalledProcessError
except ImportError:

    class CalledProcessError(Exception): ...


class AppError(Exception): ...


class Missing(AppError): ...


class Refused(AppError): ...


class EntityRedirect(Exception): ...


class RedirectException(Exception): ...


class RescheduleOrder(Exception): ...


class InterruptRun(Exception): ...


class ShutdownException(Exception): ...


class Direct(Exception): ...  # finding: QK706
