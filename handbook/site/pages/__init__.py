"""What stands between the frame's header and footer: a module a kind of page: that of the kind `plan` is
`plan_page.py`, with the function `plan_page`."""
