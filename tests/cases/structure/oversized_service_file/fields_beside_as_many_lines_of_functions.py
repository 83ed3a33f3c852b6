# path: app/services/billing/service.py
# options: {"max-lines": 8}
class Invoice(BaseModel):
    number: int
    customer: str


def parse(text):
    # it says what it reads  # finding: QK601
    return Invoice.model_validate_json(text)
