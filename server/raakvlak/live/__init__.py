"""A workshop running in this process: the room, its connections and their presence."""
