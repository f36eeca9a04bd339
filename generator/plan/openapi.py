"""The outputs of generated/openapi.yaml: OpenAPI 3.1, one path per API with a typed call."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from generator.dump import dump
from generator.model import (
    Api,
    ArrayType,
    Json,
    Limits,
    Member,
    ObjectType,
    Platform,
    Scalar,
    ScalarType,
    Spec,
    Type,
)
from generator.plan import Output, Part, Row
from generator.plan.labels import TOPIC_TITLES
from generator.view import template_filter

Schema = dict[str, Any]
