from .base import BaseConfig
