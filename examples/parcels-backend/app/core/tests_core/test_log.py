import json
import logging

from app.core.log import JsonFormatter, configure_logging


def test_values_in_extra_become_fields():
    record = logging.makeLogRecord({"msg": "booked", "levelname": "INFO", "name": "app.parcels"})
    record.number = "P1"
    line = json.loads(JsonFormatter().format(record))
    assert line == {"level": "INFO", "logger": "app.parcels", "message": "booked", "number": "P1"}


def test_the_root_logger_writes_json():
    configure_logging("WARNING")
    root = logging.getLogger()
    assert root.level == logging.WARNING
    assert isinstance(root.handlers[0].formatter, JsonFormatter)
