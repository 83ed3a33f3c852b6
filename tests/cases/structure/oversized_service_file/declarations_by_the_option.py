# path: app/services/billing/payloads.py
# options: {"max-lines": 8, "declarations": true}
class Invoice(BaseModel):
    number: int
    customer: str
    total: Decimal
    currency: str = "EUR"

    open: bool = True  # finding: QK601
    paid: bool = False
