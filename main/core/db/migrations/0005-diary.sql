-- Diary pages as the steps that made them, so that undo has no end and a cut loses at most the last second.

CREATE TABLE diary_page (
  id TEXT PRIMARY KEY,
  child_id TEXT NOT NULL,
  day TEXT NOT NULL,                -- local calendar day, YYYY-MM-DD
  started_at INTEGER NOT NULL,
  opening TEXT NOT NULL DEFAULT '', -- the first characters, for the list
  thumbnail TEXT                    -- hash of a file in the media folder
) STRICT, WITHOUT ROWID;

CREATE INDEX diary_page_by_child ON diary_page (child_id, started_at, id);

CREATE TABLE diary_step (
  id TEXT PRIMARY KEY,
  page_id TEXT NOT NULL REFERENCES diary_page (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('stroke', 'text')),
  data TEXT NOT NULL,               -- JSON: tool, colour, size, points; or the text after this step
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX diary_step_by_page ON diary_step (page_id, ordinal);

-- The step that is still growing: stays on this seat until the next one begins, so that a long stroke, saved every
-- second, is not kept sixty times by the change log.
CREATE TABLE diary_draft (
  page_id TEXT PRIMARY KEY REFERENCES diary_page (id) ON DELETE CASCADE,
  step_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  data TEXT NOT NULL
) STRICT, WITHOUT ROWID;
