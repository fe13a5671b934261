import type { Story, ThingName } from '../word-problems/story-rules.ts'
import { expressions } from './expression-rules.ts'
import type { twoStep } from './structure-rules.ts'

type TwoStep = Story<keyof typeof twoStep | keyof typeof expressions>

const owned: readonly ThingName[] = ['apple', 'tangerine', 'book', 'pencil', 'crayon', 'kite']
const harvest: readonly ThingName[] = ['apple', 'tangerine', 'watermelon', 'potato']
const sold: readonly ThingName[] = ['book', 'pencil', 'kite', 'football', 'umbrella', 'crayon']

const tell = (
  id: keyof typeof twoStep,
  sentences: TwoStep['sentences'],
  about: readonly ThingName[],
  unit: TwoStep['unit'] = 'thing',
): TwoStep => ({ id, structure: id, sentences, things: about, unit })

/** Expressions, with and without brackets; told with nothing but their signs. */
const written = Object.keys(expressions) as (keyof typeof expressions)[]

export const stories: readonly TwoStep[] = [
  tell('left-more', 4, ['apple'], 'person'),
  tell('groups-left', 4, harvest),
  tell('groups-more', 3, harvest),
  tell('sum-share', 4, harvest),
  tell('left-share', 4, owned),
  tell('change', 3, sold, 'yuan'),
  { ...tell('change-tenths', 3, ['pencil', 'crayon', 'kite'], 'yuan'), tenths: [2] },
  tell('more-total', 3, owned),
  tell('times-total', 3, owned),
  tell('per-one', 3, sold, 'yuan'),
  tell('regroup', 4, ['tree', 'sunflower'], 'row'),
  tell('meet', 4, ['tree'], 'metre'),
  tell('fraction-left', 3, ['book', 'letter']),
  tell('percent-off', 3, ['kite', 'football', 'umbrella', 'book'], 'yuan'),
  ...written.map((id): TwoStep => ({ id, structure: id, sentences: 1, things: ['apple'], unit: 'none' })),
]
