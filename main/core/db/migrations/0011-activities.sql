-- One shape for every activity of the learning corner (L1 to L11): what sums had for themselves becomes everybody's.

CREATE TABLE learning_progress (
  id TEXT PRIMARY KEY,              -- child and activity, so that two seats mean the same row
  child_id TEXT NOT NULL,
  activity TEXT NOT NULL,           -- sums, clocks, ...
  level TEXT NOT NULL,
  state TEXT NOT NULL,              -- JSON of the activity, with its own version in it
  joints INTEGER NOT NULL DEFAULT 0, -- bamboo joints grown
  last_at INTEGER NOT NULL DEFAULT 0 -- UTC ms of the last exercise
) STRICT, WITHOUT ROWID;

CREATE INDEX learning_progress_by_child ON learning_progress (child_id);

-- The round under way: stays on this seat, so that a crash comes back to the same exercise.
CREATE TABLE learning_round (
  child_id TEXT NOT NULL,
  activity TEXT NOT NULL,
  state TEXT NOT NULL,              -- JSON
  PRIMARY KEY (child_id, activity)
) STRICT, WITHOUT ROWID;

-- Append-only: with a rowid, the order in which rows arrived. One row a try.
CREATE TABLE learning_answer (
  id TEXT NOT NULL PRIMARY KEY,
  seat TEXT NOT NULL,
  at INTEGER NOT NULL,
  child_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  activity TEXT NOT NULL,
  level TEXT NOT NULL,
  item TEXT NOT NULL,               -- what is learnt: 8+7
  answer TEXT NOT NULL,             -- JSON
  right INTEGER NOT NULL CHECK (right IN (0, 1)),
  helped INTEGER NOT NULL CHECK (helped IN (0, 1)),
  tries INTEGER NOT NULL            -- which try this was, from 1
) STRICT;

CREATE INDEX learning_answer_by_child ON learning_answer (child_id, activity, at);

CREATE TABLE learning_mistake (
  id TEXT PRIMARY KEY,              -- child, activity and item
  child_id TEXT NOT NULL,
  activity TEXT NOT NULL,
  level TEXT NOT NULL,
  item TEXT NOT NULL,
  exercise TEXT,                    -- JSON of the exercise as it was missed; NULL where the item says it all
  answer TEXT NOT NULL,             -- JSON of the last wrong answer
  missed_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  card TEXT NOT NULL,               -- JSON: memory of the spaced repetition
  times_right INTEGER NOT NULL DEFAULT 0,
  left_at INTEGER                   -- learnt: out of the book
) STRICT, WITHOUT ROWID;

CREATE INDEX learning_mistake_due ON learning_mistake (child_id, due_at) WHERE left_at IS NULL;
CREATE INDEX learning_mistake_by_item ON learning_mistake (activity, item);

-- What a child has shown to be able to do: grows, never shrinks.
CREATE TABLE learning_stamp (
  id TEXT PRIMARY KEY,              -- child, activity and stamp
  child_id TEXT NOT NULL,
  activity TEXT NOT NULL,
  stamp TEXT NOT NULL,
  at INTEGER NOT NULL,
  facts TEXT NOT NULL DEFAULT '{}'  -- JSON
) STRICT, WITHOUT ROWID;

CREATE INDEX learning_stamp_by_child ON learning_stamp (child_id);

-- Activities that staff took off the shelf of a grade; no row is on.
CREATE TABLE learning_switch (
  id TEXT PRIMARY KEY,              -- activity and grade
  is_on INTEGER NOT NULL CHECK (is_on IN (0, 1))
) STRICT, WITHOUT ROWID;

INSERT INTO learning_progress (id, child_id, activity, level, state, joints, last_at)
  SELECT id || '/sums', id, 'sums', level, recent, joints,
    coalesce((SELECT max(at) FROM sums_answer WHERE child_id = sums_progress.id), 0)
  FROM sums_progress;

INSERT INTO learning_round (child_id, activity, state)
  SELECT child_id, 'sums', json_object(
    'id', json_extract(state, '$.id'),
    'length', json_array_length(state, '$.asked'),
    'now', json_extract(state, '$.now'),
    'results', json_extract(state, '$.results'),
    'wrong', json_extract(state, '$.wrong'),
    'hintAsked', json(iif(json_extract(state, '$.hintAsked'), 'true', 'false')),
    'keys', json((SELECT json_group_array(json_extract(value, '$.id')) FROM json_each(state, '$.asked')
      WHERE key < json_extract(state, '$.now'))),
    'key', json_extract(state, '$.asked[' || json_extract(state, '$.now') || '].id'),
    'level', json_extract(state, '$.asked[' || json_extract(state, '$.now') || '].level'),
    'from', iif(json_extract(state, '$.asked[' || json_extract(state, '$.now') || '].from') = 'mistakes', 'book', 'level'),
    'exercise', NULL,
    'progress', NULL)
  FROM sums_round WHERE json_extract(state, '$.now') < json_array_length(state, '$.asked');

