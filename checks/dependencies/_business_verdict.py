"""Whether an instance at module level is a business object."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from quality_kit.definitions.ancestry import outside_names
from quality_kit.definitions.instances import Instance
from quality_kit.definitions.origins import Origins

from ._business_names import is_business_class, is_business_target, matches
from ._business_options import BusinessOptions

_CLIENT = "client"
#: A registry that is a dictionary is a table.
_REGISTRY, _TABLES = "Registry", ("builtins.dict", "collections.UserDict")


def is_business(origins: Origins, found: Instance, names: Sequence[str], options: BusinessOptions) -> bool:
    """Whether the instance, bound to these names, is business by its name and by what its class is."""
    name = found.class_name
    if matches(name, options.infrastructure):
        return False
    if found.made.kind == "foreign":
        return options.third_party_clients and _is_sdk_client(found, names, options)
    by_target = any(is_business_target(target, options.target_names) for target in names)
    if not by_target and not is_business_class(name, options.class_suffixes, options.class_prefixes):
        return False
    return found.made.kind == "unread" or not _is_other_by_descent(origins, found, options)


def _is_other_by_descent(origins: Origins, found: Instance, options: BusinessOptions) -> bool:
    """Whether bases or decorators make the class a value or infrastructure."""
    others = options.values + options.infrastructure_bases
    if found.class_name.endswith(_REGISTRY):
        others += _TABLES
    return any(matches(name, others) for name in outside_names(origins, found.made))


def _is_sdk_client(found: Instance, names: Sequence[str], options: BusinessOptions) -> bool:
    dotted = found.made.name
    if dotted.partition(".")[0] in sys.stdlib_module_names or matches(dotted, options.infrastructure_bases):
        return False
    return any(is_business_target(name, (_CLIENT,)) for name in (found.class_name, *names))
