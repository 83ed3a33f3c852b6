"""Backend for orders, stock and invoices."""
