import { pick, shuffled, type Random } from '../random-rules.ts'
import { strongPassword, weakPassword } from './password-rules.ts'

/**
 * The order in which a child meets danger: what frightens, who asks, then its own password, then who wants its money. The grade
 * is the one from which it is told; a younger child that is quick meets it, too.
 */
export const levels = [
  { id: 'fright', grade: 1 },
  { id: 'stranger', grade: 1 },
  { id: 'password', grade: 3 },
  { id: 'scam', grade: 4 },
] as const
export type Danger = (typeof levels)[number]['id']

/** What is told; its words are `story.<id>`, its pictures the window's. */
export const stories = {
  fright: ['scary-picture', 'scary-video', 'bad-words', 'fight', 'threat', 'loud'],
  stranger: ['never-tell', 'may-tell'],
  password: ['strong', 'who'],
  scam: ['prize', 'skin', 'red-packet', 'new-number', 'code', 'likes', 'locked', 'lend'],
} as const satisfies Readonly<Record<Danger, readonly string[]>>
export type Story = (typeof stories)[Danger][number]

/** What may be done or said, by what it is: a wrong one has words that say why (`why.<id>`). */
const right = {
  fright: ['close', 'tell', 'call-teacher'],
  scam: ['close', 'tell', 'ask-teacher'],
} as const
const wrong = {
  fright: ['look-on', 'secret', 'send-on', 'answer-back'],
  scam: ['tap', 'give-money', 'give-code', 'secret', 'send-on'],
} as const
/** What somebody unknown may never be told, and what is harmless. */
export const secrets = [
  'school',
  'address',
  'phone',
  'photo',
  'password',
  'alone',
  'meet',
  'mum-number',
] as const
export const harmless = ['animal', 'food', 'weather', 'book', 'song', 'colour'] as const
/** To whom a password may be told, and to whom not. */
export const trusted = ['mum', 'granny'] as const
export const others = ['best-friend', 'classmate', 'gamer', 'caller'] as const

export interface Told {
  readonly story: Story
  /** Ids of what can be chosen; passwords stand for themselves. */
  readonly choices: readonly string[]
  /** The place of the one right choice. */
  readonly right: number
}

const some = <T>(from: readonly T[], count: number, random: Random): readonly T[] =>
  shuffled(from, random).slice(0, count)

function told(story: Story, one: string, wrongs: readonly string[], random: Random): Told {
  const choices = shuffled([one, ...wrongs], random)
  return { story, choices, right: choices.indexOf(one) }
}

/** A story of a danger, with one thing that helps among others that do not. */
export function tellStory(danger: Danger, random: Random): Told {
  switch (danger) {
    case 'fright': {
      const story = pick(stories.fright, random) ?? 'scary-picture'
      return told(story, pick(right.fright, random) ?? 'tell', some(wrong.fright, 2, random), random)
    }
    case 'stranger': {
      const story = pick(stories.stranger, random) ?? 'never-tell'
      const [ones, rest] = story === 'never-tell' ? [secrets, harmless] : [harmless, secrets]
      return told(story, pick(ones, random) ?? 'photo', some(rest, 3, random), random)
    }
    case 'password': {
      const story = pick(stories.password, random) ?? 'strong'
      if (story === 'who') return told(story, pick(trusted, random) ?? 'mum', some(others, 3, random), random)
      const weak = new Set<string>()
      while (weak.size < 3) weak.add(weakPassword(random))
      return told(story, strongPassword(random), [...weak], random)
    }
    case 'scam': {
      const story = pick(stories.scam, random) ?? 'prize'
      // Mum's “new number” is asked at the number that is known.
      const one = story === 'new-number' ? 'call-known' : (pick(right.scam, random) ?? 'tell')
      return told(story, one, some(wrong.scam, 3, random), random)
    }
  }
}

const known: Readonly<
  Record<
    Exclude<Danger, 'password'>,
    {
      readonly right: (story: Story) => readonly string[]
      readonly wrong: (story: Story) => readonly string[]
    }
  >
> = {
  fright: { right: () => right.fright, wrong: () => wrong.fright },
  scam: { right: (story) => (story === 'new-number' ? ['call-known'] : right.scam), wrong: () => wrong.scam },
  stranger: {
    right: (story) => (story === 'never-tell' ? secrets : harmless),
    wrong: (story) => (story === 'never-tell' ? harmless : secrets),
  },
}

/** Whether of the choices of a story exactly the one is right that is said to be. */
export function isSound(
  danger: Danger,
  { story, choices, right: at }: Told,
  isStrong: (password: string) => boolean,
): boolean {
  const fits = (choice: string): 'right' | 'wrong' | 'unknown' => {
    if (danger === 'password' && story === 'strong') return isStrong(choice) ? 'right' : 'wrong'
    const { right: rights, wrong: wrongs } =
      danger === 'password'
        ? { right: trusted, wrong: others }
        : { right: known[danger].right(story), wrong: known[danger].wrong(story) }
    const among = (list: readonly string[]) => list.includes(choice)
    return among(rights) ? 'right' : among(wrongs) ? 'wrong' : 'unknown'
  }
  return (
    new Set(choices).size === choices.length &&
    choices.every((choice, index) => fits(choice) === (index === at ? 'right' : 'wrong'))
  )
}
