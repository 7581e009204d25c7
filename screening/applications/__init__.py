"""Who is considered: the application, its sections, its gate results."""
