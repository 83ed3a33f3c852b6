"""Configuration: ``[tool.quality-kit]`` in pyproject.toml, or quality-kit.toml."""

from quality_kit.config.asked import Asked, check_asked, laid_over, linters_to_start
from quality_kit.config.load import Table, find_file, read_tables
from quality_kit.config.model import Config, PathSettings
from quality_kit.config.problems import ConfigurationError, Problem, Problems
from quality_kit.config.selection import Selection
from quality_kit.config.selectors import Known, is_known_selector
from quality_kit.config.source_roots import missing_roots
from quality_kit.config.validate import validated

__all__ = [
    "Asked",
    "Config",
    "ConfigurationError",
    "Known",
    "PathSettings",
    "Problem",
    "Problems",
    "Selection",
    "Table",
    "check_asked",
    "find_file",
    "is_known_selector",
    "laid_over",
    "linters_to_start",
    "missing_roots",
    "read_tables",
    "validated",
]
