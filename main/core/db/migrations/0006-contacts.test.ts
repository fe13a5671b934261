import { describe, expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

const child = `INSERT INTO child (id, name, pinyin, letter, sort_key, given, animal, tone, created_at)
  VALUES ('k', '林小雨', '', 'L', '', '小雨', 'rabbit', 'coral', 1)`
const contact = `INSERT INTO contact (id, child_id, relation, name, called, is_guardian, created_at)
  VALUES ('c', 'k', '妈妈', '陈玉兰', '妈妈', 1, 1)`
const consent = (purpose: string) =>
  `INSERT INTO contact_consent (id, seat, at, trusted, child_id, contact_id, purpose, given, day, guardian_id,
    witness_id, how) VALUES ('${purpose}', 's', 1, 1, 'k', 'c', '${purpose}', 1, '2026-11-22', 'c', 'w', 'phone')`

describe('0006 contacts', () => {
  it('keeps the children; contacts go with their child, what was said about consent stays', () => {
    const raw = databaseAt(5)
    raw.exec(child)
    migrateTo(raw, 6)
    expect(raw.prepare('SELECT name FROM child').pluck().all()).toEqual(['林小雨'])
    raw.exec(contact)
    raw.exec(consent('video'))
    expect(() => raw.exec(contact.replace("'c', 'k'", "'d', 'nobody'"))).toThrow('FOREIGN KEY')
    expect(() => raw.exec(consent('games'))).toThrow('CHECK')
    raw.exec('DELETE FROM child')
    expect(raw.prepare('SELECT count(*) FROM contact').pluck().get()).toBe(0)
    expect(raw.prepare('SELECT count(*) FROM contact_consent').pluck().get()).toBe(1)
  })
})
