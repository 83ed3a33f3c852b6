"""What all tests share."""

from __future__ import annotations

import signal

from hypothesis import HealthCheck, settings

# A shell that starts the tests in the background ignores Ctrl-C for them, and so would all that they start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

#: Code for rules to look at, not tests, whatever the files are called.
collect_ignore = ["cases", "guides"]

_SLOW = [HealthCheck.too_slow, HealthCheck.large_base_example, HealthCheck.data_too_large]

# The same examples in every run; ``make fuzz`` looks further, and elsewhere each time.
settings.register_profile("short", deadline=None, derandomize=True, suppress_health_check=_SLOW)
settings.register_profile("long", deadline=None, max_examples=5_000, suppress_health_check=_SLOW)
settings.load_profile("short")
