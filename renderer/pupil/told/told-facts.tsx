import './told.css'
import type { Told } from '#contract/openings.ts'
import { Picture } from '#ui/picture.tsx'
import { useToldWords } from './told-words.ts'

/** Who, why, which pages: three facts of one opening. Also for “Me”, where they stay for good. */
export function ToldFacts({ told }: { readonly told: Told }) {
  const words = useToldWords()(told)
  return (
    <ul className="told-facts">
      <li className="told-fact">
        <span className="told-two" aria-hidden="true">
          {told.adults.map((name, at) => (
            <span
              key={name}
              className={at === 0 ? 'initial d-learn' : 'initial d-diary'}
              data-initial={Array.from(name)[0]}
            />
          ))}
        </span>
        <Words title={words.who} hint={words.when} />
      </li>
      <li className="told-fact">
        <Picture name="umbrella" />
        <Words title={words.why} hint={words.whyHint} />
      </li>
      <li className="told-fact">
        <span className="mini-leaf" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        <Words title={words.pages} hint={words.rest} />
      </li>
    </ul>
  )
}

const Words = ({ title, hint }: { readonly title: string; readonly hint: string }) => (
  <span>
    <b>{title}</b>
    <span>{hint}</span>
  </span>
)
