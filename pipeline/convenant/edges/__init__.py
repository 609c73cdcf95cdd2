"""Files, Git, pandoc, Typst, packages: everything that has an effect."""
