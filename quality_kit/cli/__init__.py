"""The command line: one verb a file; each parses, calls, prints and exits."""
