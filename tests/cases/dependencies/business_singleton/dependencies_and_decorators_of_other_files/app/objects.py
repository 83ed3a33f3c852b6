class RoleManager:
    def __call__(self): ...


class ToolRegistry:
    def register(self, function): ...


role_manager = RoleManager()
admin_manager = RoleManager()
other_manager = RoleManager()  # finding: QK201
tools = ToolRegistry()
events = ToolRegistry()
filled = ToolRegistry()
unused = ToolRegistry()  # finding: QK201
