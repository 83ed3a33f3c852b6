class AuditClient: ...


class JobManager: ...


audit_client = AuditClient()
manager = JobManager()


async def find_job(number):
    """The job with this number."""
    return await manager.jobs.find(number)


def stop_job(number):
    manager.stop(number)


def load(url, headers=None):
    headers = headers or audit_client.headers()
    return fetch(url, headers=headers)


def start_job(number):
    found = manager.jobs.find(number)  # finding: QK202
    return found.start()


def is_over(number, done):
    if done or manager.is_over(number):  # finding: QK202
        return True
    return False


@blueprint.route("/jobs")
def jobs():
    return manager.all()  # finding: QK202


class Jobs:
    def all(self):
        return manager.all()  # finding: QK202


def create_lifespan_handler(app):
    manager.start()
    return app
