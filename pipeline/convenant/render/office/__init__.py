"""The tree for the office writers: Word, and OpenDocument in its own terms."""
