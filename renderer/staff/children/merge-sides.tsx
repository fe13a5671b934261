import type { MergeSide, MergeSum } from '#contract/children.ts'
import { Notice } from '#ui/staff.ts'
import { useWords } from '../words.ts'

const sums = [
  'sessions',
  'calls',
  'pages',
  'messages',
  'answers',
  'mistakes',
] as const satisfies readonly (keyof MergeSum)[]

/** What stands on either side of a merge, and what it comes to. */
export function MergeSides({
  kept,
  gone,
  sameMistakes,
}: {
  readonly kept: MergeSide
  readonly gone: MergeSide
  readonly sameMistakes: number
}) {
  const { t } = useWords()
  const facts = [
    { id: 'name', title: t('children.name'), of: (side: MergeSide) => side.name },
    { id: 'class', title: t('children.class'), of: (side: MergeSide) => side.classLabel },
    { id: 'number', title: t('children.number'), of: (side: MergeSide) => side.number },
    { id: 'birthday', title: t('children.birthday'), of: (side: MergeSide) => side.birthday },
    {
      id: 'pictures',
      title: t('children.pictures'),
      of: (side: MergeSide) => t(side.pictures ? 'children.on' : 'children.off'),
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
  return (
    <>
      {kept.birthday !== null && gone.birthday !== null && kept.birthday !== gone.birthday && (
        <Notice tone="bad" title={t('merge.birthdays-differ')} />
      )}
      <Notice tone="care" title={t('merge.warning', { name: kept.name })} />
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
          {facts.map(({ id, title, of }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td>{of(kept) ?? '–'}</td>
              <td>{of(gone) ?? '–'}</td>
              <td>{of(kept) ?? '–'}</td>
            </tr>
          ))}
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
