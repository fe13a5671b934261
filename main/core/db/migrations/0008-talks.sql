-- "I want to talk" (D6): a child chose an adult, who alone may see how the child feels. A mood without an adult is kept nowhere:
-- nobody would answer it.

CREATE TABLE talk_wish (
  id TEXT PRIMARY KEY,
  child_id TEXT NOT NULL,
  staff_id TEXT NOT NULL,           -- the adult whom the child chose
  asked_at INTEGER NOT NULL,        -- UTC ms
  trusted INTEGER NOT NULL CHECK (trusted IN (0, 1)),
  received_at INTEGER,              -- the adult opened it; the child sees that
  talked_at INTEGER                 -- they have talked
) STRICT, WITHOUT ROWID;

-- How the child felt, until they have talked. It stays on the seat where it was told and in no history: what is forgotten is gone.
CREATE TABLE talk_mood (
  wish_id TEXT PRIMARY KEY,
  mood TEXT NOT NULL                -- glad, calm, missing, sad, angry, tired
) STRICT, WITHOUT ROWID;

CREATE INDEX talk_wish_by_child ON talk_wish (child_id, asked_at);
CREATE INDEX talk_wish_by_adult ON talk_wish (staff_id, talked_at);
