"""What lives beside us in a repository: other tools' settings, pinned versions, dependencies, hooks, CI.

Only read here, never changed; ``doctor`` compares it and ``init`` follows it.
"""
