"""How fast the program is, as ratios to bare tools on the same text, measured in one run."""
