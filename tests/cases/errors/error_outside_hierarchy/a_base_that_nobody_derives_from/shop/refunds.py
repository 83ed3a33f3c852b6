class Refused(Exception): ...  # finding: QK706


class Declined(Exception): ...


class Overdrawn(Exception): ...


class RefundStopped(Exception): ...
