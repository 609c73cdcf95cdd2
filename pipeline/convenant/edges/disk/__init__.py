"""Files: found, read under the path rules, and written whole or not at all."""
