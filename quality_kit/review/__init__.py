"""What a change did to the quality of the code, for somebody with five minutes.

``build.py`` has the way of the data: a change -> both trees checked -> one section a file -> a ``Review``,
which the forms print.
"""
