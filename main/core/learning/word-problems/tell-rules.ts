import type { Story, ThingName } from './story-rules.ts'
import type { oneStep } from './structure-rules.ts'

type OneStep = Story<keyof typeof oneStep>

const fruit: readonly ThingName[] = ['apple', 'tangerine']
const harvest: readonly ThingName[] = ['apple', 'tangerine', 'watermelon', 'potato']
const owned: readonly ThingName[] = ['apple', 'tangerine', 'book', 'pencil', 'crayon', 'kite']
const birds: readonly ThingName[] = ['chick', 'duck', 'goose', 'rabbit']
const planted: readonly ThingName[] = ['tree', 'sunflower']
const sold: readonly ThingName[] = ['book', 'pencil', 'kite', 'football', 'umbrella', 'crayon']

const tell = (
  id: string,
  structure: OneStep['structure'],
  sentences: OneStep['sentences'],
  about: readonly ThingName[],
  unit: OneStep['unit'] = 'thing',
): OneStep => ({ id, structure, sentences, things: about, unit })

/** Stories of one step, out of the village, the school and the family. */
export const stories: readonly OneStep[] = [
  tell('combine-have', 'combine', 3, owned),
  tell('combine-yard', 'combine', 3, birds),
  tell('combine-day', 'combine', 3, fruit),
  tell('left-eat', 'left', 3, fruit),
  tell('left-swim', 'left', 3, ['duck', 'goose']),
  tell('left-lend', 'left', 3, ['book', 'umbrella', 'football']),
  tell('left-give', 'left', 3, owned),
  tell('missing-water', 'missing', 3, planted),
  tell('missing-post', 'missing', 3, ['letter']),
  tell('compare-have', 'compare', 3, owned),
  tell('compare-grow', 'compare', 3, planted),
  tell('more-have', 'more', 3, owned),
  tell('fewer-have', 'fewer', 3, owned),
  tell('groups-basket', 'groups', 3, harvest),
  tell('groups-box', 'groups', 3, ['pencil', 'crayon']),
  tell('groups-row', 'groups', 3, planted),
  tell('share-people', 'share', 3, owned),
  tell('share-basket', 'share', 3, harvest),
  tell('group-bag', 'group', 3, harvest, 'bag'),
  tell('group-bunch', 'group', 3, ['sunflower'], 'bunch'),
  tell('full-bag', 'full', 3, harvest, 'bag'),
  tell('rest-bag', 'rest', 3, harvest),
  tell('boats', 'boats', 3, ['tree'], 'boat'),
  tell('times-have', 'times', 3, owned),
  tell('how-times-have', 'how-times', 3, owned, 'times'),
  tell('one-part-have', 'one-part', 3, owned),
  tell('price-total', 'groups', 2, sold, 'yuan'),
  tell('price-one', 'share', 2, sold, 'yuan'),
  tell('price-count', 'group', 2, sold),
  tell('way-bus', 'times', 3, ['tree'], 'km'),
  tell('way-walk', 'times', 3, ['tree'], 'metre'),
  tell('speed-bus', 'share', 2, ['tree'], 'km'),
  tell('time-bus', 'group', 3, ['tree'], 'hour'),
  { ...tell('price-tenths', 'price-tenths', 2, ['pencil', 'crayon', 'kite', 'book'], 'yuan'), tenths: [0] },
  tell('fraction-read', 'fraction', 3, ['book', 'letter']),
  tell('fraction-orchard', 'fraction', 3, ['tree']),
  tell('percent-planted', 'percent', 3, planted),
  tell('percent-price', 'percent', 3, ['kite', 'football', 'umbrella', 'book'], 'yuan'),
  tell('ratio-flowers', 'ratio', 3, ['sunflower']),
  tell('ratio-birds', 'ratio', 3, ['duck']),
]
