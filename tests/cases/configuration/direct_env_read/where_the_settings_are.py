# path: app/start.py
import os

app.config.from_object(os.environ["APP_SETTINGS"])
options = load(os.getenv("SHOP_CONFIG_FILE", "shop.toml"), is_in_docker="RUNS_IN_DOCKER" in os.environ)
level = os.getenv("SHOP_LEVEL") or "info"
start_env["SHOP_LEVEL"] = level
other = os.environ["CONFIGURED"]  # finding: QK503
where = os.environ.get("KUBECONFIG", os.environ.get("PY_COLORS"))
