import type { Log } from '#core/kernel/log.ts'
import { app } from 'electron'
import electronLog from 'electron-log/main.js'
import { join } from 'node:path'

type Level = 'info' | 'warn' | 'error'
const MAX_FILE = 2 * 2 ** 20

const write =
  (level: Level): Log['info'] =>
  (message, facts) => {
    try {
      electronLog[level](message, ...(facts ? [plain(facts)] : []))
    } catch {
      // Nobody is left to tell.
    }
  }

/** The seat's log: one file in the data folder and the one before it. A disk that takes no log stops nothing. */
export function openLog(): Log {
  electronLog.transports.file.resolvePathFn = () => logFile('main')
  electronLog.transports.file.maxSize = MAX_FILE
  electronLog.transports.file.level = 'info'
  electronLog.transports.console.level = app.isPackaged ? 'warn' : 'info'
  electronLog.transports.ipc.level = false
  const log: Log = { info: write('info'), warn: write('warn'), error: write('error') }
  process.on('uncaughtException', (error) => log.error('Uncaught', { error }))
  process.on('unhandledRejection', (error) => log.error('Unhandled', { error }))
  return log
}

const logFile = (name: string): string => join(app.getPath('userData'), 'logs', `${name}.log`)

/** The log and the one before it, the older first. */
export const logFiles = (): readonly string[] => [logFile('main.old'), logFile('main')]

const plain = (facts: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(facts, (_key, value: unknown) =>
    value instanceof Error ? { name: value.name, message: value.message, stack: value.stack } : value,
  )
