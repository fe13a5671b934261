-- Facts about this database itself: the id of its log, the last trusted time.
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What changed in shared rows, here and elsewhere, in the order in which this seat learnt of it.
CREATE TABLE change (
  position INTEGER PRIMARY KEY,
  hlc TEXT NOT NULL UNIQUE,
  seat TEXT NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  -- JSON of the columns that were set; NULL says that the row was removed.
  columns TEXT
) STRICT;

-- Which change each column of a shared row has its value from.
CREATE TABLE cell_clock (
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  column_name TEXT NOT NULL,
  hlc TEXT NOT NULL,
  PRIMARY KEY (table_name, row_id, column_name)
) STRICT, WITHOUT ROWID;

-- Removed for good, whatever arrives later.
CREATE TABLE tombstone (
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  hlc TEXT NOT NULL,
  PRIMARY KEY (table_name, row_id)
) STRICT, WITHOUT ROWID;

-- Shared rows that stand otherwise than their cells say, because something they need has not arrived yet.
CREATE TABLE withheld (
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  PRIMARY KEY (table_name, row_id)
) STRICT, WITHOUT ROWID;
