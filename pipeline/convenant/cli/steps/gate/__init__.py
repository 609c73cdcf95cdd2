"""What the gate is asked, by whom, about which text; and its ruling told."""
