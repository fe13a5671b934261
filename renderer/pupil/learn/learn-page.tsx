import './learn.css'
import './subjects.css'
import './activity-card.css'
import './front.css'
import './shelf.css'
import { Loading, SayCard } from '#ui/child/say.tsx'
import { useAnswer } from '../../api/query.tsx'
import { useActivityCatalogs } from '../../i18n/activity-words.ts'
import { useRefusalWords } from '../../i18n/child-refusal-words.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { ChildPage } from '../session/child-page.tsx'
import { useGo } from '../session/session.tsx'
import { onDemand } from '../on-demand.tsx'
import { Front } from './front.tsx'
import { SubjectShelf } from './subject-shelf.tsx'
import { subjectPictures, Subjects } from './subjects.tsx'

const PassportPage = onDemand(() => import('./passport-page.tsx').then((page) => page.PassportPage))

/** The place of the passport in the corner: where a subject's name would stand. */
const PASSPORT = 'passport'

/** The learning corner behind the second door: its front, or the shelf of a subject. */
export function LearnPage({ subject }: { readonly subject?: string | undefined }) {
  const { t } = useWords()
  const ready = useActivityCatalogs('shelf')
  return (
    <ChildPage door="learn">
      {ready && subject === PASSPORT ? (
        <PassportPage />
      ) : ready ? (
        <Corner subject={subject} />
      ) : (
        <main>
          <Loading label={t('child.wait')} shape="cards" />
        </main>
      )}
    </ChildPage>
  )
}

function Corner({ subject }: { readonly subject: string | undefined }) {
  const { t } = useWords()
  const go = useGo()
  const why = useRefusalWords()
  const shelf = useAnswer('learning.shelf', undefined, { fresh: true })
  const chosen = subjectPictures.find(([name]) => name === subject)?.[0]
  return (
    <main className="learn">
      <Subjects chosen={chosen} shelf={shelf.value} onChoose={(name) => go('learn', name)} />
      {shelf.refusal ? (
        <div className="shelf-say">
          <SayCard
            kind="error"
            title={why(shelf.refusal)}
            hint={t('child.broken.hint')}
            action={{ label: t('child.again'), onPress: shelf.again }}
          />
        </div>
      ) : !shelf.value ? (
        <Loading label={t('child.wait')} shape="cards" />
      ) : chosen ? (
        <SubjectShelf key={chosen} subject={chosen} shelf={shelf.value} />
      ) : (
        <Front shelf={shelf.value} />
      )}
    </main>
  )
}
