/** Words as this box breaks them, line by line; a line that the child began is one, too. */
export function linesIn(box: HTMLElement, text: string): readonly string[] {
  box.textContent = text
  const node = box.firstChild
  if (!node) return []
  const lines: string[] = []
  const range = document.createRange()
  let line = ''
  let top: number | undefined
  let at = 0
  for (const letter of text) {
    range.setStart(node, at)
    at += letter.length
    range.setEnd(node, at)
    if (letter === '\n') {
      lines.push(line)
      line = ''
      top = undefined
      continue
    }
    const [rect] = range.getClientRects()
    if (rect && top !== undefined && rect.top > top + rect.height / 2) {
      lines.push(line)
      line = ''
    }
    if (rect) top = rect.top
    line += letter
  }
  lines.push(line)
  box.textContent = ''
  while (lines.at(-1)?.trim() === '') lines.pop()
  return lines
}
