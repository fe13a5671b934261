import { pick, type Random } from '../learning/random-rules.ts'
import { usualRelations } from '../contacts/relation-rules.ts'
import type { ContactFacts } from '../contacts/store.ts'
import { partsOf } from '../children/surname-rules.ts'

type Relation = (typeof usualRelations)[number]

/** A generated relative; nobody real is meant. */
export interface ExampleRelative {
  readonly facts: ContactFacts
  /** What a guardian said about them, in its order; nothing where nobody was asked. */
  readonly said: readonly { readonly given: boolean; readonly purposes: 'all' | 'voice' | 'photo' }[]
}

/** Where parents of Leizhou work, and what they speak. */
const cities = ['东莞', '佛山', '深圳', '广州', '中山', '惠州', '海口']
const spoken = ['普通话、雷州话', '雷州话', '普通话', '普通话、白话', '雷州话、白话']
const women = '玉兰丽芳秀英美娟海燕春梅小红'
const men = '国强建华志明海生永福大山文辉'
const surnames = '林陈黄梁吴李王蔡许郑周何'

/** Families as such rooms have them: most with a parent far away, some with a grandmother, a few with nobody yet. */
export function exampleFamily(childName: string, random: Random, nextPhone: () => string): ExampleRelative[] {
  if (childName === '林小雨') return drawnFamily(nextPhone)
  const { surname } = partsOf(childName)
  const own = surname || (pick(Array.from(surnames), random) ?? '')
  if (random() < 0.06) return []
  const relative = (relation: Relation, more: Partial<ContactFacts> = {}): ExampleRelative => {
    const away = relation === '妈妈' || relation === '爸爸'
    const ofFather = relation === '爸爸' || relation === '爷爷'
    return {
      facts: {
        relation,
        name:
          (ofFather ? own : (pick(Array.from(surnames), random) ?? '')) +
          given(ofFather ? men : women, random),
        called: relation,
        guardian: away,
        city: away ? (pick(cities, random) ?? null) : null,
        spoken: away ? (pick(spoken, random) ?? null) : '雷州话',
        language: 'zh-CN',
        phones: random() < 0.9 ? [nextPhone()] : [],
        ...more,
      },
      said: said(relation, random),
    }
  }
  const family = [relative('妈妈'), ...(random() < 0.75 ? [relative('爸爸')] : [])]
  if (random() < 0.5) family.push(relative('奶奶', { guardian: random() < 0.6 }))
  if (random() < 0.15) family.push(relative('外婆'))
  if (random() < 0.1) family.push(relative(pick(['姑姑', '舅舅', '姐姐'] as const, random) ?? '姑姑'))
  return family
}

/** The family of the design's drawings: mum by video, dad by telephone, grandmother at home. */
function drawnFamily(nextPhone: () => string): ExampleRelative[] {
  const facts = { language: 'zh-CN', spoken: '普通话、雷州话' } as const
  return [
    {
      facts: {
        ...facts,
        relation: '妈妈',
        name: '陈玉兰',
        called: '妈妈',
        guardian: true,
        city: '东莞',
        phones: [nextPhone()],
      },
      said: [{ given: true, purposes: 'all' }],
    },
    {
      facts: {
        ...facts,
        relation: '爸爸',
        name: '林国强',
        called: '爸爸',
        guardian: true,
        city: '佛山',
        phones: [nextPhone()],
      },
      said: [{ given: true, purposes: 'voice' }],
    },
    {
      facts: {
        ...facts,
        relation: '奶奶',
        name: '黄阿英',
        called: '阿婆',
        guardian: true,
        city: '石城镇那良村',
        phones: [nextPhone()],
      },
      said: [{ given: true, purposes: 'voice' }],
    },
  ]
}

function said(relation: Relation, random: Random): ExampleRelative['said'] {
  const chance = random()
  if (chance < 0.12) return []
  const first = { given: true, purposes: relation === '奶奶' ? 'voice' : 'all' } as const
  return chance < 0.2 ? [first, { given: false, purposes: 'photo' }] : [first]
}

function given(characters: string, random: Random): string {
  const all = Array.from(characters)
  const [one, two] = [pick(all, random) ?? '', pick(all, random) ?? '']
  return one === two ? one : one + two
}
