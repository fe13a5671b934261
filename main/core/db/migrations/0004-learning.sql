-- Mental arithmetic: where each child stands, every answer, and the book of mistakes.

CREATE TABLE sums_progress (
  id TEXT PRIMARY KEY,              -- the child's id: one row a child
  level TEXT NOT NULL,
  recent TEXT NOT NULL DEFAULT '[]', -- JSON: the latest outcomes at this level
  joints INTEGER NOT NULL DEFAULT 0 -- bamboo joints grown
) STRICT, WITHOUT ROWID;

-- The round under way: stays on this seat, so that a crash comes back to the same question.
CREATE TABLE sums_round (
  child_id TEXT PRIMARY KEY,
  state TEXT NOT NULL               -- JSON
) STRICT, WITHOUT ROWID;

-- Append-only: with a rowid, the order in which rows arrived. One row a try.
CREATE TABLE sums_answer (
  id TEXT NOT NULL PRIMARY KEY,
  seat TEXT NOT NULL,
  at INTEGER NOT NULL,
  child_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  level TEXT NOT NULL,
  question TEXT NOT NULL,           -- the sum: 8+7
  typed TEXT NOT NULL,
  right INTEGER NOT NULL CHECK (right IN (0, 1)),
  helped INTEGER NOT NULL CHECK (helped IN (0, 1)),
  tries INTEGER NOT NULL            -- which try this was, from 1
) STRICT;

CREATE INDEX sums_answer_by_child ON sums_answer (child_id, at);

CREATE TABLE sums_mistake (
  id TEXT PRIMARY KEY,              -- child and sum, so that two seats mean the same row
  child_id TEXT NOT NULL,
  level TEXT NOT NULL,
  question TEXT NOT NULL,           -- the sum: 8+7
  typed TEXT NOT NULL,              -- the last wrong answer
  missed_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  card TEXT NOT NULL,               -- JSON: memory of the spaced repetition
  times_right INTEGER NOT NULL DEFAULT 0,
  left_at INTEGER                   -- learnt: out of the book
) STRICT, WITHOUT ROWID;

CREATE INDEX sums_mistake_due ON sums_mistake (child_id, due_at) WHERE left_at IS NULL;
