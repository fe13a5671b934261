// npm run update -- keys | sign: what the office that answers for updates does, on a PC without a network. Private keys are PEM files that it
// keeps, each in another hand; they are read, never copied. A password of one is taken from HAPPY_HOME_KEY_PASSWORD.
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { keyName } from '#core/updates/signed-text.ts'
import { keysAt, makeUpdate, privateKeyAt, writeKeys } from './make-update.ts'

const usage = `npm run update -- key FILE
  makes a private key and prints its name; HAPPY_HOME_KEY_PASSWORD locks it
npm run update -- keys --to=FOLDER --root=FILE... --update=NAME|FILE... [--roots=2] [--updates=1] [--before=keys-1.txt --sign=FILE...]
  the list of whom seats believe: roots say who comes next, update keys sign updates; from the second list on signed by roots of the one before
npm run update -- sign --deb=FILE --to=FOLDER --number=N --by=NAME --key=FILE... [--days=365] [--zh=NEWS]... [--en=NEWS]...
  lays the folder happy-home-update for a stick; the number counts up with every update`

const [command = '', ...words] = process.argv.slice(2)
const values = (name: string): readonly string[] =>
  words.filter((word) => word.startsWith(`--${name}=`)).map((word) => word.slice(name.length + 3))
const value = (name: string): string => {
  const said = values(name)[0]
  if (said === undefined) throw new Error(`--${name}= is missing.\n${usage}`)
  return said
}
const count = (name: string, otherwise: number): number => Number(values(name)[0] ?? otherwise)
const now = (): number => Math.floor(Date.now() / 1000)
/** A key's name, or the file of the private key that has it. */
const nameOf = (said: string): string => (/^[0-9a-f]{64}$/.test(said) ? said : keyName(privateKeyAt(said)))

const commands: Readonly<Record<string, () => void>> = {
  key: () => {
    const [file = ''] = words
    if (!file || existsSync(file)) throw new Error(file ? `${file} is there already.` : usage)
    const passphrase = process.env.HAPPY_HOME_KEY_PASSWORD
    const { privateKey } = generateKeyPairSync('ed25519')
    const lock = passphrase ? { cipher: 'aes-256-cbc', passphrase } : {}
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem', ...lock }), { mode: 0o600 })
    console.log(keyName(privateKey))
  },
  keys: () => {
    const before = values('before')[0]
    const known = before === undefined ? undefined : keysAt(before)
    const list = {
      number: (known?.number ?? 0) + 1,
      made: now(),
      roots: count('roots', 2),
      updates: count('updates', 1),
      root: values('root').map(nameOf),
      update: values('update').map(nameOf),
    }
    // Whoever is named by a file signs; of others the file is given by --sign.
    const files = [...values('root').filter((said) => existsSync(said)), ...values('sign')]
    const roots = new Map<string, KeyObject>(files.map((file) => [nameOf(file), privateKeyAt(file)]))
    writeKeys(resolve(value('to')), list, { ...(known && { before: known }), roots: [...roots.values()] })
    console.log(join(value('to'), `keys-${list.number}.txt`))
  },
  sign: () => {
    const made = now()
    const manifest = makeUpdate({
      deb: value('deb'),
      folder: join(resolve(value('to')), 'happy-home-update'),
      number: Number(value('number')),
      made,
      until: made + count('days', 365) * 86_400,
      by: value('by'),
      news: { 'zh-CN': values('zh'), en: values('en') },
      keys: values('key').map(privateKeyAt),
    })
    console.log(
      `${manifest.version}, number ${manifest.number}, until ${new Date(manifest.until * 1000).toISOString().slice(0, 10)}`,
    )
  },
}

const deed = commands[command]
try {
  if (!deed) throw new Error(usage)
  deed()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
