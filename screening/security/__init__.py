"""S4: the compartment."""
