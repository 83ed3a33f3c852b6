# path: app/__main__.py
class ProcessManager: ...


process_manager = ProcessManager()
