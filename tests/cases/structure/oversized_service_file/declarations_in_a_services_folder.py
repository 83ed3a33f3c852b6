# path: app/services/billing/payloads.py
# options: {"max-lines": 8}
class Invoice(BaseModel):
    number: int
    customer: str
    total: Decimal
    currency: str = "EUR"


class Status(Enum):
    OPEN = "open"
    PAID = "paid"


def parse(text):
    return Invoice.model_validate_json(text)
