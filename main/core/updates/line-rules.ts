/**
 * What a seat's root reads with the tools that every Debian has: a first line that says what it is, one `name value` a line, and `end`. Signed as
 * it stands, byte for byte.
 */
export type Fields = ReadonlyMap<string, readonly string[]>

/** Undefined where it is not wholly of that form: a file cut short has no `end`. */
export function readFields(text: string, head: string): Fields | undefined {
  const lines = text.split('\n')
  if (lines[0] !== head || lines.at(-1) !== '' || lines.at(-2) !== 'end') return undefined
  const fields = new Map<string, string[]>()
  for (const line of lines.slice(1, -2)) {
    const [, name, value] = /^([a-z0-9-]+) (.+)$/.exec(line) ?? []
    if (name === undefined || value === undefined) return undefined
    fields.set(name, [...(fields.get(name) ?? []), value])
  }
  return fields
}

export const writeFields = (head: string, fields: readonly (readonly [string, string | number])[]): string =>
  `${[head, ...fields.map(([name, value]) => `${name} ${value}`), 'end'].join('\n')}\n`

/** A whole number from 1, as the root's side takes it; NaN otherwise. */
export const countIn = (fields: Fields, name: string): number => {
  const said = fields.get(name)?.[0] ?? ''
  return /^[1-9]\d{0,9}$/.test(said) ? Number(said) : Number.NaN
}