INSERT INTO learning_answer (id, seat, at, child_id, session_id, activity, level, item, answer, right, helped, tries)
  SELECT id, seat, at, child_id, session_id, 'sums', level, question, json_quote(typed), right, helped, tries
  FROM sums_answer ORDER BY rowid;

INSERT INTO learning_mistake (id, child_id, activity, level, item, answer, missed_at, due_at, card, times_right, left_at)
  SELECT child_id || '/sums/' || question, child_id, 'sums', level, question, json_quote(typed), missed_at, due_at, card,
    times_right, left_at
  FROM sums_mistake;

-- The log of shared rows speaks of the new tables from now on, the same on every seat: the rewriting asks nothing but the change itself.
UPDATE change SET
  table_name = 'learning_progress',
  row_id = row_id || '/sums',
  columns = iif(columns IS NULL, NULL, json_set(
    iif(json_type(columns, '$.recent') IS NULL, columns,
      json_set(json_remove(columns, '$.recent'), '$.state', json_extract(columns, '$.recent'))),
    '$.child_id', row_id, '$.activity', 'sums'))
  WHERE table_name = 'sums_progress';

UPDATE change SET
  table_name = 'learning_mistake',
  row_id = substr(row_id, 1, instr(row_id, '/')) || 'sums/' || substr(row_id, instr(row_id, '/') + 1),
  columns = iif(columns IS NULL, NULL, json_set(
    iif(json_type(columns, '$.typed') IS NULL, columns,
      json_set(json_remove(columns, '$.typed'), '$.answer', '' || json_quote(json_extract(columns, '$.typed')))),
    '$.activity', 'sums'))
  WHERE table_name = 'sums_mistake';
UPDATE change SET columns = json_set(json_remove(columns, '$.question'), '$.item', json_extract(columns, '$.question'))
  WHERE table_name = 'learning_mistake' AND json_type(columns, '$.question') IS NOT NULL;

INSERT INTO cell_clock (table_name, row_id, column_name, hlc)
  SELECT cell.table_name, cell.row_id, extra.name, max(cell.hlc)
  FROM cell_clock AS cell
  JOIN (SELECT 'sums_progress' AS of, 'child_id' AS name UNION ALL SELECT 'sums_progress', 'activity'
    UNION ALL SELECT 'sums_mistake', 'activity') AS extra ON extra.of = cell.table_name
  GROUP BY cell.table_name, cell.row_id, extra.name;
UPDATE cell_clock SET column_name = 'state' WHERE table_name = 'sums_progress' AND column_name = 'recent';
UPDATE cell_clock SET column_name = 'answer' WHERE table_name = 'sums_mistake' AND column_name = 'typed';
UPDATE cell_clock SET column_name = 'item' WHERE table_name = 'sums_mistake' AND column_name = 'question';
UPDATE cell_clock SET table_name = 'learning_progress', row_id = row_id || '/sums' WHERE table_name = 'sums_progress';
UPDATE cell_clock SET table_name = 'learning_mistake',
  row_id = substr(row_id, 1, instr(row_id, '/')) || 'sums/' || substr(row_id, instr(row_id, '/') + 1)
  WHERE table_name = 'sums_mistake';
UPDATE tombstone SET table_name = 'learning_progress', row_id = row_id || '/sums' WHERE table_name = 'sums_progress';
UPDATE tombstone SET table_name = 'learning_mistake',
  row_id = substr(row_id, 1, instr(row_id, '/')) || 'sums/' || substr(row_id, instr(row_id, '/') + 1)
  WHERE table_name = 'sums_mistake';
UPDATE withheld SET table_name = 'learning_progress', row_id = row_id || '/sums' WHERE table_name = 'sums_progress';
UPDATE withheld SET table_name = 'learning_mistake',
  row_id = substr(row_id, 1, instr(row_id, '/')) || 'sums/' || substr(row_id, instr(row_id, '/') + 1)
  WHERE table_name = 'sums_mistake';

-- A turn that was cut off in the middle of sums comes back to them.
UPDATE session_beat SET place = json_object('name', 'activity', 'page', 'sums') WHERE json_extract(place, '$.name') = 'sums';

DROP TABLE sums_progress;
DROP TABLE sums_round;
DROP TABLE sums_answer;
DROP TABLE sums_mistake;
