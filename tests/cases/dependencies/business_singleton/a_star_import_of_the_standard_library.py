# path: app/stdlib_star.py
from multiprocessing import *

sync_manager = Manager()
