"""Plain code behind the generated modules. Private: import from `taobaoke` instead."""
