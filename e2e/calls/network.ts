import { execFileSync, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** How a link behaves; what is left out stays. See link.py for the units. */
export interface Link {
  readonly delay?: number
  readonly jitter?: number
  readonly loss?: number
  readonly rate?: number
  readonly cut?: boolean
  readonly open?: 'all' | 'tcp' | '443'
}
export interface LinkCounts {
  readonly passed: number
  readonly lost: number
}

/** A school and a parent, each with a link of its own to the machine of the engines. Nothing is forwarded between them. */
export interface Network {
  /** Names for `ip netns exec`. */
  readonly core: string
  readonly school: string
  readonly parent: string
  /** Where the engines listen, reached from all three; the second lets the relay have 443 beside the proxy. */
  readonly address: string
  readonly secondAddress: string
  /** Changes the school's or the parent's link; resolves once it holds. */
  setSchool(link: Link): Promise<LinkCounts>
  setParent(link: Link): Promise<LinkCounts>
  /** Gives the school another address, as a router does that dials anew; the same again goes back. */
  moveSchool(): void
  /** Runs a command inside a namespace and returns what it says. Throws when it fails. */
  run(namespace: string, command: string, ...args: string[]): string
  remove(): Promise<void>
}

const script = fileURLToPath(new URL('link.py', import.meta.url))
const ip = (...args: string[]): string => execFileSync('ip', args, { encoding: 'utf8' })

const run = (namespace: string, command: string, ...args: string[]): string =>
  execFileSync('ip', ['netns', 'exec', namespace, command, ...args], { encoding: 'utf8' })

/** Lays the three namespaces (root only). The mark keeps several networks on one machine apart: a few letters or digits. */
export async function layNetwork(mark: string): Promise<Network> {
  const [core, school, parent] = [`core-${mark}`, `school-${mark}`, `parent-${mark}`]
  const [address, secondAddress] = ['10.77.0.1', '10.77.0.2']
  for (const name of [core, school, parent]) {
    ip('netns', 'add', name)
    ip('-n', name, 'link', 'set', 'lo', 'up')
  }
  for (const one of [address, secondAddress]) ip('-n', core, 'addr', 'add', `${one}/32`, 'dev', 'lo')
  const links = await Promise.all([
    openLink(core, 'to-school', '10.77.1.1', school, '10.77.1.2'),
    openLink(core, 'to-parent', '10.77.2.1', parent, '10.77.2.2'),
  ])
  ip('-n', school, 'route', 'add', 'default', 'via', '10.77.1.1', 'dev', 'out')
  ip('-n', parent, 'route', 'add', 'default', 'via', '10.77.2.1', 'dev', 'out')
  run(core, 'sysctl', '-qw', 'net.ipv4.ip_forward=0')
  let [here, next] = ['10.77.1.2', '10.77.1.9']
  return {
    core,
    school,
    parent,
    address,
    secondAddress,
    setSchool: (link) => links[0].set(link),
    setParent: (link) => links[1].set(link),
    moveSchool() {
      const inSchool = (...args: string[]): string => ip('-n', school, ...args)
      // The routes go with the old address.
      inSchool('addr', 'del', here, 'peer', '10.77.1.1', 'dev', 'out')
      inSchool('addr', 'add', next, 'peer', '10.77.1.1', 'dev', 'out')
      inSchool('route', 'replace', 'default', 'via', '10.77.1.1', 'dev', 'out')
      ip('-n', core, 'route', 'replace', next, 'dev', 'to-school')
      ;[here, next] = [next, here]
    },
    run,
    async remove() {
      await Promise.all(links.map((link) => link.end()))
      for (const name of [core, school, parent]) {
        for (const pid of ip('netns', 'pids', name).split('\n').filter(Boolean))
          process.kill(Number(pid), 'SIGKILL')
        ip('netns', 'delete', name)
      }
    },
  }
}

async function openLink(
  core: string,
  device: string,
  near: string,
  space: string,
  far: string,
): Promise<{ set(link: Link): Promise<LinkCounts>; end(): Promise<void> }> {
  const child: ChildProcessWithoutNullStreams = spawn('python3', [
    script,
    core,
    device,
    near,
    space,
    'out',
    far,
  ])
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  child.stderr.pipe(process.stderr)
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async (): Promise<LinkCounts> => {
    const line = await answers.next()
    if (line.done) throw new Error(`The link ${device} has ended`)
    return JSON.parse(line.value) as LinkCounts
  }
  await next()
  return {
    set(link) {
      child.stdin.write(`${JSON.stringify(link)}\n`)
      return next()
    },
    end() {
      child.stdin.end()
      return gone
    },
  }
}
