"""Groups in a weighted graph: more strength inside than chance would give.

The Louvain method (Blondel, Guillaume, Lambiotte, Lefebvre 2008): nodes move to the neighbouring
group that raises modularity most, then each group becomes a node, until nothing moves. The order is
fixed, so equal graphs give equal groups.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

#: A smaller gain is a rounding error.
_LEAST_GAIN = 1e-9

#: The strength between nodes, both ways; a node that was a group counts its inner links twice, at itself.
_Graph = dict[int, dict[int, float]]


def communities(nodes: int, links: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """The nodes ``0 .. nodes - 1`` in groups; every link joins two different nodes."""
    graph: _Graph = {node: {} for node in range(nodes)}
    for (first, second), strength in links.items():
        graph[first][second] = graph[second][first] = strength
    members = {node: [node] for node in graph}
    while True:
        group_of = _moved(graph)
        merged: dict[int, list[int]] = {}
        for node, group in group_of.items():
            merged.setdefault(group, []).extend(members[node])
        if len(merged) == len(members):
            return sorted(sorted(group) for group in members.values())
        graph, members = _merged(graph, group_of), merged


def _moved(graph: _Graph) -> dict[int, int]:
    """The group of each node after moving them one by one, until no move helps."""
    degree = {node: sum(near.values()) for node, near in graph.items()}
    total = sum(degree.values())
    group_of = {node: node for node in graph}
    weight = dict(degree)
    moving = total > 0
    while moving:
        moving = False
        for node, near in graph.items():
            own = group_of[node]
            weight[own] -= degree[node]
            strength = {own: 0.0}
            for other, value in near.items():
                if other != node:
                    strength[group_of[other]] = strength.get(group_of[other], 0.0) + value
            gain = {group: value - degree[node] * weight[group] / total for group, value in strength.items()}
            best = max(sorted(gain), key=gain.__getitem__)
            if gain[best] < gain[own] + _LEAST_GAIN:
                best = own
            weight[best] += degree[node]
            group_of[node] = best
            moving = moving or best != own
    return group_of


def _merged(graph: _Graph, group_of: Mapping[int, int]) -> _Graph:
    """The graph whose nodes are the groups."""
    merged: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for node, near in graph.items():
        group = merged[group_of[node]]
        for other, strength in near.items():
            group[group_of[other]] = group.get(group_of[other], 0.0) + strength
    return dict(merged)
