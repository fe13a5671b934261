import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { patience } from './patience.ts'

/** A screen that nobody sees. */
export interface VirtualScreen {
  /** For the environment variable DISPLAY. */
  display: string
  stop(): Promise<void>
}

const keyMap = resolve(import.meta.dirname, '../resources/provisioning/debian/openbox.xml')

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((done) => {
    child.once('exit', () => done())
    child.kill('SIGKILL')
  })
}

// Both programs say when they are ready: Xvfb writes its number, openbox runs a command.
function firstWords(child: ChildProcess, from: Readable, what: string): Promise<string> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`${what} did not start`)), patience)
    from.once('data', (chunk: Buffer) => {
      clearTimeout(timer)
      done(chunk.toString().trim())
    })
    child.once('error', fail)
  })
}

/**
 * Starts an X server with a window manager that has the room's own key map (no binding at all).
 * @param size such as `1366x768`
 */
export async function startScreen(size: string): Promise<VirtualScreen> {
  const args = ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-noreset']
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const display = `:${await firstWords(server, server.stdio[3] as Readable, 'Xvfb')}`
  const folder = await mkdtemp(join(tmpdir(), 'happy-home-screen-'))
  const config = existsSync(keyMap) ? ['--config-file', keyMap] : []
  const manager = spawn('openbox', ['--sm-disable', ...config, '--startup', 'echo ready'], {
    env: { ...process.env, DISPLAY: display, HOME: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await firstWords(manager, manager.stdout, 'openbox')
  return {
    display,
    async stop() {
      await ended(manager)
      await ended(server)
      await rm(folder, { recursive: true, force: true })
    },
  }
}
