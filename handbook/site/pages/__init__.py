"""What stands between the frame's header and footer: a module a kind of page, by the name of the kind."""
