try:
    import torch
    from torch import nn
except Exception:
    torch = nn = None

try:
    import numpy
    numpy.seterr("raise")
except Exception:  # finding: QK701
    numpy = None

try:
    from orjson import dumps

    HAS_ORJSON = True
except Exception:
    HAS_ORJSON = False

try:
    DEFAULTS = read_defaults()
    HAS_DEFAULTS = True
except Exception:  # finding: QK701
    HAS_DEFAULTS = False

try:
    from app.version import VERSION

    version = VERSION
except Exception:
    version = "unknown"
