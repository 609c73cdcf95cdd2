"""What the two office formats share: packages, facts, labels, widths."""
