-- The book of mistakes of two records that are one child: the same item once, as it was touched last. The row of a record that was
-- merged in stays as it is, for the day when they are taken apart.
CREATE INDEX learning_mistake_by_child ON learning_mistake (child_id, activity, item);

CREATE VIEW learning_book AS
  SELECT * FROM learning_mistake AS book
  WHERE NOT EXISTS (
    SELECT 1 FROM learning_mistake AS other
    WHERE other.child_id = book.child_id AND other.activity = book.activity AND other.item = book.item AND other.id <> book.id
      AND (max(other.missed_at, coalesce(other.left_at, 0), coalesce(json_extract(other.card, '$.reviewedAt'), 0)), other.id)
        > (max(book.missed_at, coalesce(book.left_at, 0), coalesce(json_extract(book.card, '$.reviewedAt'), 0)), book.id)
  );
