import type { MoneyHint } from '#core/learning/money/activity-rules.ts'
import { decimalText, inUnits } from '#core/learning/money/amount-rules.ts'
import { JumpLine } from '../frame/jump-line.tsx'
import { amountText, Pieces } from './piece.tsx'
import { useMoneyWords } from './words.ts'

/** What helps with a number to write; what helps with choices and the purse is drawn there. */
export function MoneyHelp({ hint }: { readonly hint: MoneyHint | null }) {
  const { t } = useMoneyWords()
  switch (hint?.kind) {
    case 'groups':
      return (
        <div className="money-groups">
          {hint.groups.map((group, at) => (
            <span key={at} className="money-group">
              <Pieces pieces={group} small />
            </span>
          ))}
        </div>
      )
    case 'sums':
      return (
        <div className="money-groups">
          {hint.sums.map(([left, right], at) => (
            <span key={at} className="money-group">
              {amountText(t, left) || '0'} ＋ {amountText(t, right) || '0'} ＝ <i aria-hidden="true" />
            </span>
          ))}
        </div>
      )
    case 'ten': {
      const small = hint.unit === 'yuan' ? 10 : 1
      return (
        <div className="money-ten">
          <Pieces pieces={[small * 10]} small />
          <b>＝</b>
          <Pieces pieces={Array.from({ length: 10 }, () => small)} small />
        </div>
      )
    }
    case 'jumps':
      return (
        <JumpLine
          stops={hint.stops.map(decimalText)}
          jumps={hint.stops.slice(1).map(() => null)}
          label={t('jumps')}
        />
      )
    case 'places': {
      const units = inUnits(hint.example)
      return (
        <div className="money-ten">
          <b>{t('tag', { price: decimalText(hint.example) })}</b>
          <b>＝</b>
          {(['yuan', 'jiao', 'fen'] as const).map((unit) => (
            <span key={unit} className="money-group">
              {t(`amount.${unit}`, { number: units[unit] })}
            </span>
          ))}
        </div>
      )
    }
    case undefined:
    case 'coins':
    case 'first':
      return null
  }
}
