"""What changed between two versions: data as sentences, text as one redline for every format."""
