#!/usr/bin/env python3
# -*- coding: utf-8 -*-
# vim: set ts=4:
# Copyright (c) 2020 Somebody. All rights reserved (see LICENSE).
# /// script
# requires-python = ">=3.12"
# dependencies = [
#   "rich",
# ]
# ///
from typing import Any

# import modules
# ==============================
# Section (of settings)
# ------------------------------
# import, return, and so on
# return
# continue
# note: this is important
# see: https://example.org/page?x=1&y=2
# author: somebody
# TODO: x = 1
# FIXME: call(it) again
# O(n)
# 100 / 2 = 50
# distance = 1 - inner_product
# area = width * height
# Status: works
# a, b
# (something)
# - list: []
# - dict: {}
# 1. first(one)
# x > 3
# len(rows) == 3
# {"key": "value"}
# [1, 2, 3]
# if needed
# for all of them:
# with care:
# try:
# else:
# get_user(user_id)
# Order.total
# Order.add(item)
# list.append(obj)
# pragma: no cover
# pylint: disable=unused-import
# fmt: off
# fmt: on
# mypy: disable-error-code="misc"
# type: ignore[misc]
# cython: language_level=3
# export TOKEN=abc
# pip install quality
# python -m app --port 80
# SELECT name FROM users WHERE id = 1
# curl -X POST http://localhost/api -d "x=1"
# $ make test
# >>> add(1, 2)
# 3
# In [1]: load("x")
# name = value
# values = [first, second]


def find(rows: list[Any], key: Any) -> Any:  # rows = [1, 2]
    # Returns early (there is nothing to look for), as find(None) would be wrong
    x = rows[0]  # x = rows.pop()
    # the first row wins; see
    # rows.sort(key=len)
    # which keeps the order
    # We call
    # x.strip("a")
    # for each of them.
    # The shape of a row:
    #     row = Row(id=1, name="a")
    # Another one:
    # row = Row(id=2)
    return x or key  # return key or x


# The handler is looked up by name, e.g.
# handlers.get("csv")


# For example, when the user calls this:
#
# result = client.fetch(url="x")
# print(result)


# ```python
# client = Client(retries=3)
# client.fetch("x")
# ```


# def do(...): ...
# client.fetch(url, ...)
# foo = bar.baz("x")
# your_key = settings["key"]


TEXT = """
# import os
# print("no comment")
"""


def pages(items, all_items):
    # the model has an order, but the view explicitly sets
    # sort_order = None
    if all_items:
        # all_items=True

        items = items.all()
    # copied because the loop changes it
    # (items.pop(key))
    return list(items)


PAGES = [
    # buttons=6
    (1, 1, 6),
    (1, 2, 6),
]
