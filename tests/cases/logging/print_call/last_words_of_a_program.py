import os
import sys

if sys.version_info < (3, 11):
    print("x")
    print("y", file=sys.stderr)
    sys.exit(1)


def stop(reason: str) -> None:
    if reason == "a":
        print(reason); raise SystemExit(1)
    if reason == "b":
        print(reason)  # finding: QK401
        reason = "c"
        os._exit(2)
    if reason == "d":
        print(reason)  # finding: QK401
        if reason:
            sys.exit(3)
    print(reason)  # finding: QK401
    raise ValueError(reason)
