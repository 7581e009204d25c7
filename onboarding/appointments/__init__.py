"""P3 made real: offer, contract, filings, permits, duty start, probation."""
