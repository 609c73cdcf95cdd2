"""What rules on language look at: passages, phrases, lists of words."""
