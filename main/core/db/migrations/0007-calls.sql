-- Calls with the family: who, when, how long, how it ended, how good the link was; never what was said (C12).

-- Append-only: one row for a call that is over.
CREATE TABLE call_log (
  id TEXT NOT NULL PRIMARY KEY,
  seat TEXT NOT NULL,
  at INTEGER NOT NULL,              -- UTC ms of the tap, or of the ringing
  trusted INTEGER NOT NULL CHECK (trusted IN (0, 1)),
  child_id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('out', 'in')),
  way TEXT NOT NULL CHECK (way IN ('video', 'phone')),
  ringing_ms INTEGER NOT NULL,
  length_ms INTEGER NOT NULL,       -- from the answer on, monotonic; 0 when nobody answered
  how TEXT NOT NULL,                -- hung-up, no-answer, busy, link-lost, power-cut, ...
  quality TEXT                      -- JSON of figures; NULL where nothing was measured
) STRICT;

CREATE INDEX call_log_by_time ON call_log (at);
CREATE INDEX call_log_by_child ON call_log (child_id, at);

-- The call under way at this seat, as of its last beat: what a power cut leaves behind. Stays on this seat.
CREATE TABLE call_now (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  call_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  trusted INTEGER NOT NULL CHECK (trusted IN (0, 1)),
  child_id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  direction TEXT NOT NULL,
  way TEXT NOT NULL,
  ringing_ms INTEGER NOT NULL,
  length_ms INTEGER NOT NULL
) STRICT;
