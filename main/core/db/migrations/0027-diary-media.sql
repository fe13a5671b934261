-- What is said, photographed or pasted on a page: a file each, sealed by the child's key (diary/media.ts), named by its id. What
-- kind it is says the step alone, which is sealed.

CREATE TABLE diary_media (
  id TEXT PRIMARY KEY,
  page_id TEXT NOT NULL REFERENCES diary_page (id) ON DELETE CASCADE,
  step_id TEXT NOT NULL, -- the step that puts it down: with it the file goes
  key_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX diary_media_by_page ON diary_media (page_id);

-- One that grows, or is whole and not put down yet. Stays on this seat.
CREATE TABLE diary_taking (
  media_id TEXT PRIMARY KEY,
  page_id TEXT NOT NULL REFERENCES diary_page (id) ON DELETE CASCADE,
  step_id TEXT NOT NULL,
  key_id TEXT NOT NULL,
  data TEXT NOT NULL, -- the step, sealed
  is_whole INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
