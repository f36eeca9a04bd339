"""`tbkgen explain`: why a rule exists and how to satisfy it."""

import argparse
import textwrap

# Importing the stages declares their rules.
import generator.importers.run
import generator.pipeline
import generator.spec.fmt  # noqa: F401
from generator.cli.terminal import OK, Terminal
from generator.problems import RULES, UsageError
from generator.spec.names import did_you_mean


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """One rule, or the list of all."""
    if options.rule is None:
        longest = max(map(len, RULES))
        for name in sorted(RULES):
            terminal.say(f"{name:{longest}}  {RULES[name].title}")
        return OK
    if options.rule not in RULES:
        hint = did_you_mean(options.rule, RULES) or "tbkgen explain lists them all"
        raise UsageError(f"no rule is named {options.rule!r}; {hint}")
    rule = RULES[options.rule]
    terminal.say(f"{rule.name}: {rule.title}\n")
    terminal.say(textwrap.fill(f"Why: {rule.why}", 88, subsequent_indent="     "))
    terminal.say(textwrap.fill(f"Fix: {rule.fix}", 88, subsequent_indent="     "))
    return OK
