"""The command line's commands: one module each, named as the command is.

`command_line` runs them, `arguments` says what can be typed, `voice` speaks, `way_in` opens the
data. A command turns what was typed into questions and actions of `services`, and the answer into
plain Danish and JSON; rules and SQL are elsewhere. Only the module of the command that was asked
for is loaded, so these modules import what they need at their top.
"""
