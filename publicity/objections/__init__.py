"""N2: objections and complaints, with a way back."""
