import { Picture } from '#ui/picture.tsx'
import type { PictureName } from '#ui/sprite/names.ts'
import { useMoneyWords } from './words.ts'

const cheap = ['pencil', 'crayon', 'ruler', 'soap', 'apple', 'tangerine', 'sponge', 'fish'] as const
const dear = ['book', 'umbrella', 'kite', 'football', 'watermelon', 'teddy', 'basket', 'palette'] as const

export type Thing = (typeof cheap)[number] | (typeof dear)[number]

/** What a price could be for: the same thing each time, another one at another `place`. */
export function thingFor(price: number, place = 0): Thing {
  const things = price < 1000 ? cheap : dear
  return things[(Math.floor(price / 10) + place * 3) % things.length] ?? 'apple'
}

/** Something in a shop, with its tag. */
export function Goods({ thing, price }: { readonly thing: Thing; readonly price: string }) {
  const { t } = useMoneyWords()
  return (
    <span className="goods" role="img" aria-label={`${t(`thing.${thing}`)} ${price}`}>
      <Picture name={thing satisfies PictureName} />
      <b className="price-tag">{price}</b>
    </span>
  )
}
