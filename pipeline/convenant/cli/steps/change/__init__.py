"""What changed between two versions, told and drawn."""
