"""What is mechanical, put right: data, the order of keys, words."""
