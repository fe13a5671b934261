import type { Random } from '../learning/random-rules.ts'
import { pick } from '../learning/random-rules.ts'

/** A generated child; nobody real is meant. */
export interface ExampleChild {
  readonly name: string
  readonly grade: number
  readonly classNumber: number
  /** YYYY-MM-DD. */
  readonly birthday: string
  /** A school number. */
  readonly number: string
}

/** Eight classes, 154 children. */
const classes = [
  { grade: 1, classNumber: 1, size: 20 },
  { grade: 2, classNumber: 1, size: 20 },
  { grade: 2, classNumber: 2, size: 19 },
  { grade: 3, classNumber: 1, size: 19 },
  { grade: 3, classNumber: 2, size: 19 },
  { grade: 4, classNumber: 1, size: 19 },
  { grade: 5, classNumber: 1, size: 19 },
  { grade: 6, classNumber: 1, size: 19 },
] as const

// What lists have to bear: a long name, one character, surnames with a reading of their own, rare characters, two alike.
const special: readonly (readonly [classIndex: number, name: string])[] = [
  [0, '林㛃'],
  [1, '林小雨'],
  [1, '单思远'],
  [1, '陈思雨'],
  [2, '曾晓雯'],
  [3, '解雨桐'],
  [3, '阿依古丽·买买提江·吐尔逊'],
  [4, '陈思雨'],
  [4, '黄磊'],
  [5, '梁𠮷祥'],
  [6, '欧阳文静'],
]

// Common in the west of Guangdong, the commonest more than once.
const surnames = '林林林陈陈陈黄黄梁梁吴吴李李王蔡许郑周何庞莫邓杨罗钟叶谢符冯苏麦戴温'
const first = '思晓雨子梓文家嘉志海建俊雅诗佳美秀晓宇浩天明永春小丽国伟心可欣紫艺一'
const second = '雨婷轩涵怡琳豪杰辉华强敏芳玲燕萍妍彤萱宁航涛峰鹏龙康乐悦琪瑶静桐洁媛儿'

/** The children of the example room, the same for the same chance. `year` is that of the autumn term's begin. */
export function exampleChildren(year: number, random: Random): ExampleChild[] {
  const taken = new Set(special.map(([, name]) => name))
  return classes.flatMap(({ grade, classNumber, size }, index) => {
    const own = special.filter(([at]) => at === index).map(([, name]) => name)
    const names = [...own, ...Array.from({ length: size - own.length }, () => freshName(taken, random))]
    return names.map((name, place) => ({
      name,
      grade,
      classNumber,
      birthday: birthdayOf(year - 6 - grade, random),
      number: `${year - grade + 1}${classNumber}${String(place + 1).padStart(2, '0')}`,
    }))
  })
}

function freshName(taken: Set<string>, random: Random): string {
  for (;;) {
    const given = [pick(Array.from(first), random), random() < 0.88 ? pick(Array.from(second), random) : '']
    const name = [pick(Array.from(surnames), random), ...given].join('')
    if (taken.has(name) || given[0] === given[1]) continue
    taken.add(name)
    return name
  }
}

/** Children who begin school in a September were born in the year that ends with August six years before. */
function birthdayOf(year: number, random: Random): string {
  const start = Date.UTC(year, 8, 1)
  return new Date(start + Math.floor(random() * 365) * 86_400_000).toISOString().slice(0, 10)
}
