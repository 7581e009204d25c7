"""O3: pairings and counselling sessions."""
