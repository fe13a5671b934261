import { DatabaseSync } from 'node:sqlite'
import { expect, test } from './fixture.ts'
import { child, forgetRoom, furnished } from './furnished-room.ts'
import { databaseOf } from './room-copy.ts'
import { comeIn, openPage } from './staff-ways.ts'
import { firstWindow } from './windows.ts'

test.afterAll(forgetRoom)

const then = Date.UTC(2031, 4, 17, 2)

/** What a seat wrote whose clock nobody believes, and one turn and one call before that are known. */
function written(file: string, childId: string): void {
  const raw = new DatabaseSync(file)
  for (const [id, at, trusted] of [
    ['known', Date.UTC(2026, 4, 5, 2), 1],
    ['not-known', then, 0],
  ] as const)
    raw.exec(`
      INSERT INTO session (id, seat, child_id, started_at, trusted, planned_ms, length_ms, end_reason, cut)
        VALUES ('${id}', 's', '${childId}', ${at}, ${trusted}, 1800000, 600000, 'goodbye', 0);
      INSERT INTO usage_event (id, seat, at, trusted, day, session_id, child_id, kind, activity, length_ms)
        VALUES ('${id}', 's', ${at}, ${trusted}, date('now'), '${id}', '${childId}', 'session-begin', 'session', 0);
      INSERT INTO call_log (id, seat, at, trusted, child_id, contact_id, session_id, direction, way, ringing_ms, length_ms, how)
        VALUES ('${id}', 's', ${at}, ${trusted}, '${childId}', 'c', '${id}', 'out', 'video', 4000, 0, 'no-answer');
      INSERT INTO learning_mistake (id, child_id, activity, level, item, answer, missed_at, trusted, due_at, due_trusted, card)
        VALUES ('${id}', '${childId}', 'sums', 'to-20-carry', '${trusted === 1 ? '8+7' : '6+9'}', '"1"', ${at}, ${trusted}, ${at}, ${trusted},
          '{"reviewedAt":${at},"stability":1,"difficulty":5,"reviews":1,"lapses":0}')`)
  raw.exec(`
    INSERT INTO child (id, class_id, name, pinyin, letter, sort_key, given, animal, tone, created_at, left_at, merged_into)
      SELECT 'gone', class_id, '林晓雨', pinyin, letter, sort_key, '晓雨', animal, tone, 1, 1, id FROM child WHERE id = '${childId}';
    INSERT INTO child_merge (id, kept, gone, at, trusted, staff_id) VALUES ('m', '${childId}', 'gone', ${then}, 0, 'a')`)
  raw.close()
}

test('no list shows a date that is not believed, and each keeps the order of writing', async ({
  launch,
  userData,
}) => {
  const childId = await furnished(launch, userData)
  written(databaseOf(userData), childId)
  const app = await launch()
  const staff = await comeIn(app, await firstWindow(app))

  await test.step('calls, and the figures of one', async () => {
    await openPage(staff, '通话记录')
    const rows = staff.getByRole('table', { name: '通话记录' }).getByRole('row')
    await expect(rows).toHaveCount(3)
    await expect(rows.nth(1)).toContainText('日期不明')
    await expect(rows.nth(1)).toContainText('时钟不准')
    await expect(rows.nth(2)).toContainText('2026年5月5日')
    await rows.nth(1).getByRole('button').click()
    await expect(staff.getByRole('dialog')).toContainText('日期不明')
    await staff.getByRole('dialog').getByRole('button', { name: '关上' }).click()
    await expect(staff.locator('body')).not.toContainText('2031')
  })

  await test.step('turns', async () => {
    await openPage(staff, '使用报告')
    const row = staff.getByRole('row').nth(1)
    await row.click()
    await expect(row).toContainText(child.name)
    await row.click()
    const turns = staff.getByRole('table', { name: `${child.name} 每一次的使用` }).getByRole('row')
    await expect(turns.nth(1)).toContainText('日期不明')
    await expect(turns.nth(1)).toContainText('时钟不准')
    await expect(turns.nth(2)).toContainText('2026年5月5日')
    await expect(staff.locator('body')).not.toContainText('2031')
  })

  await test.step('children, the book of mistakes, what was merged', async () => {
    await openPage(staff, '孩子')
    const row = staff.getByRole('row', { name: child.name })
    await expect(row).toContainText('日期不明')
    await staff.getByRole('button', { name: '同一个孩子', exact: true }).click()
    await expect(staff.getByText('林晓雨 并入 林小雨')).toContainText('日期不明')
    await staff.getByRole('button', { name: '关上' }).click()
    await row.getByRole('button').first().click()
    await staff.getByRole('button', { name: '打开错题本' }).click()
    await expect(staff.locator('.mistake-list li')).toContainText(['日期不明', '2026年5月5日'])
    await expect(staff.locator('body')).not.toContainText('2031')
  })
})
