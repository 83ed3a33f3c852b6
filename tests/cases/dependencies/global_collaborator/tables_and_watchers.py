from app.tracing import TraceManager


class UsageMetricsProcessor: ...


class PlanRegistry: ...


metrics_processor = UsageMetricsProcessor()
trace_manager = TraceManager()
PLANS = PlanRegistry()


class Chat:
    def __init__(self, model):
        metrics_processor.count(model)
        trace_manager.start(model)
        self.plan = PLANS.get(model)  # finding: QK202


class ModelRegistry(dict[str, int]):
    def get(self, key, default=0):
        return super().get(key, default)


MODELS = ModelRegistry({"small": 1, "large": 2})


def size(model, default):
    found = MODELS.get(model)
    return found or default
