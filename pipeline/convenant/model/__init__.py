"""The records of the domain: frozen, without behaviour that needs the world."""
