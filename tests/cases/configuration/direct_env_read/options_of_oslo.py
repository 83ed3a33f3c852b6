# path: app/local.py
import os

from oslo_config import cfg

CERTIFICATE = os.environ.get("SHOP_CERTIFICATE", "shop.pem")
OPTIONS = [cfg.StrOpt("certificate", default=CERTIFICATE)]
