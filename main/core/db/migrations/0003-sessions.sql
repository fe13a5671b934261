-- Turns at a seat, what happened in them, and the days that reports read.

CREATE TABLE session (
  id TEXT PRIMARY KEY,
  seat TEXT NOT NULL,
  child_id TEXT NOT NULL,
  started_at INTEGER NOT NULL,      -- UTC ms
  trusted INTEGER NOT NULL CHECK (trusted IN (0, 1)),
  boot TEXT NOT NULL,               -- which run of the machine; a gap within one boot is measured monotonically
  planned_ms INTEGER NOT NULL,      -- length given, extensions included
  length_ms INTEGER NOT NULL DEFAULT 0, -- monotonic, as of the last heartbeat
  beat_at INTEGER NOT NULL,         -- wall time of the last heartbeat
  beat_mono INTEGER NOT NULL DEFAULT 0, -- monotonic time of the last heartbeat, ms
  place TEXT NOT NULL DEFAULT '{"name":"home"}',
  stayed INTEGER NOT NULL DEFAULT 0 CHECK (stayed IN (0, 1)), -- 'not ready yet' has been used
  continues TEXT,                   -- the session that a power cut interrupted
  end_reason TEXT CHECK (end_reason IN ('goodbye', 'time', 'staff', 'idle', 'power-cut', 'closed')),
  cut INTEGER NOT NULL DEFAULT 0 CHECK (cut IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX session_by_start ON session (started_at);
CREATE INDEX session_by_child ON session (child_id, started_at);
CREATE INDEX session_open ON session (seat) WHERE end_reason IS NULL;

-- Append-only: with a rowid, the order in which rows arrived. One row for what happened once; the day's counts are written in the same transaction.
CREATE TABLE usage_event (
  id TEXT NOT NULL PRIMARY KEY,
  seat TEXT NOT NULL,
  at INTEGER NOT NULL,
  trusted INTEGER NOT NULL CHECK (trusted IN (0, 1)),
  day TEXT NOT NULL,                -- local calendar day, YYYY-MM-DD
  session_id TEXT NOT NULL,
  child_id TEXT NOT NULL,
  kind TEXT NOT NULL,               -- session-begin, session-end, activity, sum, diary-page
  activity TEXT NOT NULL,           -- call, learn, diary, me, home
  length_ms INTEGER NOT NULL DEFAULT 0,
  detail TEXT                       -- end reason, level; never content
) STRICT;

CREATE INDEX usage_event_by_time ON usage_event (at);

CREATE TABLE usage_day (
  day TEXT NOT NULL,
  child_id TEXT NOT NULL,
  activity TEXT NOT NULL,           -- an activity, or 'session'
  ms INTEGER NOT NULL DEFAULT 0,
  times INTEGER NOT NULL DEFAULT 0, -- activity: how often; session: sessions begun
  cuts INTEGER NOT NULL DEFAULT 0,
  sums INTEGER NOT NULL DEFAULT 0,
  pages INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (day, child_id, activity)
) STRICT, WITHOUT ROWID;

CREATE INDEX usage_day_by_child ON usage_day (child_id, day);
