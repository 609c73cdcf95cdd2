"""Git: reading many things in one stream, and writing without touching a working folder."""
