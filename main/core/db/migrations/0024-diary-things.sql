-- A step of a page may also put a thing down, move it, or add a sheet; which kinds there are is the contract's to say
-- (preload/contract/diary.ts), so that the next one needs no other table.

CREATE TABLE diary_step_wider (
  id TEXT PRIMARY KEY,
  page_id TEXT NOT NULL REFERENCES diary_page (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  data TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT, WITHOUT ROWID;

INSERT INTO diary_step_wider SELECT id, page_id, ordinal, kind, data, undone FROM diary_step;
DROP TABLE diary_step;
ALTER TABLE diary_step_wider RENAME TO diary_step;
CREATE INDEX diary_step_by_page ON diary_step (page_id, ordinal);
