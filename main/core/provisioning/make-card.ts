import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { refuse, type Refusal } from '#contract/refusal.ts'
import { roomCard } from '#contract/room-card.ts'
import type { Settings } from '#contract/room.ts'
import { writeAside } from '#core/backup/write-aside.ts'
import { readMeta, writeMeta } from '#core/db/meta.ts'
import { onStick, type FilesService } from '#core/files/service.ts'
import type { Ground } from '#core/kernel/ground.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { whileWriting } from '#core/outside/stick-writer.ts'
import { codeOf, storageProblem, type StorageProblem } from '#core/kernel/storage-problem.ts'
import { CARD_FILE } from './find-card.ts'
import { fingerprintOf, signCard } from './signed-card.ts'

const DAY = 86_400_000

export interface CardWish {
  readonly place: string
  readonly seats: number
  /** 0 for no end. */
  readonly days: number
}

export interface MadeCard {
  readonly file: string
  readonly fingerprint: string
  readonly version: number
}

export interface MakeCardParts {
  readonly places: FilesService
  readonly settings: () => Settings
  /** Where this seat keeps its keys. */
  readonly keys: string
}

type CardGround = Pick<Ground, 'db' | 'clock' | 'log'>

/** Writes provisioning files of this room, signed by a key that never leaves this seat. */
export const createCardMaker =
  (ground: CardGround, parts: MakeCardParts) =>
  async (wish: CardWish): Promise<Result<MadeCard, Refusal>> => {
    const place = (await parts.places.places()).find(({ id }) => id === wish.place)
    const folder = await parts.places.folderOf(wish.place)
    if (place === undefined || folder === undefined) return err(refuse('no-place'))
    const made = await whileWriting(folder, async () => writeCard(ground, parts, wish, folder))
    if (made.ok) return made
    const { error } = made
    return err(refuse(onStick(place.kind, error)))
  }

function writeCard(
  { db, clock, log }: CardGround,
  { settings, keys }: MakeCardParts,
  { seats, days }: CardWish,
  folder: string,
): Result<MadeCard, StorageProblem | 'no-place'> {
  try {
    const { school, room, language, staffLanguage, ...policies } = settings()
    const version = Number(readMeta(db, 'room-card-version') ?? 0) + 1
    const { at } = clock.now()
    const card = roomCard.parse({
      kind: 'happy-home-room',
      format: 1,
      version,
      issuedAt: at,
      // An end that a wrong clock would set might be over before it begins.
      expiresAt: days === 0 || !clock.trusted() ? null : at + days * DAY,
      school,
      room,
      seats,
      language,
      staffLanguage,
      serverLine: null,
      policies,
      programs: [],
      holidays: [],
    })
    const key = signingKey(keys)
    writeAside(join(folder, CARD_FILE), signCard(card, key))
    writeMeta(db, 'room-card-version', String(version))
    const fingerprint = fingerprintOf(createPublicKey(key))
    log.info('A provisioning file was written', { version, fingerprint })
    return ok({ file: CARD_FILE, fingerprint, version })
  } catch (error) {
    const kind = storageProblem(error)
    if (kind) return err(kind)
    if (codeOf(error) === 'ENOENT') return err('no-place')
    throw error
  }
}

const FILE = 'provisioning.key'

function signingKey(folder: string): KeyObject {
  const path = join(folder, FILE)
  try {
    return createPrivateKey(readFileSync(path, 'utf8'))
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  const { privateKey } = generateKeyPairSync('ed25519')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeAside(path, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
  return privateKey
}
