# options: {"boundary-functions": ["run_*"], "boundary-decorators": ["step"], "boundary-bases": ["Plugin"]}
class Export(Plugin):
    def act(self) -> bool:
        try:
            return export()
        except Exception:
            return False


@pipeline.step
def act() -> bool:
    try:
        return export()
    except Exception:
        return False


def run_export() -> bool:
    try:
        return export()
    except Exception:
        return False


def main() -> bool:
    try:
        return export()
    except Exception:  # finding: QK701
        return False
