"""tbkgen: from YAML specs of APIs behind the Taobao gateway to a client, a mock server and docs.

A spec enters at the left, passes the rooms one after the other, and leaves as files:

    specs/ → spec → targets → output → generated/

`spec` reads, checks and resolves until there is one frozen IR; `targets` turn the IR into views;
`output` prints views through templates and publishes the result. `importers` make specs of saved
documents. `pipeline` is the line from end to end, `trial` one call through what was made, `cli` the
command. Each room imports only from those before it:

problems → spec → output → targets → importers → project → trial → pipeline → cli
"""
