# path: app/gateway.py
import os

method, query = os.environ["REQUEST_METHOD"], os.environ.get("QUERY_STRING", "")
root = os.environ.get("local.app_root")
timeout = os.environ["HTTP_TIMEOUT"]  # finding: QK503
shell = os.environ.get("ComSpec") or os.environ.get("PROGRAMW6432")
color = os.environ.get("SHOP_FORCE_COLOR")
