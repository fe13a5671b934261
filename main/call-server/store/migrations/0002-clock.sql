-- What earlier starts of this server saw of its clock: nothing is erased by a time that only one start has seen.
CREATE TABLE clock_memory (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  memory TEXT NOT NULL              -- JSON of ClockMemory
) STRICT;
