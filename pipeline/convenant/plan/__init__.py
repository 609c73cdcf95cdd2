"""Pure decisions: numbers, references, values, the digest, the order of the document."""
