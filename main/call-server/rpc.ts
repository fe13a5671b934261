export interface RpcQuestion {
  readonly method: string
  readonly params?: readonly unknown[] | undefined
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/**
 * Asks Kamailio by JSON-RPC over HTTP (modules jsonrpcs and xhttp). Each question has a connection of its own: Kamailio closes
 * one that waits, and what is asked on it at that moment is lost. Rejects as `fetch` does.
 */
export const askRpc = (
  url: string | URL,
  { method, params, headers, signal }: RpcQuestion,
): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close', ...headers },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, ...(params && params.length > 0 && { params }) }),
    ...(signal && { signal }),
  })
