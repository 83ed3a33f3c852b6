"""How pages are written, whatever they are about: text made harmless, styles, colours, Markdown."""
