-- What 0015 does, for the times that were left: all that is there counts as known. The book has two: when an item was missed (shown to
-- staff), and when it was asked last and comes back (the spaced repetition).
ALTER TABLE learning_progress ADD COLUMN trusted INTEGER NOT NULL DEFAULT 1 CHECK (trusted IN (0, 1));
ALTER TABLE learning_mistake ADD COLUMN trusted INTEGER NOT NULL DEFAULT 1 CHECK (trusted IN (0, 1));
ALTER TABLE learning_mistake ADD COLUMN due_trusted INTEGER NOT NULL DEFAULT 1 CHECK (due_trusted IN (0, 1));
ALTER TABLE learning_stamp ADD COLUMN trusted INTEGER NOT NULL DEFAULT 1 CHECK (trusted IN (0, 1));
ALTER TABLE contact ADD COLUMN trusted INTEGER NOT NULL DEFAULT 1 CHECK (trusted IN (0, 1));
ALTER TABLE child_merge ADD COLUMN trusted INTEGER NOT NULL DEFAULT 1 CHECK (trusted IN (0, 1));
