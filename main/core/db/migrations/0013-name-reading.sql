-- How a child's name is read where the dictionary is wrong: 洗 Xiǎn, 种 Chóng. What staff typed, in one form; pinyin, letter and
-- sort_key follow it.

ALTER TABLE child ADD COLUMN reading TEXT;  -- `xiǎn xiǎo míng`; NULL: as the dictionary reads it
