# path: app/certificates.py
import os

from oslo_config import cfg

CERTIFICATE = os.environ.get("SHOP_CERTIFICATE", cfg.CONF.certificate)  # finding: QK503
directory = os.environ.get("PROMETHEUS_MULTIPROC_DIR")
