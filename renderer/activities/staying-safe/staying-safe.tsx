import './staying-safe.css'
import type { SafeExercise, SafeHint } from '#core/learning/staying-safe/activity-rules.ts'
import { SpokenText } from '#ui/child/speak.tsx'
import { Picture } from '#ui/picture.tsx'
import { ChoiceCards, useChoosing } from '../frame/choice-cards.tsx'
import { Board, Says, Tools } from '../frame/parts.tsx'
import type { ActivityProps } from '../frame/props.ts'
import { choicePictures, storyPictures } from './pictures.ts'
import { useSafeWords } from './words.ts'

/** A story in two pictures, and what I could do: a tap answers; what does not help says why. */
export function StayingSafe(props: ActivityProps<SafeExercise, SafeHint>) {
  const { exercise, hint, said } = props
  const { t, any } = useSafeWords()
  const choosing = useChoosing(props)
  const { story, choices, right } = exercise
  const isText = story === 'strong'
  const nameOf = (choice: string) => (isText ? choice : (any(`choice.${choice}`) ?? ''))
  const [where, what] = storyPictures[story]
  const tell = t(`story.${story}`)
  const ask = t(`ask.${exercise.level}`)
  const spoken = [tell, story === 'strong' || story === 'who' || exercise.level === 'stranger' ? '' : ask]
    .filter((part) => part !== '')
    .join(' ')
  const read = [spoken, ...(isText ? [] : choices.map(nameOf))].join(' ')
  return (
    <Board className="safe-board" speak={read} tools={<Tools />}>
      <div className="safe">
        <section className="safe-story">
          <span className="safe-pictures" aria-hidden="true">
            <Picture name={where} />
            <Picture name={what} />
          </span>
          <p>
            <SpokenText spokenAs={read}>{spoken}</SpokenText>
          </p>
        </section>
        <Says wrong={whyNot(said, isText, any) ?? t('why.other')} shown={t(`shown.${exercise.level}`)} />
        <ChoiceCards
          choosing={choosing}
          choices={choices}
          across={choices.length}
          keyOf={(choice) => choice}
          nameOf={nameOf}
          away={hint?.away === right ? null : hint?.away}
        >
          {(choice) =>
            isText ? (
              <b className="safe-password">{choice}</b>
            ) : (
              <span className="safe-choice">
                <Picture name={choicePictures[choice] ?? 'star'} />
                <span>
                  <SpokenText spokenAs={read}>{nameOf(choice)}</SpokenText>
                </span>
              </span>
            )
          }
        </ChoiceCards>
      </div>
    </Board>
  )
}

/** Why what was chosen does not help; undefined where nothing is known of it. */
function whyNot(
  said: unknown,
  isText: boolean,
  any: (key: string) => string | undefined,
): string | undefined {
  if (isText) return any('why.weak')
  const chosen = typeof said === 'object' && said !== null && 'chosen' in said ? said.chosen : undefined
  return typeof chosen === 'string' ? any(`why.${chosen}`) : undefined
}
