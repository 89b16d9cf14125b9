"""Machine translation by a model that a person has carried in, offline, in a process of its own.

    look_at(folder) -> ModelFolder                    what the folder says of itself, and its digest
    with MachineProcess() as machine:
        machine.load(folder, digest)
        machine.translate(["…"], "en", "be") -> Said

A folder in CTranslate2's format is read in the child alone (`child`, `folder`, `engine`); this
process (`process`, `told`) starts it, asks line by line, and checks what it answers as it checks any
other file. What it says is never more than a proposal (`services.machine`). All of it waits: for the
worker. Nothing is imported here, so that the child begins at once and with little.
"""
