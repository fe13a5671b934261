import './learn.css'
import { Bamboo } from '#ui/drawings/bamboo.tsx'
import { SideChoices } from '#ui/child/choices.tsx'
import { Loading, SayCard } from '#ui/child/say.tsx'
import { HillScene } from '#ui/child/scenes.tsx'
import { Speak, SpokenText } from '#ui/child/speak.tsx'
import { useAnswer } from '../../api/query.tsx'
import { useRefusalWords } from '../../i18n/child-refusal-words.ts'
import { useWords, wordIfAny } from '../../i18n/use-words.tsx'
import { ChildPage } from '../session/child-page.tsx'
import { useGo } from '../session/session.tsx'
import { NumberMark } from './number-mark.tsx'

/** The catalogue behind the second door: what there is, and that more is on its way. */
export function LearnPage() {
  const { t, words } = useWords()
  const go = useGo()
  const why = useRefusalWords()
  const shelf = useAnswer('sums.shelf', undefined, { fresh: true })
  const title = t('learn.title')
  return (
    <ChildPage door="learn">
      <main className="learn">
        <SideChoices
          inDoor
          label={t('learn.subjects')}
          items={[{ id: 'sums', label: t('learn.sums'), picture: <NumberMark /> }]}
          chosen="sums"
          onChoose={() => undefined}
        />
        <div className="learn-main">
          <div className="line">
            <h1>
              <SpokenText>{title}</SpokenText>
            </h1>
            <Speak text={title} label={t('child.read', { text: title })} />
            <p className="soft">{t('learn.grows')}</p>
          </div>
          {shelf.refusal ? (
            <SayCard
              kind="error"
              title={why(shelf.refusal)}
              hint={t('child.broken.hint')}
              action={{ label: t('child.again'), onPress: shelf.again }}
            />
          ) : !shelf.value ? (
            <Loading label={t('child.wait')} shape="cards" />
          ) : (
            <ul className="acts-grid">
              <li>
                <button
                  type="button"
                  className={shelf.value.inRound ? 'act go-on' : 'act'}
                  onClick={() => go('sums')}
                >
                  <span className="art" aria-hidden="true">
                    <span className="glyph is-call">8</span>
                    <i>＋</i>
                    <span className="glyph is-diary">7</span>
                  </span>
                  <span className="act-name">
                    <b>{t('learn.sums')}</b>
                    <span className="soft">
                      {shelf.value.inRound
                        ? t('learn.go-on')
                        : shelf.value.oldFriends > 0
                          ? t('learn.friends', { count: shelf.value.oldFriends })
                          : (wordIfAny(words, shelf.value.level) ?? '')}
                    </span>
                  </span>
                  <Bamboo
                    joints={shelf.value.joints}
                    label={t('learn.bamboo', { joints: shelf.value.joints })}
                  />
                </button>
              </li>
              <li className="coming">
                <HillScene className="coming-hills">
                  <SayCard kind="empty" title={t('learn.coming.title')} hint={t('learn.coming.hint')} />
                </HillScene>
              </li>
            </ul>
          )}
        </div>
      </main>
    </ChildPage>
  )
}
