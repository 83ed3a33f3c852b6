class SessionRegistry: ...


class AuditClient: ...


_registry = SessionRegistry()
audit_client = AuditClient()


def find(name):
    return _registry.find(name)


class Session:
    def close(self):
        _registry.remove(self)  # finding: QK202


def steps():
    return [audit_client, {"registry": _registry}]


def chain(kind):
    found = [audit_client]  # finding: QK202
    return [each for each in found if each.kind == kind]
