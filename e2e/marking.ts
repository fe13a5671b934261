import type { Locator } from '@playwright/test'

/**
 * Tries to mark and copy words that are only to be looked at, as a grown-up would: by a real mouse, which takes what lies over them, and by
 * keys. What was marked on the way.
 */
export async function marksAndCopies(words: Locator): Promise<string> {
  const page = words.page()
  const marked = () =>
    words.evaluate((box: HTMLTextAreaElement) =>
      [getSelection()?.toString(), box.value.slice(box.selectionStart, box.selectionEnd)].join(''),
    )
  const found: string[] = []
  const box = (await words.boundingBox())!
  await page.mouse.dblclick(box.x + 30, box.y + 20)
  found.push(await marked())
  await page.mouse.move(box.x + 4, box.y + 10)
  await page.mouse.down()
  await page.mouse.move(box.x + 120, box.y + 30, { steps: 4 })
  await page.mouse.up()
  found.push(await marked())
  await words.focus()
  for (const keys of ['ControlOrMeta+a', 'Shift+End', 'Shift+ArrowDown']) {
    await page.keyboard.press(keys)
    found.push(await marked())
    for (const copying of ['ControlOrMeta+c', 'ControlOrMeta+x']) await page.keyboard.press(copying)
  }
  return found.join('')
}
