"""What commands are made of: the steps between the command line and a result."""
