-- What the surviving record took from the other when they were merged, by column: [before, taken]; NULL for nothing. Taking them apart
-- brings each back that is still as it was taken.
ALTER TABLE child_merge ADD COLUMN took TEXT; -- JSON
