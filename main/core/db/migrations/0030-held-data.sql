-- That the data of a child are not erased while a case is open (S11): set and lifted by a person, with words of why.

CREATE TABLE child_hold (
  id TEXT PRIMARY KEY,
  child_id TEXT NOT NULL,
  why TEXT NOT NULL,
  set_at INTEGER NOT NULL,          -- UTC ms
  trusted INTEGER NOT NULL CHECK (trusted IN (0, 1)),
  set_by TEXT NOT NULL,
  lifted_at INTEGER,                -- UTC ms
  lifted_by TEXT,
  lifted_why TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX child_hold_standing ON child_hold (child_id) WHERE lifted_at IS NULL;
