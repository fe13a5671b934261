import { z } from 'zod'
import type { Purpose } from './wire.ts'
import { audited, method, pupil, staff } from './define.ts'
import {
  animals,
  id,
  passwordPictures,
  tones,
  type ClassRow,
  type Face,
  type PasswordPicture,
} from './people.ts'

// Forty characters as people count them: 𠮷 is one.
const name = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .refine((text) => Array.from(text).length <= 40)
/** In any form that `checkReading` takes; null: as the dictionary reads the name; left out: as it was, while the name stays. */
const reading = z.string().trim().max(160).nullable().optional()
/** 'any' a child of 5 to 19 could have been born on, or not known. */
const birthday = z.iso.date().nullable()

/** A tile of “who are you” (H1). */
export interface FaceTile {
  readonly id: string
  readonly name: string
  /** “lín xiǎoyǔ”, or empty where the characters are not known. */
  readonly pinyin: string
  /** A to Z or '#'. */
  readonly letter: string
  readonly classId: string
  readonly grade: number
  readonly face: Face
  /** Sits at another seat right now. */
  readonly elsewhere: boolean
  /** Somebody left a message: a lantern. Not who, not what, not how many. */
  readonly message: boolean
}

export interface ChildRow {
  readonly id: string
  readonly name: string
  readonly pinyin: string
  /** What staff put right: `xiǎn xiǎo míng`; null where the dictionary reads the name. */
  readonly reading: string | null
  /** Syllables without tones, `xian xiao ming`, ü as v; empty for a name without Chinese characters. */
  readonly spelt: string
  readonly classId: string
  readonly classLabel: string
  readonly number: string | null
  readonly birthday: string | null
  readonly face: Face
  readonly pictures: boolean
  /** UTC ms; null for never. */
  readonly lastSessionAt: number | 'not-known' | null
}

/** One line of a file that was not taken as it stands; words: `import.problem.<code>`. */
export interface LineProblem {
  /** Of a block of columns beside the first one a number of its own (`lineAt`). */
  readonly line: number
  readonly code: string
  readonly value: string
  /** The child is taken all the same, without this value. */
  readonly taken: boolean
  /** The whole line as it can be read, where it was left out. */
  readonly text?: string
}

/** What was done with many lines alike; words: `import.note.<code>`. */
export interface ImportNote {
  readonly code: string
  readonly value: string
  readonly count: number
}

/** What a line of a list, or the room, says of one child. */
export interface ListedSide {
  readonly name: string
  readonly classLabel: string
  readonly number: string | null
  readonly birthday: string | null
  readonly guardians: readonly {
    readonly name: string
    readonly relation: string
    /** E.164. */
    readonly phones: readonly string[]
  }[]
}

/** A line that only a person can decide; why: `import.why.<code>`. */
export interface ImportQuestion extends ListedSide {
  readonly line: number
  readonly why: string
  /** Whose record it may be, the likeliest first. */
  readonly candidates: readonly (ListedSide & {
    readonly id: string
    /** No longer in the room. */
    readonly left: boolean
    /** The line of this list that surely is this child: then this one is not. */
    readonly line: number | null
  })[]
  /** Other lines of the list that bear the same number or say the same. */
  readonly lines: readonly (ListedSide & { readonly line: number })[]
  /** What becomes of the number when the line is a new child: it has none, it is kept, or another child gives it back. */
  readonly newNumber: { readonly as: 'none' | 'kept' | 'moves'; readonly from: string | null }
}

export interface ImportPreview {
  /** Stands for the parsed file, kept in main for ten minutes. */
  readonly token: string
  readonly encoding: string
  readonly delimiter: string
  readonly create: readonly { line: number; name: string; classLabel: string }[]
  readonly update: readonly { line: number; name: string; classLabel: string; changes: readonly string[] }[]
  readonly unchanged: number
  readonly questions: readonly ImportQuestion[]
  /** Lines whose number is a place in a register and was not taken. */
  readonly places: number
  /** Lines that hold anything, the heading not counted: those above, the questions, and the problems that are not taken. */
  readonly lines: number
  readonly notes: readonly ImportNote[]
  readonly problems: readonly LineProblem[]
  readonly unusedColumns: readonly string[]
}

/** What was done under one record. */
export interface MergeSum {
  readonly sessions: number
  readonly calls: number
  readonly pages: number
  readonly answers: number
  readonly mistakes: number
  readonly messages: number
}

/** What a person may choose of two records that become one; the name brings its reading. */
const mergeFields = ['name', 'class', 'number', 'birthday', 'face', 'pictures'] as const
export type MergeField = (typeof mergeFields)[number]

/** One of two records that may be one child. */
export interface MergeSide {
  readonly id: string
  readonly name: string
  readonly classLabel: string
  readonly number: string | null
  readonly birthday: string | null
  readonly pinyin: string
  readonly face: Face
  readonly pictures: boolean
  readonly sum: MergeSum
  /** Each with what holds for them: a merge gives nobody more. */
  readonly relatives: readonly {
    readonly id: string
    readonly name: string
    readonly relation: string
    readonly agreed: readonly Purpose[]
  }[]
}

/** Two records that staff made one. */
export interface ChildMerge {
  readonly id: string
  /** UTC ms; null where it is not known. */
  readonly at: number | null
  /** Names as they stand. */
  readonly kept: string
  readonly gone: string
  readonly keptId: string
  readonly goneId: string
  /** Written since for the surviving record: it stays there when the two are taken apart. */
  readonly since: MergeSum
}

/** What speaks for it that two records of one name are one child. */
export type PairWitness = 'birthday' | 'number' | 'class'

/** One of two records of one name, to tell them apart by. */
export interface PairSide {
  readonly id: string
  readonly name: string
  readonly classLabel: string
  readonly number: string | null
  readonly birthday: string | null
}

