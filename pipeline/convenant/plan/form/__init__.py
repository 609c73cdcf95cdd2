"""Forms for people who edit no files: what is asked, by the schemas, and what answers become."""
