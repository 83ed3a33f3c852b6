"""The outline of a file: what a review compares between two versions of it, read in one go when it is parsed."""
