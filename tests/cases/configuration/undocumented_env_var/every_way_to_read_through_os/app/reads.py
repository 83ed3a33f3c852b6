import os

SUBSCRIPT = os.environ["SUBSCRIPT"]  # finding: QK501
GET = os.environ.get("GET")  # finding: QK501
GET_DEFAULT = os.environ.get("GET_DEFAULT", "x")  # finding: QK501
GET_NAMED = os.environ.get(key="GET_NAMED", default="x")  # finding: QK501
POP = os.environ.pop("POP", None)  # finding: QK501
SETDEFAULT = os.environ.setdefault("SETDEFAULT", "x")  # finding: QK501
os.environ.setdefault("SETDEFAULT_ALONE", "x")  # finding: QK501
IN = "IN" in os.environ  # finding: QK501
NOT_IN = "NOT_IN" not in os.environ  # finding: QK501
IN_KEYS = "IN_KEYS" in os.environ.keys()  # finding: QK501
GETENV = os.getenv("GETENV")  # finding: QK501
GETENV_NAMED = os.getenv(key="GETENV_NAMED")  # finding: QK501
BYTES = os.environb[b"BYTES"]  # finding: QK501
GETENVB = os.getenvb(b"GETENVB")  # finding: QK501
GETITEM = os.environ.__getitem__("GETITEM")  # finding: QK501
INSIDE = f"{os.environ['INSIDE']}/path"  # finding: QK501
NESTED = os.getenv("NESTED_OUTER", os.getenv("NESTED_INNER"))  # finding: QK501, QK501
LOWER = os.getenv("lower_case_name")  # finding: QK501


def use(url: str = os.environ["DEFAULT_ARGUMENT"]) -> str:  # finding: QK501
    return url


SUBSCRIPT_FINE = os.environ["DOCUMENTED"]
GET_FINE = os.environ.get("DOCUMENTED")
POP_FINE = os.environ.pop("DOCUMENTED", None)
IN_FINE = "DOCUMENTED" in os.environ
GETENV_FINE = os.getenv("DOCUMENTED")
BYTES_FINE = os.getenvb(b"DOCUMENTED")
