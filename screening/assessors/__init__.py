"""Pools, panels, conflicts of interest, draws by lot."""
