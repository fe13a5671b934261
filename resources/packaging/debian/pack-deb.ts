// Makes the deb from a laid-out program, with dpkg-deb alone: the same bytes from the same program and date.
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { createHash } from 'node:crypto'
import { dirname, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { writeKeyList } from '#core/updates/key-list-rules.ts'
import { keysAt } from '../updates/make-update.ts'

const here = import.meta.dirname
const root = resolve(here, '../../..')
/** Without a space: Chromium's set-uid helper does not start from a path that has one (electron/electron#44414). */
const home = 'opt/happy-home'
/** Nobody is named who did not ask for it: whoever builds says who they are, as for every Debian package. */
const maintainer = () =>
  `${process.env.DEBFULLNAME ?? 'Happy Home'} <${process.env.DEBEMAIL ?? 'nobody@happy-home.invalid'}>`

interface Wish {
  /** The laid-out program's folder. */
  readonly program: string
  /** Where the deb goes. */
  readonly output: string
  /** package.json's, unless said otherwise. */
  readonly version?: string
  /** Said in the package where it is not the product's own. */
  readonly electron?: string | undefined
  /** The first list of keys by whose updates its seats believe; without one a technician brings it. */
  readonly updateKeys?: string | undefined
}

/** @returns the path of the deb */
export function packDeb({ program, output, version = ownVersion(), electron, updateKeys }: Wish): string {
  const tree = mkdtempSync(join(tmpdir(), 'happy-home-deb-'))
  try {
    const put = (to: string, content: string | Buffer) => {
      mkdirSync(dirname(join(tree, to)), { recursive: true })
      writeFileSync(join(tree, to), content)
    }
    const ours = (name: string) => readFileSync(join(here, name))
    mkdirSync(join(tree, dirname(home)), { recursive: true })
    cpSync(program, join(tree, home), { recursive: true })
    put(`${home}/resources/seat.txt`, `version ${version}\nschema ${newestSchema()}\n`)
    if (updateKeys) put(`${home}/resources/update-keys.txt`, writeKeyList(keysAt(updateKeys)))
    mkdirSync(join(tree, 'usr/sbin'), { recursive: true })
    symlinkSync(`/${home}/resources/provisioning/debian/set-up-seat`, join(tree, 'usr/sbin/happy-home-seat'))
    put('usr/share/man/man8/happy-home-seat.8.gz', zipped(ours('happy-home-seat.8')))
    put('usr/share/applications/happy-home.desktop', ours('happy-home.desktop'))
    put('usr/share/icons/hicolor/scalable/apps/happy-home.svg', readFileSync(join(here, '../icon.svg')))
    put('usr/share/doc/happy-home/copyright', copyright(program))
    put('usr/share/doc/happy-home/changelog.gz', zipped(ours('changelog')))
    put('usr/share/lintian/overrides/happy-home', ours('lintian-overrides'))
    for (const script of ['prerm', 'postinst', 'postrm']) put(`DEBIAN/${script}`, ours(script))
    settle(tree, dated())
    const size = Math.ceil(bytesBelow(tree) / 1024)
    put('DEBIAN/control', control({ version, size, electron }))
    put('DEBIAN/md5sums', sums(tree))
    settle(join(tree, 'DEBIAN'), dated())
    mkdirSync(output, { recursive: true })
    const deb = join(output, `happy-home_${version}_amd64.deb`)
    // A package for trying is made quickly, one for a school small: a term's stick carries it.
    const squeeze = electron ? ['-Zgzip', '-z1'] : ['-Zxz']
    const args = ['--root-owner-group', ...squeeze, '--build', tree, deb]
    const env = { ...process.env, SOURCE_DATE_EPOCH: String(dated()) }
    const ran = spawnSync('dpkg-deb', args, { env, encoding: 'utf8' })
    if (ran.status !== 0) throw new Error(`dpkg-deb stopped: ${ran.stderr ?? ran.error?.message}`)
    return deb
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
}

const ownVersion = () =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version

/** The form of the room's database that this program writes: by it a seat knows whether the program before could still read it. */
const newestSchema = () =>
  Math.max(
    ...readdirSync(join(root, 'main/core/db/migrations')).map((file) =>
      Number(/^(\d+)-.*\.sql$/.exec(file)?.[1] ?? 0),
    ),
  )

/** Seconds since 1970: what the builder says, otherwise the day of the newest entry in the changelog. */
export function dated(): number {
  const said = process.env.SOURCE_DATE_EPOCH
  if (said) return Number(said)
  const day = /^ -- .*> {2}(.+)$/m.exec(readFileSync(join(here, 'changelog'), 'utf8'))?.[1]
  if (!day) throw new Error('The changelog has no entry with a date.')
  return Date.parse(day) / 1000
}

/** gzip without a name and with no date in it. */
function zipped(content: Buffer): Buffer {
  const bytes = gzipSync(content, { level: 9 })
  // The byte that says on which system it was packed.
  bytes[9] = 3
  return bytes
}

/** What runs: programs by their names, scripts of the seat and of the package by their first line. Everything else is read only. */
const programs = /\/opt\/happy-home\/(happy-home|chrome-sandbox|chrome_crashpad_handler)$/
const scripts = /\/(DEBIAN|provisioning\/debian)\//
const runs = (path: string): boolean =>
  programs.test(path) || (scripts.test(path) && readFileSync(path, 'latin1').startsWith('#!'))

/** One owner, one date and no accident of the builder's umask. The date in seconds. */
function settle(path: string, date: number): void {
  const stat = lstatSync(path)
  if (stat.isDirectory()) {
    for (const name of readdirSync(path)) settle(join(path, name), date)
    chmodSync(path, 0o755)
  } else if (!stat.isSymbolicLink()) {
    // The set-uid helper is for kernels without user namespaces for everybody; Debian's own chromium ships it so, too.
    chmodSync(path, path.endsWith('/chrome-sandbox') ? 0o4755 : runs(path) ? 0o755 : 0o644)
  }
  lutimesSync(path, date, date)
}

function filesBelow(folder: string, from = ''): string[] {
  return readdirSync(join(folder, from))
    .toSorted()
    .flatMap((name) => {
      const path = join(from, name)
      return lstatSync(join(folder, path)).isDirectory() ? filesBelow(folder, path) : [path]
    })
}

const bytesBelow = (tree: string) =>
  filesBelow(tree).reduce((all, path) => all + lstatSync(join(tree, path)).size, 0)

const sums = (tree: string) =>
  filesBelow(tree)
    .filter((path) => !path.startsWith('DEBIAN/') && lstatSync(join(tree, path)).isFile())
    .map(
      (path) =>
        `${createHash('md5')
          .update(readFileSync(join(tree, path)))
          .digest('hex')}  ${path}\n`,
    )
    .join('')

function control({
  version,
  size,
  electron,
}: {
  version: string
  size: number
  electron: string | undefined
}) {
  const kept = readFileSync(join(here, 'control'), 'utf8')
    .replaceAll(/^#.*\n/gm, '')
    // dpkg wants a list of packages in one line; people do not.
    .replaceAll(/,\n /g, ', ')
  const made = `Version: ${version}\nMaintainer: ${maintainer()}\nInstalled-Size: ${size}\n`
  const trial = electron ? ` .\n For trying, not for a school: made with Electron ${electron}.\n` : ''
  return kept.replace(/^Architecture:.*\n/m, (line) => line + made) + trial
}

/** Ours, then whose work travels with it. */
function copyright(program: string) {
  const licences = readFileSync(join(program, 'resources/LICENSES.md'), 'utf8')
  return `${readFileSync(join(here, 'copyright'), 'utf8')}\n${licences}`
}
