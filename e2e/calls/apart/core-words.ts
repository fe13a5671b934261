/** What the process of the engines is told at its start. */
export interface CoreOrder {
  readonly folder: string
  readonly domain: string
  readonly origin: string
  readonly address: string
  readonly relayAddress: string
  readonly tls: { readonly certificate: string; readonly key: string }
  /** Pairs `from>to` that may call. */
  readonly allowed: readonly string[]
}

export type CoreQuestion = 'pids' | 'missed' | 'stop'

export interface CoreStart {
  readonly proxyUrl: string
  readonly relayUrls: readonly string[]
  readonly secret: string
}

export type CoreAnswer =
  | CoreStart
  | { readonly pids: Readonly<Record<string, number | undefined>> }
  | { readonly missed: readonly string[] }
