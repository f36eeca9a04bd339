"""What the mock remembers, and the methods that answer from it.

Everything here is a plain function of the state, its clock and the arguments of a call; nothing
knows of servers. A method without a handler keeps its documented sample.
"""
