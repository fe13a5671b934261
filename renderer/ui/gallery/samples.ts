import type { Animal, Tone } from '#contract/people.ts'
import type { Speaker } from '../speech.ts'

const nothing = () => {}

/** A speaker that stands still in the middle of a text. */
export function speakerAt(text: string, at: number): Speaker {
  const spoken = { text, at }
  return {
    speak: nothing,
    tell: nothing,
    stop: nothing,
    setReading: nothing,
    setLang: nothing,
    isMute: () => false,
    look: async () => {},
    spoken: () => spoken,
    subscribe: () => nothing,
  }
}

/** The children of the mock's 01-who. */
export const children: readonly (readonly [string, string, Animal, Tone])[] = [
  ['林小雨', 'lín xiǎoyǔ', 'rabbit', 'coral'],
  ['陈思远', 'chén sīyuǎn', 'fox', 'sun'],
  ['黄梓轩', 'huáng zǐxuān', 'panda', 'green'],
  ['梁诗雅', 'liáng shīyǎ', 'cat', 'plum'],
  ['吴俊杰', 'wú jùnjié', 'tiger', 'sand'],
  ['李雨桐', 'lǐ yǔtóng', 'koala', 'lake'],
  ['王浩然', 'wáng hàorán', 'monkey', 'mint'],
  ['蔡美琪', 'cài měiqí', 'penguin', 'rose'],
  ['郑宇航', 'zhèng yǔháng', 'bear', 'sun'],
  ['许佳怡', 'xǔ jiāyí', 'hamster', 'coral'],
  ['何嘉豪', 'hé jiāháo', 'dog', 'green'],
  ['庞晓彤', 'páng xiǎotóng', 'pig', 'plum'],
  ['苏子涵', 'sū zǐhán', 'owl', 'sand'],
  ['周文博', 'zhōu wénbó', 'frog', 'lake'],
  ['邓丽欣', 'dèng lìxīn', 'mouse', 'rose'],
  ['冯家明', 'féng jiāmíng', 'lion', 'mint'],
  ['柯思琪', 'kē sīqí', 'chick', 'coral'],
  ['莫志强', 'mò zhìqiáng', 'wolf', 'lake'],
  ['谭欣妍', 'tán xīnyán', 'deer', 'green'],
  ['叶子墨', 'yè zǐmò', 'polar-bear', 'plum'],
  ['罗天佑', 'luó tiānyòu', 'horse', 'sun'],
  ['关心月', 'guān xīnyuè', 'unicorn', 'rose'],
  ['全世杰', 'quán shìjié', 'cow', 'mint'],
  ['杨乐怡', 'yáng lèyí', 'duck', 'sand'],
]
