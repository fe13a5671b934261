import type { StrokeStep } from '#contract/diary.ts'
import { pick, type Random } from '../learning/random-rules.ts'

/** What example pages say; generated, nobody wrote them. */
const texts = [
  '今天我和妈妈视频了，她穿着红色的衣服。',
  '下雨了，操场上有很多水，我们在教室里下棋。',
  '奶奶做了虾饼，很好吃，我留了一个给弟弟。',
  '体育课跑步，我跑得很快，风从耳朵边过去。',
  '爸爸说过年回来，我在日历上画了一个圈。',
  '我学会了用键盘打自己的名字。',
  '海边的船回来了，爷爷买了两条鱼。',
] as const

export const exampleText = (random: Random): string => pick(texts, random) ?? texts[0]

/** A house, a tree or the sun on paper of 1000 by 1000, drawn by an unsteady hand. */
export function exampleDrawing(random: Random, newId: () => string): StrokeStep[] {
  const shaken = (points: readonly Point[]) =>
    points.flatMap(([x, y]) => [x + (random() - 0.5) * 8, y + (random() - 0.5) * 8, 0.4 + random() * 0.3])
  const stroke = (colour: number, size: number, points: readonly Point[]): StrokeStep => ({
    id: newId(),
    kind: 'stroke',
    tool: 'brush',
    colour,
    size,
    points: shaken(points).map((value) => Math.round(value * 100) / 100),
  })
  const [x, y] = [250 + random() * 300, 350 + random() * 150]
  const house = [
    stroke(1, 14, line([x, y], [x, y + 250], [x + 300, y + 250], [x + 300, y])),
    stroke(2, 18, line([x - 40, y], [x + 150, y - 150], [x + 340, y])),
    stroke(4, 12, line([x + 120, y + 250], [x + 120, y + 140], [x + 190, y + 140], [x + 190, y + 250])),
  ]
  const sun = [stroke(3, 16, circle(800 - random() * 600, 140, 70))]
  const tree = [stroke(5, 20, line([120, 700], [120, 520])), stroke(6, 24, circle(120, 450, 80))]
  return [...(random() < 0.7 ? house : tree), ...(random() < 0.6 ? sun : [])]
}

type Point = readonly [number, number]

const line = (...corners: readonly Point[]) =>
  corners.slice(1).flatMap((to, index) => {
    const from = corners[index] ?? to
    return Array.from({ length: 12 }, (_, step): Point => [
      from[0] + ((to[0] - from[0]) * step) / 11,
      from[1] + ((to[1] - from[1]) * step) / 11,
    ])
  })

const circle = (x: number, y: number, radius: number) =>
  Array.from({ length: 40 }, (_, step): Point => [
    x + radius * Math.cos((step * Math.PI) / 19),
    y + radius * Math.sin((step * Math.PI) / 19),
  ])
