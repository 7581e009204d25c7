"""What people may ask about their own data, and what follows from a consent that is taken back."""
