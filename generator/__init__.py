"""tbkgen: from YAML specs of the Taobao affiliate APIs to a client, a mock server and docs.

The modules form a line; each imports only from those before it:

errors → names → text → model → cache → load → dump → validate → resolve → build → wire → lint →
sample → view → plan → render → format → write → skeleton → surface → importers → pipeline →
tryout → cli

`plan` holds one module for each target, `importers` one for each form of a saved document.
"""
