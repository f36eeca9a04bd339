"""The targets: each is a package that turns the IR into views, and a folder of templates."""

from generator.targets import catalogue, client, docs, mock_server, openapi
from generator.targets.target import Target

TARGETS: tuple[Target, ...] = (
    client.TARGET,
    mock_server.TARGET,
    docs.TARGET,
    openapi.TARGET,
    catalogue.TARGET,
)
"""In the order in which they are rendered."""
