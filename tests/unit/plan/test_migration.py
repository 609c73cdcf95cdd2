"""The migrations lead from each version to the next, and to fields that exist."""

from msgspec.structs import fields

from convenant.model.annexes import Annexes, Binding, Signal
from convenant.model.migration import Enlist, Nest, Rename
from convenant.model.partnership import Commitment, Partnership
from convenant.model.party import Cover, Party
from convenant.model.section import Section
from convenant.plan.migration import MIGRATIONS, SCHEMA_VERSION

RECORDS = {
    ("covenant.yaml", ()): Cover,
    ("covenant.yaml", ("parties", "*")): Party,
    ("2-partnership.yaml", ()): Partnership,
    ("2-partnership.yaml", ("commitments", "*")): Commitment,
    ("5-annexes.yaml", ()): Annexes,
}


def test_the_versions_follow_each_other_up_to_the_present_one():
    assert [m.version for m in MIGRATIONS] == list(range(2, SCHEMA_VERSION + 1))


def test_steps_are_for_files_that_a_covenant_has():
    known = {section.data_file for section in Section}
    assert all(set(migration.steps) <= known for migration in MIGRATIONS)


def test_the_last_migration_leads_to_fields_that_exist_and_from_names_that_do_not():
    for file, steps in MIGRATIONS[-1].steps.items():
        for step in steps:
            names = {field.name for field in fields(RECORDS[file, step.path])}
            if isinstance(step, Rename):
                assert step.new in names
                assert step.old not in names
            else:
                assert step.key in names
            if isinstance(step, Nest):
                assert step.inner in {field.name for field in fields(Binding)}
            if isinstance(step, Enlist):
                assert {step.name, step.value} <= {field.name for field in fields(Signal)}
