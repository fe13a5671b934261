import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { freePort, isFreePort } from './ports.ts'

const kept = z.record(z.string(), z.int().min(1).max(65_535))

/**
 * Free ports by name, the same ones as last time where nobody has taken them: browsers that stayed open find their proxy again. `file` keeps
 * them; one that cannot be read is written anew.
 */
export async function keptPorts<Name extends string>(
  file: string,
  names: readonly Name[],
): Promise<Readonly<Record<Name, number>>> {
  const before = readKept(file)
  const found = new Map<Name, number>()
  const isOurs = (port: number): boolean => Array.from(found.values()).includes(port)
  for (const name of names) {
    let port = before[name]
    while (port === undefined || isOurs(port) || !(await isFreePort(port))) port = await freePort()
    found.set(name, port)
  }
  const ports = Object.fromEntries(found) as Record<Name, number>
  writeFileSync(file, `${JSON.stringify(ports)}\n`)
  return ports
}

function readKept(file: string): Readonly<Record<string, number>> {
  try {
    return kept.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return {}
  }
}
