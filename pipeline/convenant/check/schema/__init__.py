"""Does a file fit its schema? One problem for each cause, in our own words."""
