import type { CallEnd, CallLine, TalkWay } from '#contract/calls.ts'
import { openReadable } from '../db/open.ts'
import { csvOf, type Cell } from '../usage/csv-rules.ts'
import { linkWord, type LinkWord } from './call-quality-rules.ts'
import { linesOf, type WhoseCalls } from './call-store.ts'

/** The words of the table, in the language of staff; core has none of its own. */
export interface CallLogWords {
  /** Titles, in the order of the columns. */
  readonly day: string
  readonly time: string
  readonly clock: string
  readonly class: string
  readonly child: string
  readonly with: string
  readonly direction: string
  readonly way: string
  readonly rang: string
  readonly talked: string
  readonly end: string
  readonly link: string
  readonly loss: string
  readonly concealed: string
  readonly roundTrip: string
  readonly cut: string
  readonly frameAge: string
  /** What stands in the cells. */
  readonly wrong: string
  readonly directions: Readonly<Record<CallLine['direction'], string>>
  readonly ways: Readonly<Record<TalkWay, string>>
  readonly ends: Readonly<Record<CallEnd, string>>
  readonly links: Readonly<Record<LinkWord, string>>
}

export interface CallLogCsvInput {
  readonly path: string
  readonly whose: WhoseCalls
  readonly words: CallLogWords
  /** Minutes east of UTC. */
  readonly offset: number
}

/** Rows read at once: a school's years stay small in memory. */
const AT_ONCE = 2000

/**
 * The log of calls (C12) as CSV text for Excel and WPS, read through a connection of its own: made to run in a worker.
 * Throws where the database cannot be read.
 */
export function callLogCsv({ path, whose, words, offset }: CallLogCsvInput): string {
  const db = openReadable(path)
  try {
    return db.snapshot(() => {
      const cells: (readonly Cell[])[] = [titlesOf(words)]
      for (let from = 0; ; from += AT_ONCE) {
        const lines = linesOf(db, whose, { count: AT_ONCE, from })
        for (const line of lines) cells.push(cellsOf(line, words, offset))
        if (lines.length < AT_ONCE) return csvOf(cells)
      }
    })
  } finally {
    db.close()
  }
}

const titlesOf = (words: CallLogWords): readonly Cell[] => [
  words.day,
  words.time,
  words.clock,
  words.class,
  words.child,
  words.with,
  words.direction,
  words.way,
  words.rang,
  words.talked,
  words.end,
  words.link,
  words.loss,
  words.concealed,
  words.roundTrip,
  words.cut,
  words.frameAge,
]

function cellsOf(line: CallLine, words: CallLogWords, offset: number): readonly Cell[] {
  const local = new Date(line.at + offset * 60_000).toISOString()
  const { quality } = line
  const link = linkWord(line)
  return [
    ...(line.clockWrong ? [null, null, words.wrong] : [local.slice(0, 10), local.slice(11, 16), null]),
    line.classLabel,
    line.childName,
    line.called,
    words.directions[line.direction],
    words.ways[line.way],
    seconds(line.ringingMs),
    seconds(line.lengthMs),
    words.ends[line.end],
    link && words.links[link],
    quality && percent(quality.lossShare),
    quality && percent(quality.concealedShare),
    quality && quality.roundTripMs,
    quality && seconds(quality.longestCutMs),
    quality && quality.worstFrameAgeMs,
  ]
}

const seconds = (ms: number): number => Math.round(ms / 1000)
const percent = (share: number): number => Math.round(share * 1000) / 10
