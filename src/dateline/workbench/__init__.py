"""The ledger -> web pages on this machine: overview, lists, search; each page with a JSON twin.

A page is a view (a function that gives a record) and a template. Modules of pages hold a router each and are
registered in one tuple, `app.ROUTERS`. No page asks any other host for anything.
"""
