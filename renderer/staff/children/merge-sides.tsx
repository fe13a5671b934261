import { useId, type ReactNode } from 'react'
import type { MergeField, MergeSide, MergeSum } from '#contract/children.ts'
import { Face, Notice } from '#ui/staff.ts'
import { useWords } from '../words.ts'

const sums = [
  'sessions',
  'calls',
  'pages',
  'messages',
  'answers',
  'mistakes',
] as const satisfies readonly (keyof MergeSum)[]

interface MergeSidesProps {
  readonly kept: MergeSide
  readonly gone: MergeSide
  readonly sameMistakes: number
  /** Fields in which the two differ. */
  readonly differ: readonly MergeField[]
  /** Those of them that the record takes that stays. */
  readonly take: ReadonlySet<MergeField>
  readonly onTake: (field: MergeField, takes: boolean) => void
}

/** What stands on either side of a merge, and what it comes to: where they differ, the surviving record's unless a person says otherwise. */
export function MergeSides({ kept, gone, sameMistakes, differ, take, onTake }: MergeSidesProps) {
  const { t } = useWords()
  const facts: readonly { id: MergeField; title: string; of: (side: MergeSide) => ReactNode }[] = [
    {
      id: 'name',
      title: t('children.name'),
      of: (side) => (
        <>
          {side.name} <small>{side.pinyin}</small>
        </>
      ),
    },
    { id: 'class', title: t('children.class'), of: (side) => side.classLabel || '–' },
    { id: 'number', title: t('children.number'), of: (side) => side.number ?? '–' },
    { id: 'birthday', title: t('children.birthday'), of: (side) => side.birthday ?? '–' },
    { id: 'face', title: t('merge.face'), of: (side) => <Face face={side.face} size={36} /> },
    {
      id: 'pictures',
      title: t('children.pictures'),
      of: (side) => t(side.pictures ? 'children.on' : 'children.off'),
    },
  ]
  const relativesOf = ({ relatives }: MergeSide) =>
    relatives.length === 0
      ? '–'
      : relatives.map(({ id, name, relation, agreed }) => (
          <span key={id} className="merge-relative">
            {[relation, name === relation ? '' : name].filter(Boolean).join(' ')}
            <small>
              {agreed.length === 0
                ? t('contacts.unasked')
                : agreed.map((purpose) => t(`contacts.purpose.${purpose}`)).join('、')}
            </small>
          </span>
        ))
  const nameAfter = take.has('name') ? gone.name : kept.name
  return (
    <>
      {kept.birthday !== null && gone.birthday !== null && kept.birthday !== gone.birthday && (
        <Notice tone="bad" title={t('merge.birthdays-differ')} />
      )}
      <Notice tone="care" title={t('merge.warning', { name: nameAfter })} />
      <table className="merge-sides">
        <thead>
          <tr>
            <td aria-hidden="true" />
            <th scope="col">{t('merge.kept')}</th>
            <th scope="col">{t('merge.gone')}</th>
            <th scope="col">{t('merge.after')}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map(({ id, title, of }) =>
            differ.includes(id) ? (
              <Choice
                key={id}
                title={title}
                sides={[of(kept), of(gone)]}
                takes={take.has(id)}
                onTake={(takes) => onTake(id, takes)}
              />
            ) : (
              <tr key={id}>
                <th scope="row">{title}</th>
                <td>{of(kept)}</td>
                <td>{of(gone)}</td>
                <td>{of(kept)}</td>
              </tr>
            ),
          )}
          {sums.map((sum) => (
            <tr key={sum}>
              <th scope="row">{t(`merge.sum.${sum}`)}</th>
              <td>{kept.sum[sum]}</td>
              <td>{gone.sum[sum]}</td>
              <td>
                <b>{kept.sum[sum] + gone.sum[sum] - (sum === 'mistakes' ? sameMistakes : 0)}</b>
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('merge.relatives')}</th>
            <td>{relativesOf(kept)}</td>
            <td>{relativesOf(gone)}</td>
            <td>{t('merge.relatives-after')}</td>
          </tr>
        </tbody>
      </table>
    </>
  )
}

interface ChoiceProps {
  readonly title: string
  /** As the surviving record has it, and as the other. */
  readonly sides: readonly [kept: ReactNode, gone: ReactNode]
  readonly takes: boolean
  readonly onTake: (takes: boolean) => void
}

/** One field in which the two differ. */
function Choice({ title, sides: [kept, gone], takes, onTake }: ChoiceProps) {
  const { t } = useWords()
  const name = useId()
  const option = (side: ReactNode, takesIt: boolean) => (
    <td>
      <label className={takes === takesIt ? 'merge-option on' : 'merge-option'}>
        <input
          type="radio"
          name={name}
          aria-label={`${title}: ${t(takesIt ? 'merge.gone' : 'merge.kept')}`}
          checked={takes === takesIt}
          onChange={() => onTake(takesIt)}
        />
        <span>{side}</span>
      </label>
    </td>
  )
  return (
    <tr>
      <th scope="row">{title}</th>
      {option(kept, false)}
      {option(gone, true)}
      <td>
        <b>{takes ? gone : kept}</b>
      </td>
    </tr>
  )
}
