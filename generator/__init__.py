"""tbkgen: from YAML specs of the Taobao affiliate APIs to a client, a mock server and docs.

The modules form a line; each imports only from those before it:

errors → names → text → model → load → validate → resolve → build → lint → sample → view
→ plan → render → format → write → surface → pipeline → cli
"""
