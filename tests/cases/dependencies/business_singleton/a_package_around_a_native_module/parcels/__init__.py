from .parcels import *

__doc__ = parcels.__doc__
