-- From when the days of a message that is done count: a time that had certainly been reached. NULL while there was none since.
ALTER TABLE message ADD COLUMN counted_from INTEGER; -- UTC ms
UPDATE message SET counted_from = coalesce(seen_at, at) WHERE seen_at IS NOT NULL OR state = 'arrived';
