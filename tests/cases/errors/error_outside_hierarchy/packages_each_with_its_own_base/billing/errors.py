class BaseBillingError(Exception): ...


class Refused(BaseBillingError): ...


class Overdrawn(BaseBillingError): ...


class Missing(Exception): ...  # finding: QK706
