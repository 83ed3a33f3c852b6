import sys

if sys.version_info >= (3, 11):
    pass


def versions(server: Server, schema_version: int, rank: int) -> bool:
    if sys.version_info[:2] < (3, 12) or sys.version_info[0] == 3 or sys.version_info.minor >= 9:
        return True
    if tuple(map(int, pydantic.VERSION.split("."))) < (2, 5):
        return True
    if tuple(int(part) for part in server.version().split(".")) >= (8, 0, 31):
        return True
    if (3, 2) <= server.version_info or schema_version == 4:
        return True
    if (rank, schema_version) != (7, 3):
        return True
    if rank >= 4:  # finding: QK301
        return False
    return server.place == (3, 5)  # finding: QK301
