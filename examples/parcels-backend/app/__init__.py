"""A backend for parcels."""
