-- Who is in the room: its settings, its staff, its classes and children.

CREATE TABLE room_setting (
  id TEXT PRIMARY KEY,              -- the setting's name
  value TEXT NOT NULL               -- JSON
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  role TEXT NOT NULL CHECK (role IN ('coordinator', 'teacher', 'social-worker', 'volunteer', 'technician')),
  checked_on TEXT,                  -- YYYY-MM-DD of the last background check
  pin_hash TEXT NOT NULL DEFAULT '', -- scrypt, with its parameters and salt; empty: nobody can sign in with it
  created_at INTEGER NOT NULL,
  left_at INTEGER                   -- no longer in the room; the name stays for what was written down
) STRICT, WITHOUT ROWID;

-- Wrong tries belong to the seat that saw them. The counter is written before the check.
CREATE TABLE pin_try (
  staff_id TEXT PRIMARY KEY REFERENCES staff (id) ON DELETE CASCADE,
  wrong INTEGER NOT NULL DEFAULT 0,
  wait_ms INTEGER NOT NULL DEFAULT 0 -- what is left of the wait; counted down on the monotonic clock, so a restart does not shorten it
) STRICT, WITHOUT ROWID;

CREATE TABLE class (
  id TEXT PRIMARY KEY,              -- made from the label, so that two seats make the same class
  label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 20),
  grade INTEGER NOT NULL CHECK (grade BETWEEN 0 AND 9),
  number INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE child (
  id TEXT PRIMARY KEY,
  class_id TEXT REFERENCES class (id) ON DELETE SET NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  pinyin TEXT NOT NULL,
  letter TEXT NOT NULL CHECK (length(letter) = 1),
  sort_key TEXT NOT NULL,
  given TEXT NOT NULL,              -- how a screen addresses the child
  number TEXT,                      -- the school's own number
  birthday TEXT,                    -- YYYY-MM-DD
  animal TEXT NOT NULL,
  tone TEXT NOT NULL,
  photo TEXT,                       -- hash of a file in the media folder
  pictures TEXT,                    -- JSON array of three; readable, because staff may show it to the child
  created_at INTEGER NOT NULL,
  left_at INTEGER                   -- no longer in the room; history stays
) STRICT, WITHOUT ROWID;

CREATE INDEX child_by_class ON child (class_id);
CREATE INDEX child_by_number ON child (number) WHERE number IS NOT NULL;

-- Slowing down after wrong pictures belongs to the seat.
CREATE TABLE picture_try (
  child_id TEXT PRIMARY KEY REFERENCES child (id) ON DELETE CASCADE,
  wrong INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Who looked at or changed what, for good (S11). Append-only: with a rowid, the order in which rows arrived.
CREATE TABLE staff_act (
  id TEXT NOT NULL PRIMARY KEY,
  seat TEXT NOT NULL,
  at INTEGER NOT NULL,
  trusted INTEGER NOT NULL CHECK (trusted IN (0, 1)),
  staff_id TEXT NOT NULL,
  method TEXT NOT NULL,
  subject TEXT                      -- the id of the child or person concerned
) STRICT;

CREATE INDEX staff_act_by_subject ON staff_act (subject, at);
