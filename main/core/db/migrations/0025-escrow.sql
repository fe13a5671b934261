-- The escrow of the diaries (D5): how two grown-ups open a child's pages in an emergency (`resources/PRIVACY.md`). It belongs to this
-- seat, as the wrapped keys do: PINs are sealed together with the seat's secret.

CREATE TABLE escrow_holder (
  staff_id TEXT PRIMARY KEY,
  public_key TEXT NOT NULL, -- SPKI, PEM
  private_key TEXT NOT NULL, -- PKCS 8, sealed by the PIN and the secret of the seat
  recipe TEXT NOT NULL, -- from the PIN to a key: cost and salt
  mark TEXT NOT NULL -- opens at the seat of the pair alone
) STRICT, WITHOUT ROWID;

-- One at most.
CREATE TABLE escrow_generation (
  id TEXT PRIMARY KEY,
  public_key TEXT NOT NULL,
  stale INTEGER NOT NULL CHECK (stale IN (0, 1)) -- somebody who was part of it is not any more
) STRICT, WITHOUT ROWID;

-- The private half of the generation for each two who may open together: sealed to the one, and that to the other.
CREATE TABLE escrow_pair (
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  sealed TEXT NOT NULL,
  PRIMARY KEY (one, other),
  CHECK (one < other)
) STRICT, WITHOUT ROWID;

ALTER TABLE child_key ADD COLUMN escrow_id TEXT;
ALTER TABLE child_key ADD COLUMN escrowed TEXT;

-- Whose PIN somebody else chose: it is no key to the escrow.
CREATE TABLE pin_given (staff_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- Openings, for good: one chain a seat, each entry with the hash of the one before.
CREATE TABLE opening_entry (
  id TEXT PRIMARY KEY,
  seat TEXT NOT NULL,
  number INTEGER NOT NULL,
  before TEXT NOT NULL,
  hash TEXT NOT NULL,
  entry TEXT NOT NULL -- JSON
) STRICT;

-- Which child has to hear of which opening, and whether it has. `id` is the opening's.
CREATE TABLE opening_told (
  id TEXT PRIMARY KEY,
  child_id TEXT NOT NULL,
  told_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX opening_told_by_child ON opening_told (child_id);

-- Why, in the grown-ups' own words: beside the chain, which holds their hash, so that they can be erased with the child's data.
-- Not through the change log, whose history would keep them.
CREATE TABLE opening_words (
  opening_id TEXT PRIMARY KEY REFERENCES opening_told (id) ON DELETE CASCADE,
  salt TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT, WITHOUT ROWID;
