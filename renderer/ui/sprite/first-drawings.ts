import type { DrawingSet, IconName, PictureName } from './names.ts'

/**
 * What the faces show, the first screen of the kiosk. The page brings these drawings with it: a file of its own for each
 * would be a document of its own for each, to be fetched and parsed before anybody sees a face.
 */
export const firstDrawings = {
  bold: ['caret-left', 'caret-right'],
  fill: ['hand-waving', 'key', 'phone-call', 'speaker-high'],
  regular: [],
  pictures: [
    'rabbit', 'fox', 'panda', 'cat', 'tiger', 'koala', 'monkey', 'penguin', 'bear', 'hamster', 'dog', 'pig', 'owl', 'frog',
    'mouse', 'lion', 'chick', 'wolf', 'deer', 'polar-bear', 'horse', 'unicorn', 'cow', 'duck', 'houses', 'seedling', 'herb',
    'sunflower', 'tree', 'tangerine', 'kite', 'star', 'running',
  ],
} as const satisfies Readonly<Record<DrawingSet, readonly (IconName | PictureName)[]>> // prettier-ignore
