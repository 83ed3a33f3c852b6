from app.utils import get_secret

A = get_secret("PASSED_ON")  # finding: QK501
B = get_secret("DOCUMENTED")
