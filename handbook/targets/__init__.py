"""What can be cited, and at which address it is shown: made and read back in one place."""
