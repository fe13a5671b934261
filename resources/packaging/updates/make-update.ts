// What the office puts on a stick: an update of one deb, and lists of keys. Keys are read from files of the office and never written here.
import { execFileSync } from 'node:child_process'
import { createHash, createPrivateKey, type KeyObject } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readKeyList, writeKeyList, type KeyList } from '#core/updates/key-list-rules.ts'
import { readManifest, writeManifest, type Manifest } from '#core/updates/manifest-rules.ts'
import { isSigned, signatureLine } from '#core/updates/signed-text.ts'

const PROGRAM = './opt/happy-home'

export interface UpdateWish {
  readonly deb: string
  /** The folder `happy-home-update` of a stick. */
  readonly folder: string
  readonly number: number
  /** Seconds since 1970. */
  readonly made: number
  readonly until: number
  readonly by: string
  readonly news: Manifest['news']
  readonly keys: readonly KeyObject[]
}

/** Copies the deb beside the text that names it, and signs. Returns what was signed. */
export function makeUpdate({ deb, folder, keys, ...said }: UpdateWish): Manifest {
  const about = readAbout(deb)
  const content = readFileSync(deb)
  const manifest: Manifest = {
    ...about,
    number: said.number,
    made: said.made,
    until: said.until,
    system: `linux-${field(deb, 'Architecture')}`,
    file: basename(deb),
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    by: said.by,
    news: said.news,
  }
  const text = writeManifest(manifest)
  if (!readManifest(text)) throw new Error('The update would not be read: look at version, name and numbers.')
  mkdirSync(folder, { recursive: true })
  copyFileSync(deb, join(folder, manifest.file))
  writeFileSync(join(folder, 'update.txt'), text)
  writeFileSync(join(folder, 'update.sig'), keys.map((key) => signatureLine(text, key)).join(''))
  return manifest
}

const field = (deb: string, name: string) =>
  execFileSync('dpkg-deb', ['-f', deb, name], { encoding: 'utf8' }).trim()

/** What the program in a deb says of itself, and the bytes of its files. */
function readAbout(deb: string): Pick<Manifest, 'version' | 'schema' | 'unpacked'> {
  const input = execFileSync('dpkg-deb', ['--fsys-tarfile', deb], { maxBuffer: 2 ** 31 - 1 })
  const tar = (...words: string[]) =>
    execFileSync('tar', words, { input, encoding: 'utf8', maxBuffer: 2 ** 26, env: { LC_ALL: 'C' } })
  const seat = tar('-xO', `${PROGRAM}/resources/seat.txt`)
  const version = /^version (.+)$/m.exec(seat)?.[1]
  const schema = Number(/^schema (\d+)$/m.exec(seat)?.[1])
  if (!version || !schema) throw new Error(`${deb} says neither its version nor the form of its database.`)
  const unpacked = tar('-tv')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((parts) => parts[5]?.startsWith(`${PROGRAM}/`) && parts[0]?.startsWith('-'))
    .reduce((sum, parts) => sum + Number(parts[2]), 0)
  return { version, schema, unpacked }
}

/**
 * Writes a list of keys; from the second on signed by roots of the one before, which `before` is. The first needs no signature: a technician
 * or the package brings it. Throws where not enough roots sign.
 */
export function writeKeys(
  folder: string,
  list: KeyList,
  { before, roots }: { readonly before?: KeyList; readonly roots: readonly KeyObject[] },
): void {
  const text = writeKeyList(list)
  const signatures = roots.map((root) => signatureLine(text, root)).join('')
  for (const trusted of before ? [before, list] : [list])
    if (!isSigned(text, signatures, trusted, 'root')) throw new Error('Not enough roots have signed.')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `keys-${list.number}.txt`), text)
  writeFileSync(join(folder, `keys-${list.number}.sig`), signatures)
}

export function keysAt(path: string): KeyList {
  const list = existsSync(path) ? readKeyList(readFileSync(path, 'utf8')) : undefined
  if (!list) throw new Error(`${path} is no list of keys.`)
  return list
}

/** A private key in PEM; of one with a password the password is asked of HAPPY_HOME_KEY_PASSWORD. */
export const privateKeyAt = (path: string): KeyObject =>
  createPrivateKey({ key: readFileSync(path), passphrase: process.env.HAPPY_HOME_KEY_PASSWORD ?? '' })
