import type { Page } from '@playwright/test'
import { crc32, deflateSync } from 'node:zlib'
import { newId } from '#core/kernel/ids.ts'
import { exampleDrawing, exampleText } from '#core/example/drawings.ts'
import { drawerNames, stickerDrawers } from '../../renderer/paper/stickers.ts'
import { clockFrom, within } from '../tour/rooms.ts'

/** What the figures of the diary name. */
export const thick = { pages: 2000, points: 20_000, stickers: 60, photos: 10 } as const

const dayMs = 86_400_000
const pointsEach = 200

/** Gives a child of a prepared room so many pages, two on most days until yesterday, each drawn, written and with its small picture. */
export async function thicken(room: string, name: string): Promise<void> {
  const began = Date.now()
  await within(room, clockFrom(began), async (services, { db }) => {
    const child = services.children.list().find((row) => row.name === name)
    if (!child) throw new Error(`No child is called ${name}`)
    const writer = { childId: child.id, sessionId: newId() }
    const image = smallPicture()
    for (let number = 0; number < thick.pages; number += 1) {
      const begun = services.diary.begin(child.id)
      if (!begun.ok) throw new Error(begun.error.code)
      const page = begun.value.id
      for (const step of exampleDrawing(Math.random, newId)) services.diary.put(writer, page, step)
      services.diary.put(writer, page, { id: newId(), kind: 'text', text: exampleText(Math.random) })
      const kept = await services.diary.keepThumbnail(child.id, page, image)
      if (!kept.ok) throw new Error(kept.error.code)
      const at = began - (1 + (number % 1000)) * dayMs
      db.run('UPDATE diary_page SET day = ?, started_at = ?, trusted = 1 WHERE id = ?', [
        new Date(at).toISOString().slice(0, 10),
        at,
        page,
      ])
    }
    services.diary.settle()
  })
}

const chunk = (kind: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(kind), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A PNG of 320 × 320 that does not compress to nothing. */
function smallPicture(): Uint8Array<ArrayBuffer> {
  const side = 320
  const rows = Buffer.alloc(side * (side * 3 + 1))
  for (let at = 0; at < rows.length; at += 1)
    rows[at] = at % (side * 3 + 1) === 0 ? 0 : (at * 7 + ((at * at) >> 9)) & 0xf8
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const png = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return new Uint8Array(png)
}

interface House {
  readonly house: {
    call(
      name: string,
      input: unknown,
    ): Promise<{ ok: boolean; value: { id: string }; error?: { code: string } }>
  }
}

/** The child that sits there makes the largest page that the figures name, photographs of 1280 × 960 among it. Answers its id. */
export async function makeLargePage(page: Page): Promise<string> {
  const names = drawerNames.flatMap((drawer) => stickerDrawers[drawer])
  const strokes = Array.from({ length: thick.points / pointsEach }, (_none, number) => scribble(number))
  const stickers = Array.from({ length: thick.stickers }, (_none, at) => names[(at * 7) % names.length])
  return page.evaluate(
    async ({ drawn, stuck, photos }) => {
      const { house } = window as unknown as House
      const ask = async (name: string, input?: unknown) => {
        const answer = await house.call(name, input)
        if (!answer.ok) throw new Error(`${name}: ${answer.error?.code}`)
        return answer.value
      }
      // oxlint-disable-next-line unicorn/consistent-function-scoping -- runs in the page, where nothing else is
      const id = () => {
        const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (one) =>
          one.toString(16).padStart(2, '0'),
        ).join('')
        return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
      }
      const { id: diaryPage } = await ask('diary.begin')
      const put = (step: object) => ask('diary.put', { page: diaryPage, step: { id: id(), ...step } })
      for (let number = 0; number < photos; number += 1) {
        const canvas = document.createElement('canvas')
        canvas.width = 1280
        canvas.height = 960
        const ground = canvas.getContext('2d')
        if (!ground) throw new Error('no canvas')
        for (let patch = 0; patch < 4000; patch += 1) {
          ground.fillStyle = `hsl(${(patch * 37 + number * 50) % 360} 60% ${30 + (patch % 50)}%)`
          ground.fillRect((patch * 331) % 1280, (patch * 197) % 960, 20 + (patch % 60), 12 + (patch % 37))
        }
        const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.86))
        if (!blob) throw new Error('no photograph')
        const media = id()
        const thing = { kind: 'photo', media }
        const at = {
          x: 200 + (number % 5) * 330,
          y: 250 + Math.floor(number / 5) * 450,
          size: 360,
          turn: 356,
        }
        const step = { id: id(), kind: 'item', sheet: 0, item: id(), thing, at }
        await ask('diaryMedia.begin', { page: diaryPage, step })
        await ask('diaryMedia.append', { media, piece: 0, bytes: new Uint8Array(await blob.arrayBuffer()) })
        await ask('diaryMedia.finish', { media, seconds: 0 })
        await put(step)
      }
      for (const stroke of drawn) await put(stroke)
      for (const [number, name] of stuck.entries())
        await put({
          kind: 'item',
          sheet: 0,
          item: id(),
          thing: { kind: 'sticker', name },
          at: { x: 60 + (number % 12) * 148, y: 100 + Math.floor(number / 12) * 195, size: 190, turn: 0 },
        })
      return diaryPage
    },
    { drawn: strokes, stuck: stickers, photos: thick.photos },
  )
}

/** A line that wanders over the sheet as a busy hand's. */
function scribble(number: number) {
  const points = Array.from({ length: pointsEach }, (_none, at) => {
    const turn = at / 9 + number
    const x = 880 + 700 * Math.sin(turn * 0.31 + number) + 60 * Math.sin(turn * 2)
    const y = 500 + 380 * Math.cos(turn * 0.23 + number * 2) + 60 * Math.cos(turn * 2)
    return [
      Math.round(x * 10) / 10,
      Math.round(y * 10) / 10,
      Math.round((0.45 + 0.2 * Math.sin(at)) * 100) / 100,
    ]
  }).flat()
  const tool = number % 9 === 8 ? 'rubber' : number % 3 === 0 ? 'brush' : 'pen'
  return { kind: 'stroke', sheet: 0, tool, colour: number % 12, size: tool === 'pen' ? 12 : 32, points }
}
