def protect(path: Path, mode: int) -> bool:
    path.chmod(0o600)
    descriptor = os.open(path, os.O_CREAT, 0o640)
    if mode & 0o077 or mode == 0O755:
        return False
    return mode == 493  # finding: QK301
