-- How a child's screen is for that child (D7, screen 44): 'on', 'slow' or 'off'; NULL follows the room. `id` is the child's.
CREATE TABLE child_setting (
  id TEXT PRIMARY KEY,
  child_id TEXT NOT NULL,
  voice TEXT,
  pinyin INTEGER,
  letters TEXT
) STRICT, WITHOUT ROWID;

-- Who may know how a child feels (D4): an adult of the room; NULL is nobody. No row: the child was not asked yet. `id` is the child's.
CREATE TABLE feeling_listener (
  id TEXT PRIMARY KEY,
  child_id TEXT NOT NULL,
  staff_id TEXT
) STRICT, WITHOUT ROWID;

-- The last feeling a child told that adult, sealed by the child's key. It stays on the seat where it was told, in no history, and
-- goes with its day.
CREATE TABLE feeling (
  id TEXT PRIMARY KEY,
  child_id TEXT NOT NULL,
  staff_id TEXT NOT NULL,
  at INTEGER NOT NULL,              -- UTC ms
  trusted INTEGER NOT NULL CHECK (trusted IN (0, 1)),
  day TEXT NOT NULL,
  sealed TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX feeling_by_child ON feeling (child_id);
CREATE INDEX feeling_by_adult ON feeling (staff_id, day);

-- How far a wish to talk that nobody answered has gone: 0 with the adult who was chosen, 1 with who coordinates, 2 the help lines.
ALTER TABLE talk_wish ADD COLUMN step INTEGER NOT NULL DEFAULT 0;
-- Who heard it, where it was not the one who was chosen.
ALTER TABLE talk_wish ADD COLUMN heard_by TEXT;
-- How long a wish has waited at its step while this room was open. A count of this seat's own.
CREATE TABLE talk_wait (
  wish_id TEXT PRIMARY KEY,
  ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What a child asks an adult about what is written down of it, and by when there is an answer.
CREATE TABLE child_ask (
  id TEXT PRIMARY KEY,
  child_id TEXT NOT NULL,
  staff_id TEXT NOT NULL,
  about TEXT NOT NULL,              -- look, change, remove
  asked_at INTEGER NOT NULL,        -- UTC ms
  trusted INTEGER NOT NULL CHECK (trusted IN (0, 1)),
  due TEXT NOT NULL,                -- local day
  done_at INTEGER,
  done_by TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX child_ask_by_child ON child_ask (child_id, asked_at);
