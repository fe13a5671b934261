import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pictureSources } from '#ui/sprite/names.ts'
import { dragonBoats, midAutumns, newYears, termDays } from './almanac.fixture.ts'
import { festivalOf, festivals } from '#core/ideas/festival-rules.ts'
import {
  fileOf,
  ideasOf,
  kindOf,
  readGroups,
  undatedIdeas,
  type Idea,
  type IdeaFile,
} from '#core/ideas/idea-rules.ts'
import { beginOf, dayAfter, daysBetween, termOf, terms } from '#core/ideas/solar-term-rules.ts'

const files: readonly IdeaFile[] = ['spring', 'summer', 'autumn', 'winter', 'festivals', 'any']
const read = (file: IdeaFile) => readGroups(readFileSync(new URL(`${file}.txt`, import.meta.url), 'utf8'))
const all = files.flatMap(read)
const group = (name: string) => {
  const found = all.find((each) => each.name === name)
  if (!found) throw new Error(`No ideas for ${name}`)
  return found
}
const dear = group('dear')
const given = all.filter((each) => each !== dear)

function today(day: string): readonly Idea[] {
  const kind = kindOf(day)
  const festival = kind.festival && group(kind.festival)
  return ideasOf(day, kind, { festival, term: group(kind.term), any: group('any') })
}

/** The days of a festival, 2024 to 2035. */
function days(festival: string): readonly string[] {
  const found: string[] = []
  for (let day = '2024-01-01'; day < '2036-01-01'; day = dayAfter(day, 1))
    if (festivalOf(day) === festival) found.push(day)
  return found
}

describe('the days of a year', () => {
  it.each(Object.entries(termDays))('have their terms of the sun in %s', (year, numbers) => {
    const found = terms.map((term, number) => {
      const begin = beginOf(term, Number(year))
      expect(begin.slice(0, 7)).toBe(`${year}-${String(Math.floor(number / 2) + 1).padStart(2, '0')}`)
      return Number(begin.slice(8))
    })
    expect(found.join(' ')).toBe(numbers)
  })

  it('have their festivals by the moon', () => {
    expect(days('spring-festival')).toEqual(newYears)
    expect(days('new-years-eve')).toEqual(newYears.map((day) => dayAfter(day, -1)))
    expect(days('lantern-festival')).toEqual(newYears.map((day) => dayAfter(day, 14)))
    expect(days('mid-autumn')).toEqual(midAutumns)
    expect(days('dragon-boat')).toEqual(dragonBoats)
    // The twelfth month has 29 or 30 days.
    for (const [at, day] of days('little-new-year').entries())
      expect([7, 8]).toContain(daysBetween(day, newYears[at] ?? ''))
    expect(days('laba').map((day, at) => daysBetween(day, days('little-new-year')[at] ?? ''))).toEqual(newYears.map(() => 15)) // prettier-ignore
    for (const one of ['dragon-head', 'qixi', 'double-ninth']) expect(days(one)).toHaveLength(12)
  })

  it('know no festival by the moon where the table ends, and those by the sun still', () => {
    expect(festivalOf('2061-01-21')).toBeUndefined()
    expect(festivalOf('2061-10-01')).toBe('national-day')
  })

  it('say how far a term has gone, and which one is near', () => {
    expect(termOf('2026-11-19')).toEqual({ term: 'li-dong', since: 12, next: 'xiao-xue', nextIn: 3 })
    expect(kindOf('2026-11-19').soon).toBe('xiao-xue')
    expect(kindOf('2026-11-18').soon).toBeUndefined()
    expect(termOf('2027-01-01')).toMatchObject({ term: 'dong-zhi', next: 'xiao-han' })
    expect(termOf('2026-12-22')).toMatchObject({ term: 'dong-zhi', since: 0 })
  })
})

describe('the ideas', () => {
  it('are there for every term and festival, each once, more than the days of a leap year', () => {
    for (const term of terms) expect(read(fileOf(term)).map(({ name }) => name)).toContain(term)
    expect(read('festivals').map(({ name }) => name)).toEqual([...festivals])
    const ideas = all.flatMap((each) => each.ideas)
    expect(given.flatMap((each) => each.ideas).length).toBeGreaterThanOrEqual(366)
    for (const language of ['zh', 'en'] as const) {
      const texts = ideas.map((idea) => idea[language])
      expect(new Set(texts).size).toBe(texts.length)
    }
  })

  it.each([2026, 2027, 2028, 2029, 2033])('of a day are another one on every day of %s', (year) => {
    const firsts: string[] = []
    for (let day = `${year}-01-01`; day.startsWith(String(year)); day = dayAfter(day, 1))
      firsts.push(today(day)[0]?.zh ?? '')
    expect(firsts.filter((text, at) => firsts.indexOf(text) !== at)).toEqual([])
  })

  it('of a festival are of the festival, and a child who wants another one gets all of the time of year', () => {
    const newYear = today('2026-02-17')
    expect(group('spring-festival').ideas).toContain(newYear[0])
    expect(newYear).toContain(group('li-chun').ideas[0])
    expect(new Set(newYear).size).toBe(newYear.length)
    expect(newYear.length).toBeGreaterThan(40)
    expect(newYear).not.toContain(dear.ideas[0])
  })

  it('of a day that nobody knows are of no date', () => {
    for (const by of [0, 7, 1_000_003])
      expect(undatedIdeas(group('any'), by).toSorted(byText)).toEqual(group('any').ideas.toSorted(byText))
  })

  it('are short, in both languages, and each has a drawing', () => {
    const drawings = Object.keys(pictureSources)
    for (const { zh, en, picture } of all.flatMap((each) => each.ideas)) {
      expect(Array.from(zh).length, zh).toBeLessThanOrEqual(26)
      expect(zh).toMatch(/^[^a-zA-Z]+[。？！…]$/)
      expect(en.length, en).toBeLessThanOrEqual(85)
      expect(en).toMatch(/^[^\u3400-\u9fff]+[.?!…]$/)
      expect(drawings).toContain(picture)
    }
  })

  it('never speak of what is missing at home, of parents, money or being best, unless a child chose it', () => {
    const never = new RegExp([
      '妈|爸|父|母|爹|娘|亲人|家人|爷爷|奶奶|外公|外婆|姥|打工|外地|城里|远方|回家|回来|回不|想家|想念|思念|离开|离婚|分开',
      '留守|孤|寂寞|一个人|没人|没有人|陪|缺|穷|钱|贵|买|第一名|分数|考试|奖状|排名|比赛|团圆|团聚|去世|坟|祭|鬼|哭|害怕|难过',
      '\\b(mum|mom|mommy|dad|daddy|mother|father|parents?|famil(y|ies)|relatives?|grandma|grandpa|grandmother|grandfather)\\b',
      '\\b(away from|far away|miss(ing|ed)?|lonely|alone|left behind|come home|comes home|back home|orphan|divorce|city|abroad)\\b',
      '\\b(money|poor|rich|buy|expensive|exam|score|rank|first place|winner|reunion|grave|dead|died|cry|afraid|sad)\\b',
    ].join('|'), 'i') // prettier-ignore
    const found = given.flatMap((each) => each.ideas).filter(({ zh, en }) => never.test(`${zh} ${en}`))
    expect(found.map(({ zh, en }) => `${zh} ${en}`)).toEqual([])
  })
})

const byText = (a: Idea, b: Idea): number => (a.zh < b.zh ? -1 : 1)
