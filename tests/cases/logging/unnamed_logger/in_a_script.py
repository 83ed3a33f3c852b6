# path: scripts/fill.py
import logging

logging.info("filling")
