import io
import pprint
from pprint import PrettyPrinter

printer = pprint.PrettyPrinter(indent=4)
to_file = PrettyPrinter(stream=io.StringIO())
to_file_by_position = PrettyPrinter(1, 80, None, io.StringIO())

printer.pprint({})  # finding: QK401
pprint.PrettyPrinter(width=100).pprint({})  # finding: QK401
PrettyPrinter().pprint({})  # finding: QK401

printer.pformat({})
PrettyPrinter().pformat({})
to_file.pprint({})
to_file_by_position.pprint({})
PrettyPrinter(stream=io.StringIO()).pprint({})


either = PrettyPrinter() if printer else None
if printer:
    one_of_two = PrettyPrinter()
else:
    one_of_two = printer.report
one_of_two.pprint({})
either.pprint({})


def show(printer: object) -> None:
    printer.pprint({})
