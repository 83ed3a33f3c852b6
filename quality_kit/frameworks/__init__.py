"""What code means to the frameworks that backends are built with: types of objects, routes, loggers.

All of it is read from one file, and nothing of it is a rule's opinion.
"""
