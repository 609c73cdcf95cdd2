"""PDF files: the last touch, the fields to sign in, and the signatures in them."""
