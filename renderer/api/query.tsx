import {
  QueryClient,
  QueryClientProvider,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useEffect, useEffectEvent, type ReactNode } from 'react'
import type { AnswerOf, EventName, Events, InputOf, MethodName } from '#contract/index.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { RoomLook } from '#contract/room.ts'
import { ask, hear, refusalIn, type Said } from './house.ts'

/**
 * Main is this machine: asking it does not depend on a network, a refusal does not go away by asking again,
 * and an answer gets old only when something happens (`useEvent`, `useDo`'s `stale`).
 */
export function createClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

export function Asking({ client, children }: { readonly client: QueryClient; readonly children: ReactNode }) {
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}

export interface Asked<T> {
  readonly value: T | undefined
  readonly refusal: Refusal | undefined
  /** True until the first answer or refusal. */
  readonly waiting: boolean
  readonly again: () => void
}

export interface AskOptions {
  /** false: do not ask yet. */
  readonly when?: boolean
  /** Ask again every so many ms. */
  readonly every?: number
  /** Ask on each showing, not only when something said the answer got old. */
  readonly fresh?: boolean
}

/** The key under which an answer is kept; the method's name alone stands for all its inputs. */
function keyOf(name: MethodName, input?: unknown): readonly unknown[] {
  return input === undefined ? [name] : [name, input]
}

type Ahead = 'children.faces' | 'children.classesForPupils' | 'sessions.waiting' | 'calls.lamps'

/** How long an answer that was asked for ahead waits for the page that shows it, ms; a `fresh` one is not kept longer. */
const waits = 2000

/** Asks before anything on the page does; resolves when the answers are there. */
export async function askAhead(client: QueryClient, ...names: readonly Ahead[]): Promise<void> {
  await Promise.all(
    names.map((name) =>
      client.prefetchQuery({
        queryKey: keyOf(name),
        queryFn: async () => (await ask(name)) ?? null,
        gcTime: waits,
      }),
    ),
  )
}

/** The question of `useAnswer`. */
export const questionOf = <N extends MethodName>(name: N, input: InputOf<N>, options: AskOptions = {}) =>
  queryOptions<AnswerOf<N>>({
    queryKey: keyOf(name, input),
    // A method that answers nothing answers undefined, which a query may not hold.
    queryFn: async () => ((await ask(name, ...([input] as unknown as Said<N>))) ?? null) as AnswerOf<N>,
    enabled: options.when ?? true,
    ...(options.every === undefined ? {} : { refetchInterval: options.every }),
    ...(options.fresh ? { staleTime: 0, gcTime: 0 } : {}),
  })

/** Asks a method that only reads and keeps its answer. */
export function useAnswer<N extends MethodName>(
  name: N,
  input: InputOf<N>,
  options: AskOptions = {},
): Asked<AnswerOf<N>> {
  const client = useQueryClient()
  const query = useQuery(questionOf(name, input, options))
  return {
    value: query.data,
    refusal: query.error ? refusalIn(query.error) : undefined,
    waiting: query.isPending,
    again: () => void askAnew(client, keyOf(name, input)),
  }
}

export interface Done<N extends MethodName> {
  /** Does it and forgets; what came of it is in the fields. */
  readonly go: (...said: Said<N>) => void
  /** Does it and waits: throws `Refused`. */
  readonly wait: (...said: Said<N>) => Promise<AnswerOf<N>>
  readonly busy: boolean
  readonly value: AnswerOf<N> | undefined
  readonly refusal: Refusal | undefined
  readonly reset: () => void
}

export interface DoOptions<N extends MethodName> {
  /** Methods whose answers are old now. */
  readonly stale?: readonly MethodName[]
  readonly done?: (answer: AnswerOf<N>, input: InputOf<N>) => void
  readonly refused?: (refusal: Refusal, input: InputOf<N>) => void
}

/** A method that changes something. */
export function useDo<N extends MethodName>(name: N, options: DoOptions<N> = {}): Done<N> {
  const client = useQueryClient()
  const mutation = useMutation<AnswerOf<N>, Error, InputOf<N>>({
    mutationFn: (input) => ask(name, ...([input] as unknown as Said<N>)),
    onSuccess: async (answer, input) => {
      options.done?.(answer, input)
      await Promise.all((options.stale ?? []).map((stale) => askAnew(client, keyOf(stale))))
    },
    onError: (error, input) => options.refused?.(refusalIn(error), input),
  })
  return {
    go: (...said) => mutation.mutate(said[0] as InputOf<N>),
    wait: (...said) => mutation.mutateAsync(said[0] as InputOf<N>),
    busy: mutation.isPending,
    value: mutation.data,
    refusal: mutation.error ? refusalIn(mutation.error) : undefined,
    reset: mutation.reset,
  }
}

/** Hears an event while the component lives. */
export function useEvent<E extends EventName>(event: E, listener: (value: Events[E]) => void): void {
  const listen = useEffectEvent(listener)
  useEffect(() => hear(event, (value) => listen(value)), [event])
}

/** What is under way was asked before something happened, and would come as a new answer to an old question. */
function drop(client: QueryClient, queryKey: readonly unknown[]): void {
  void client.cancelQueries({ queryKey })
}

function askAnew(client: QueryClient, queryKey: readonly unknown[]): Promise<void> {
  drop(client, queryKey)
  return client.invalidateQueries({ queryKey })
}

/** Forgets the answers of these methods, so that they are asked again: at once where a page shows them, else by the next that does. */
export function forget(client: QueryClient, ...names: readonly MethodName[]): void {
  for (const name of names) void askAnew(client, keyOf(name))
}

export function useForget(): (...names: readonly MethodName[]) => void {
  const client = useQueryClient()
  return (...names) => forget(client, ...names)
}

/** Puts an answer in place that came by another way (an event). */
function know<N extends MethodName>(client: QueryClient, name: N, value: AnswerOf<N>): void {
  drop(client, keyOf(name))
  client.setQueryData(keyOf(name), value)
}

export function useKnow(): <N extends MethodName>(name: N, value: AnswerOf<N>) => void {
  const client = useQueryClient()
  return (name, value) => know(client, name, value)
}

/**
 * How the room looks, for a window that starts. What changes is heard first, then it is asked: what is changed while a page
 * loads is not lost, and `room.look` is true as long as the window lives.
 */
export async function roomLook(client: QueryClient): Promise<RoomLook | undefined> {
  hear('room.changed', (look) => know(client, 'room.look', look))
  const question = questionOf('room.look', undefined)
  await client.prefetchQuery(question)
  return client.getQueryData<RoomLook>(question.queryKey)
}
