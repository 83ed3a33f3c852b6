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
