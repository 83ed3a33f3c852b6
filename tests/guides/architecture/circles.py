# path: app/core/providers.py
# AR10: an import inside a function, so that modules need not import each other.


def get_service() -> object:
    from app.services.cv_service import CVService

    return CVService()
