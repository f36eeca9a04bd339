"""Which methods take any number of values in one call."""

import dataclasses

from project import TinyProject

from generator.spec import language
from generator.spec.ir import Batch, Spec
from generator.spec.text import Name
from generator.targets.batches import many_name
from targets.ir import orders

BATCH = Batch(Name("fields"), Name("results"), Name("order_id"))


def test_a_method_that_answers_values_one_by_one_has_one(tiny: TinyProject) -> None:
    assert many_name(orders(tiny, batch=BATCH)) == "tbk_order_get_many"
    assert many_name(orders(tiny)) is None


def test_answers_that_are_no_models_tell_no_value(tiny: TinyProject) -> None:
    bare = dataclasses.replace(BATCH, items=Name("results.tags"))
    assert many_name(orders(tiny, batch=bare)) is None


def test_what_has_no_typed_call_has_none_for_many_values(tiny: TinyProject) -> None:
    named = language.COVERAGES["name"]
    assert many_name(orders(tiny, batch=BATCH, coverage=named)) is None


def test_the_methods_of_the_specs_whose_sources_tell_size_and_member(spec: Spec) -> None:
    assert {str(name) for api in spec.apis if (name := many_name(api))} == {
        "tbk_item_convert_many",
        "tbk_item_details_upgrade_get_many",
        "tbk_item_info_get_many",
        "tbk_item_info_upgrade_get_many",
        "tbk_itemid_coupon_get_many",
        "tbk_sc_uvid_encrypt_many",
        "tbk_uvid_encrypt_many",
    }
