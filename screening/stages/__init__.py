"""The stages of a post's selection: open, stopped, closed. It knows posts and no applications."""
