-- Turns at a seat, what happened in them, and the days that reports read.

-- What every seat of the room may know of a turn; written when it begins and when it ends.
CREATE TABLE session (
  id TEXT PRIMARY KEY,
  seat TEXT NOT NULL,
  child_id TEXT NOT NULL,
  started_at INTEGER NOT NULL,      -- UTC ms
  trusted INTEGER NOT NULL CHECK (trusted IN (0, 1)),
  planned_ms INTEGER NOT NULL,      -- length given, extensions included
  length_ms INTEGER NOT NULL DEFAULT 0, -- monotonic; 0 until it has ended
  continues TEXT,                   -- the session that a power cut interrupted
  end_reason TEXT CHECK (end_reason IN ('goodbye', 'time', 'staff', 'idle', 'power-cut', 'closed')),
  cut INTEGER NOT NULL DEFAULT 0 CHECK (cut IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX session_by_start ON session (started_at);
CREATE INDEX session_by_child ON session (child_id, started_at);
CREATE INDEX session_open ON session (seat) WHERE end_reason IS NULL;

-- The turn under way at this seat, as of its last heartbeat: stays on this seat, one row at most while it runs.
CREATE TABLE session_beat (
  session_id TEXT PRIMARY KEY,
  child_id TEXT NOT NULL,
  boot TEXT NOT NULL,               -- which run of the machine; a gap within one is measured by its uptime
  planned_ms INTEGER NOT NULL,
  length_ms INTEGER NOT NULL,       -- monotonic, since the beginning
  used_ms INTEGER NOT NULL,         -- of it, what the sun moved: not while it rested
  beat_at INTEGER NOT NULL,         -- wall time of the last heartbeat
  beat_uptime INTEGER NOT NULL,     -- how long the machine was up at the last heartbeat, ms
  place TEXT NOT NULL,              -- JSON
  stayed INTEGER NOT NULL CHECK (stayed IN (0, 1)), -- 'not ready yet' has been used
  paused INTEGER NOT NULL CHECK (paused IN (0, 1)),
  ending TEXT,                      -- why it says goodbye already, while there was time left
  activity TEXT NOT NULL,           -- of the stay under way, which becomes one event when it is over
  stay_at INTEGER NOT NULL,
  stay_trusted INTEGER NOT NULL CHECK (stay_trusted IN (0, 1)),
  stay_ms INTEGER NOT NULL,
  first_event INTEGER NOT NULL      -- rowid of its session-begin event
) STRICT, WITHOUT ROWID;

-- Append-only: with a rowid, the order in which rows arrived. One row for what happened once; the day's counts are written in the same transaction.
CREATE TABLE usage_event (
  id TEXT NOT NULL PRIMARY KEY,
  seat TEXT NOT NULL,
  at INTEGER NOT NULL,
  trusted INTEGER NOT NULL CHECK (trusted IN (0, 1)),
  day TEXT NOT NULL,                -- local calendar day, YYYY-MM-DD
  session_id TEXT NOT NULL,
  child_id TEXT NOT NULL,
  kind TEXT NOT NULL,               -- session-begin, session-end, activity, sum, bamboo, diary-page
  activity TEXT NOT NULL,           -- call, learn, diary, me, home; session for its begin and end
  length_ms INTEGER NOT NULL DEFAULT 0,
  detail TEXT                       -- end reason, outcome; never content
) STRICT;

CREATE INDEX usage_event_by_day ON usage_event (day);

-- What the events of a day come to; can be made anew from them at any time.
CREATE TABLE usage_day (
  day TEXT NOT NULL,
  child_id TEXT NOT NULL,
  activity TEXT NOT NULL,           -- an activity, or 'session'
  ms INTEGER NOT NULL DEFAULT 0,
  times INTEGER NOT NULL DEFAULT 0, -- activity: stays; session: sessions begun, continuations not counted
  cuts INTEGER NOT NULL DEFAULT 0,
  sums INTEGER NOT NULL DEFAULT 0,
  pages INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (day, child_id, activity)
) STRICT, WITHOUT ROWID;

CREATE INDEX usage_day_by_child ON usage_day (child_id, day);
