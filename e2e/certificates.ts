import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TlsFiles } from './server-process.ts'

/** Whose certificate a server shows: one that is believed now, was until yesterday, will be from tomorrow on, or is nobody's. */
const certificateKinds = ['good', 'old', 'future', 'stranger'] as const
export type CertificateKind = (typeof certificateKinds)[number]

export interface Certificates {
  /** As the settings of a server name them. */
  of(kind: CertificateKind): TlsFiles
  /** Certificates that a seat believes; of NODE_EXTRA_CA_CERTS. */
  readonly believed: string
}

const DAY = 86_400_000
const lives: Readonly<Record<CertificateKind, readonly [from: number, to: number]>> = {
  good: [-DAY, DAY],
  stranger: [-DAY, DAY],
  old: [-2 * DAY, -DAY],
  future: [DAY, 2 * DAY],
}

// A small authority: the plain command makes no certificate that begins later.
const authority = `
[ca]
default_ca = ours
[ours]
database = index.txt
serial = serial
new_certs_dir = .
default_md = sha256
policy = names
x509_extensions = extensions
[names]
commonName = supplied
[extensions]
subjectAltName = DNS:localhost
`

/** Makes the certificates of `localhost` in a folder. */
export function makeCertificates(folder: string): Certificates {
  const openssl = (...args: readonly string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  const place = (name: string): string => join(folder, name)
  writeFileSync(place('authority.cnf'), authority)
  writeFileSync(place('index.txt'), '')
  writeFileSync(place('serial'), '01\n')
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  for (const kind of certificateKinds) {
    const [from, to] = lives[kind].map(asn1Time)
    const key = `${kind}.key`
    openssl('req', '-new', ...curve, '-keyout', key, '-subj', `/CN=${kind}`, '-out', `${kind}.csr`)
    const life = ['-startdate', from!, '-enddate', to!]
    const files = ['-keyfile', key, '-in', `${kind}.csr`, '-out', `${kind}.pem`]
    openssl('ca', '-selfsign', '-batch', '-notext', '-config', 'authority.cnf', ...life, ...files)
  }
  const believed = certificateKinds.filter((kind) => kind !== 'stranger')
  writeFileSync(
    place('believed.pem'),
    believed.map((kind) => readFileSync(place(`${kind}.pem`), 'utf8')).join('\n'),
  )
  return {
    of: (kind) => ({ certificate: place(`${kind}.pem`), key: place(`${kind}.key`) }),
    believed: place('believed.pem'),
  }
}

/** YYYYMMDDHHMMSSZ of a moment so many ms from now. */
const asn1Time = (ms: number): string => new Date(Date.now() + ms).toISOString().replace(/[-:T]|[.]\d+/g, '')
