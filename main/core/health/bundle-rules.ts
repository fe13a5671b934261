/** How a line of the seat's log begins: `[2026-11-22 08:00:00.000] [info]  A room is open {"kind":"own"}`. */
const LINE = /^(\[[\d :.-]+\] \[[a-z]+\])\s+([^{]*)({.*})?$/

export interface CleanLog {
  readonly lines: readonly string[]
  /** Lines of no known form: they are left out, and counted. */
  readonly left: number
}

/** The log without anything that somebody may have typed: of its facts numbers, switches and code words stay. */
export function cleanLog(log: string): CleanLog {
  const lines: string[] = []
  let left = 0
  for (const line of log.split('\n')) {
    if (line === '') continue
    const [, head, message, facts] = LINE.exec(line) ?? []
    if (head === undefined || message === undefined) left += 1
    else {
      const kept = facts === undefined ? '' : ` ${JSON.stringify(plain(parsed(facts)))}`
      lines.push(`${head} ${message.trim()}${kept}`)
    }
  }
  return { lines, left }
}

const CODE_WORD = /^[a-z][a-z0-9]*([-_.][a-z0-9]+){0,5}$|^[A-Z][A-Z0-9_]{2,40}$|^[A-Z][A-Za-z]{2,30}Error$/
/** Where in the program: `index.js:120:14`. */
const FRAME = /([\w-]+\.(?:js|ts|mjs)):(\d+):(\d+)/g

function plain(value: unknown, name = ''): unknown {
  if (typeof value === 'string') {
    if (name === 'stack') return [...value.matchAll(FRAME)].map(([frame]) => frame).slice(0, 8)
    return CODE_WORD.test(value) ? value : '…'
  }
  if (Array.isArray(value)) return value.map((one) => plain(one))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one, key)]))
  return value
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return '…'
  }
}

const MASK = '█'

/** A text without these names, whatever brought them there. Names of one letter would mask every word. */
export function masked(text: string, names: readonly string[]): string {
  // A longer one first: of a whole name no part is left over.
  const longest = [...new Set(names)]
    .filter((name) => name.length >= 2)
    .toSorted((a, b) => b.length - a.length)
  return longest.reduce((rest, name) => rest.replaceAll(new RegExp(escaped(name), 'giu'), MASK), text)
}

const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}/]/g, String.raw`\$&`)
