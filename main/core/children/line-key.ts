import { v5 } from 'uuid'
import type { ImportRow } from './import-rules.ts'

/** What a line says, short enough to be kept and telling nothing of the child. */
const lineKey = ({ name, schoolClass, number, birthday }: ImportRow): string =>
  v5([name, schoolClass.label, number, birthday].join('\t'), LINE_NAMESPACE)

const LINE_NAMESPACE = '0f7f4f0e-7c53-4b69-8d2c-6b8f3c1f5a10'

/** Of all lines of a list, by line of the file. */
export const lineKeys = (rows: readonly ImportRow[]): ReadonlyMap<number, string> =>
  new Map(rows.map((row) => [row.line, lineKey(row)]))
