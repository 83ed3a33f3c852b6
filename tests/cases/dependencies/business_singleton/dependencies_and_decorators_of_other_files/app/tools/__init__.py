from ..objects import tools as tool_registry
