"""Speed and memory of quality-kit against its peers, in one run on one machine: ``make bench``."""
