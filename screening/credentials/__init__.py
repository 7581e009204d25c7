"""Foreign papers: who issues them, how they are recognised in China, how long they count. It knows no application."""
