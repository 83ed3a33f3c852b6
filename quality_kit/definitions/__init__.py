"""Facts about what a tree defines, and where a name of one file leads in the others.

The collectors ``Classes``, ``ModuleBindings``, ``Imports`` (and ``Dependencies``, ``Decorators``) are shared by
the project rules that need them: each file is read once for all. ``Origins`` follows references across files.
"""
