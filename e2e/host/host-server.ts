import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { makeCodec } from './codec.ts'
import { allowConnect, headerToApp, headerToPage, toApp } from './scheme.ts'

type Handler = (request: Request) => Response | Promise<Response>
type Question = (targetId: string, content: unknown) => unknown

/** Handlers of the app's own schemes. */
export const schemeHandlers = new Map<string, Handler>()
/** Answers to the pages' synchronous questions, by name: `sync`, `open`, `input`. */
export const questions = new Map<string, Question>()

const codec = makeCodec()
const secret = randomBytes(16).toString('hex')
const questionPath = /^\/__([0-9a-f]{32})\/([0-9A-F]+)\/([a-z]+)$/i

/** Where a page asks its synchronous questions; nobody else knows the path. */
export const hostPathFor = (targetId: string): string => `/__${secret}/${targetId}/`

async function answerQuestion(incoming: IncomingMessage, response: ServerResponse, path: RegExpExecArray) {
  const [, key, targetId = '', name = ''] = path
  const question = questions.get(name)
  if (key !== secret || !question) return void response.writeHead(404).end()
  const body = Buffer.concat(await incoming.toArray()).toString()
  if (name === 'open') {
    question(targetId, JSON.parse(body))
    return void response.end()
  }
  return void response.end(codec.encode(question(targetId, codec.decode(body))))
}

function toRequest(incoming: IncomingMessage, url: string): Request {
  const { host: _host, ...others } = incoming.headers
  const headers = Object.entries(others).map(([name, value]): [string, string] => [
    name,
    headerToApp(String(value)),
  ])
  const method = incoming.method ?? 'GET'
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
  const body = Readable.toWeb(incoming) as unknown as BodyInit
  return new Request(url, { method, headers, body, duplex: 'half' } as RequestInit)
}

function toHeaders(response: Response, host: string): Record<string, string> {
  const entries = [...response.headers].map(([name, value]): [string, string] => {
    const text = headerToPage(value)
    return name === 'content-security-policy'
      ? [name, allowConnect(text, `http://${host}/__${secret}/`)]
      : [name, text]
  })
  return Object.fromEntries(entries)
}

async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = questionPath.exec(incoming.url ?? '')
  if (path) return answerQuestion(incoming, response, path)
  const host = incoming.headers.host ?? ''
  const page = `http://${host}${incoming.url}`
  const url = toApp(page)
  const handler = schemeHandlers.get(url.slice(0, url.indexOf(':')))
  if (url === page || !handler) return void response.writeHead(502).end()
  const answer = await handler(toRequest(incoming, url))
  response.writeHead(answer.status, toHeaders(answer, host))
  if (!answer.body) return void response.end()
  const body = Readable.fromWeb(answer.body as ReadableStream)
  body.on('error', () => response.destroy())
  response.on('close', () => body.destroy())
  body.pipe(response)
  return undefined
}

/** Starts the loopback server behind the app's schemes; gives its port. */
export async function startServer(): Promise<number> {
  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error: unknown) => {
      console.error('[stand-in] protocol handler:', error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  server.unref()
  return (server.address() as AddressInfo).port
}
