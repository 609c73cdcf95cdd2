"""The programs that read and make documents, each in a child with limits."""
