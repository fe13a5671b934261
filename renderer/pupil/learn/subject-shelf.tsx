import type { Shelf, Subject } from '#contract/learning.ts'
import { Pager } from '#ui/child/choices.tsx'
import { SayCard } from '#ui/child/say.tsx'
import { SpokenText } from '#ui/child/speak.tsx'
import { usePages } from '#ui/child/use-pages.ts'
import { useShelfWords } from '../../i18n/shelf-words.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { ActivityCard, useTitles } from './activity-card.tsx'
import { ReadCards } from './read-cards.tsx'
import { useReadInTurn } from './read-in-turn.ts'
import { ToFront } from './to-front.tsx'

/** Two rows of four. */
const aPage = 8

/** The shelf of one subject, in pages; it never scrolls. */
export function SubjectShelf({ subject, shelf }: { readonly subject: Subject; readonly shelf: Shelf }) {
  const { t } = useWords()
  const { t: s } = useShelfWords()
  const titleOf = useTitles()
  const cards = shelf.cards.filter((card) => card.subject === subject)
  const { shown, turned } = usePages(cards, aPage)
  const title = s(`subject.${subject}`)
  const texts = [title, ...shown.map(({ activity }) => titleOf(activity))]
  const reading = useReadInTurn(texts)
  const spent = subject === 'toys' && shelf.toys !== null && shelf.toys.used >= shelf.toys.quarters
  return (
    <div className="subject-shelf">
      <div className="line">
        <ToFront />
        <h1>
          <SpokenText>{title}</SpokenText>
        </h1>
        <ReadCards
          label={t('child.read', { text: texts.join(', ') })}
          reading={reading.at !== undefined}
          onPress={reading.toggle}
        />
        <p className="soft">{s(`subject-line.${subject}`)}</p>
      </div>
      {spent || shown.length === 0 ? (
        <div className="shelf-say">
          <SayCard
            kind="empty"
            title={spent ? s('toys-spent.title') : s('empty.title')}
            hint={spent ? s('toys-spent.hint') : s('empty.hint')}
          />
        </div>
      ) : (
        <ul className="shelf-cards">
          {shown.map((card, index) => (
            <li key={card.activity}>
              <ActivityCard card={card} read={reading.at === index + 1} />
            </li>
          ))}
        </ul>
      )}
      {turned.pages > 1 && (
        <Pager
          {...turned}
          previousLabel={s('previous')}
          nextLabel={s('next')}
          label={s('page', { page: turned.page + 1, pages: turned.pages })}
        />
      )}
    </div>
  )
}
