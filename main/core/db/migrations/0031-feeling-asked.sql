-- When a child was last asked how it feels, so that a program that starts again does not ask twice. A row of this seat's own, which
-- goes when the rest is over.
CREATE TABLE feeling_asked (
  child_id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,              -- UTC ms
  trusted INTEGER NOT NULL CHECK (trusted IN (0, 1)),
  skipped INTEGER NOT NULL CHECK (skipped IN (0, 1))
) STRICT, WITHOUT ROWID;