/** Two records that may be one child, the older first. */
export interface ChildPair {
  readonly children: readonly [PairSide, PairSide]
  readonly why: readonly PairWitness[]
}

/** Somebody whom a typed child may be confused with. */
export interface AlikeChild extends ListedSide {
  readonly id: string
  readonly left: boolean
}

/** What staff type of a child. */
const typed = {
  name,
  classLabel: z.string().trim().min(1).max(20),
  number: z.string().trim().max(30).nullable(),
  birthday,
  reading,
}
const line = z.int().min(1).max(1_000_000_000)
/** A token, and what staff decided of the questions; a question without a decision is left out. */
const applied = z.strictObject({
  token: id,
  decisions: z
    .array(
      z.union([
        z.strictObject({ line, choice: z.enum(['new', 'leave']) }),
        z.strictObject({ line, choice: z.literal('same'), childId: id }),
      ]),
    )
    .max(5000)
    .optional(),
})

export const childrenMethods = {
  faces: method(pupil, z.void()).answers<readonly FaceTile[]>(),
  classesForPupils: method(pupil, z.void()).answers<readonly ClassRow[]>(),
  classes: method(staff('coordinator', 'teacher', 'social-worker'), z.void()).answers<readonly ClassRow[]>(),
  list: method(staff('coordinator', 'teacher', 'social-worker'), z.void()).answers<readonly ChildRow[]>(),
  /** Whom what was typed may be confused with: who bears the number, and who left the room under this name. */
  alike: method(
    staff('coordinator', 'teacher', 'social-worker'),
    z.strictObject({ ...typed, id: id.optional() }),
  ).answers<readonly AlikeChild[]>(),
  /** Refuses with `child-known` where somebody is `alike` and nobody decided: a new child, or the one who comes back. */
  add: method(
    audited('coordinator', 'teacher', 'social-worker'),
    z.strictObject({ ...typed, decided: z.union([z.literal('new'), id]).optional() }),
  ).answers<{ id: string }>(),
  /** Refuses with `child-known` where another child bears the number, until staff say that it moves. */
  change: method(
    audited('coordinator', 'teacher', 'social-worker'),
    z.strictObject({ ...typed, id, decided: z.literal('moves').optional() }),
  ).answers<void>(),
  /** Takes a child off the list of faces; what was done stays in the log. */
  remove: method(audited('coordinator'), z.strictObject({ id })).answers<void>(),
  setAvatar: method(
    audited('coordinator', 'teacher', 'social-worker'),
    z.strictObject({ id, animal: z.enum(animals), tone: z.enum(tones) }),
  ).answers<void>(),
  /** A JPEG, PNG or WebP of at most 1 MB, square; `null` takes the photograph away. */
  setPhoto: method(
    audited('coordinator', 'teacher', 'social-worker'),
    z.strictObject({ id, image: z.instanceof(Uint8Array).nullable() }),
  ).answers<void>(),
  showPictures: method(audited('coordinator', 'teacher', 'social-worker'), z.strictObject({ id })).answers<
    readonly PasswordPicture[]
  >(),
  /** Sets a picture password; `null` turns it off, `'new'` draws one. Answers what holds now. */
  setPictures: method(
    audited('coordinator', 'teacher', 'social-worker'),
    z.strictObject({
      id,
      pictures: z.union([
        z.tuple([z.enum(passwordPictures), z.enum(passwordPictures), z.enum(passwordPictures)]),
        z.literal('new'),
        z.null(),
      ]),
    }),
  ).answers<readonly PasswordPicture[] | null>(),
  /** Two records that are one child: what stands on either side and what would go together. */
  mergePreview: method(audited('coordinator', 'teacher'), z.strictObject({ kept: id, gone: id })).answers<{
    readonly kept: MergeSide
    readonly gone: MergeSide
    /** Mistakes that stand in both books: one each afterwards. */
    readonly sameMistakes: number
    /** Fields in which they differ: each may be chosen. */
    readonly differ: readonly MergeField[]
  }>(),
  /**
   * `take`: fields that come from the record that is merged in; all others stay as `kept` has them. Refuses with `child-sits` while one
   * of them has a turn, at this seat or another.
   */
  merge: method(
    audited('coordinator', 'teacher'),
    z.strictObject({
      kept: id,
      gone: id,
      take: z.array(z.enum(mergeFields)).max(mergeFields.length).optional(),
    }),
  ).answers<{ id: string }>(),
  /** Who may stand in the room twice: the same name, and birthday, number or class. */
  likelyPairs: method(staff('coordinator', 'teacher'), z.void()).answers<readonly ChildPair[]>(),
  /** These two are not one child: the pair is not shown again. */
  tellApart: method(
    audited('coordinator', 'teacher'),
    z.strictObject({ one: id, other: id }),
  ).answers<void>(),
  merges: method(staff('coordinator', 'teacher'), z.void()).answers<readonly ChildMerge[]>(),
  /** Takes a merge apart: all goes back where it was written, and what was written since stays with the survivor. */
  unmerge: method(audited('coordinator', 'teacher'), z.strictObject({ id })).answers<void>(),
  /** Reads a class list (CSV, at most 50 MB) and says what it would do. Changes nothing. */
  previewImport: method(
    audited('coordinator', 'teacher'),
    z.strictObject({ file: z.instanceof(Uint8Array) }),
  ).answers<ImportPreview>(),
  applyImport: method(audited('coordinator', 'teacher'), applied).answers<{
    readonly created: number
    readonly updated: number
    /** Lines that were another matter by the time they were written: the room had changed. */
    readonly skipped: number
  }>(),
  stopImport: method(staff('coordinator', 'teacher'), z.strictObject({ token: id })).answers<void>(),
}
