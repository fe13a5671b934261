// npm run pack -- --linux | --win: what a technician installs, in dist/. Nothing is fetched for the packers: the deb is made by dpkg-deb, the
// Windows installer by makensis, both from Debian. Only Electron itself is downloaded; --electron=FOLDER takes one at hand instead.
import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { layOut } from './lay-out.ts'
import { packDeb } from './debian/pack-deb.ts'
import { packSetup } from './windows/pack-setup.ts'

const root = resolve(import.meta.dirname, '../..')
const usage = `npm run pack -- --linux | --win [--dir] [--electron=FOLDER] [--output=FOLDER] [--update-keys=FILE]
  --dir              only the laid-out program, no installer
  --electron=FOLDER  an Electron at hand; what is made with it is for trying, not for a school
  --output=FOLDER    dist, unless said otherwise
  --update-keys=FILE whose updates its seats believe: keys-1.txt of \`npm run update -- keys\`
SOURCE_DATE_EPOCH dates the files; DEBFULLNAME and DEBEMAIL name who answers for the package.`

const value = (name: string) =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3)
const has = (name: string) => process.argv.includes(`--${name}`)

const known = /^--(linux|win|dir|electron=.+|output=.+|update-keys=.+)$/
const systems = (['linux', 'win'] as const).filter(has)
if (systems.length === 0 || process.argv.slice(2).some((word) => !known.test(word))) {
  console.error(usage)
  process.exit(64)
}
if (!existsSync(join(root, 'out/main/index.js'))) {
  console.error('There is no out/ yet: npm run build first.')
  process.exit(1)
}
const output = resolve(value('output') ?? join(root, 'dist'))
const given = value('electron')
const electron = given === undefined ? undefined : resolve(given)
try {
  for (const system of systems) {
    rmSync(join(output, `${system}-unpacked`), { recursive: true, force: true })
    const laid = layOut({ system, output, electron })
    console.log(laid.program)
    if (laid.electron)
      console.log(`With Electron ${laid.electron} from ${given}: for trying, not for a school.`)
    if (has('dir')) continue
    console.log(
      system === 'linux'
        ? packDeb({ ...laid, output, updateKeys: value('update-keys') })
        : packSetup({ ...laid, output }),
    )
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
