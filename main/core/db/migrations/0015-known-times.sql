-- Whether the time of a row was known when it was written; what was not is dated anew once it is. All that is there counts as known.
ALTER TABLE diary_page ADD COLUMN trusted INTEGER NOT NULL DEFAULT 1 CHECK (trusted IN (0, 1));
ALTER TABLE learning_answer ADD COLUMN trusted INTEGER NOT NULL DEFAULT 1 CHECK (trusted IN (0, 1));
ALTER TABLE message ADD COLUMN trusted INTEGER NOT NULL DEFAULT 1 CHECK (trusted IN (0, 1));
ALTER TABLE message ADD COLUMN seen_trusted INTEGER NOT NULL DEFAULT 1 CHECK (seen_trusted IN (0, 1));
