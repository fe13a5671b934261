import { dialled, digitByDigit, numberWords } from './number-rules.ts'

/** Two is 两 before what is counted, 二 as a number: 2个 两个, 2年级 二年级, 2班 二班. */
const counted =
  '(?:个|只|位|本|张|块|元|次|遍|条|页|题|句|颗|朵|分钟|小时|天|周|岁|种|件|把|支|双|层|盒|年(?!级)|点(?!\\d))'

const sum = '[+＋\\-−–×*xX÷/:：=＝<>＜＞≈]'

const signs: Readonly<Record<string, string>> = {
  '+': '加', '＋': '加', '-': '减', '−': '减', '–': '减', '×': '乘', '*': '乘', x: '乘', X: '乘', '÷': '除以', '/': '除以',
  ':': '比', '：': '比', '=': '等于', '＝': '等于', '<': '小于', '＜': '小于', '>': '大于', '＞': '大于', '≈': '约等于',
} // prettier-ignore

type Change = readonly [pattern: RegExp, said: (...found: string[]) => string]

/** What is written with figures and signs, as a teacher says it; the narrower form stands before the wider one. */
const changes: readonly Change[] = [
  [/(?<![\d.])(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/gu, (_, year = '', month = '', day = '') => `${digitByDigit(year)}年${numberWords(month)}月${numberWords(day)}日`],
  [/(?<!\d)(\d{4})(?=年)/gu, (_, year = '') => digitByDigit(year)],
  [/(?<![\d:.])([01]?\d|2[0-4])[:：]([0-5]\d)(?::[0-5]\d)?(?![\d:])/gu, (_, hour = '', minute = '') => timeWords(hour, minute)],
  [/[¥￥]\s*(\d+(?:\.\d+)?)/gu, (_, amount = '') => `${amount.replace(/(\.\d*?)0+$/u, '$1').replace(/\.$/u, '')}元`],
  [/(\d+(?:\.\d+)?)\s*[%％]/gu, (_, part = '') => `百分之${numberWords(part)}`],
  [/℃/gu, () => '摄氏度'],
  [/°/gu, () => '度'],
  // digits in groups, such as 138 0013 8000 or 010-1234567, or long ones: a number to dial
  [/(?<![\d.])\d{3,4}([ -])\d{4}(?:\1\d{4}|\d{3,4})?(?![\d.])/gu, (number) => dialled(number.replaceAll(/\D/gu, ''))],
  [/(?<=[打拨]\s*)1\d{2,4}(?!\d)/gu, (number) => dialled(number)],
  [/[（(](\d{1,2})[）)](?=班)/gu, (_, number = '') => numberWords(number)],
  [/(?<![\d.])(?:\d{7,}|0\d{2,}|123\d{2})(?![\d.])/gu, (number) => dialled(number)],
  [new RegExp(`(?<![\\d.])\\d+(?:\\.\\d+)?(?:\\s*${sum}\\s*(?:\\d+(?:\\.\\d+)?|[?？_（(□]+[)）]?))+`, 'gu'), sumWords],
  [/(?<=\d),(?=\d{3}(?!\d))/gu, () => ''],
  [new RegExp(`(?<![\\d.]|第\\s*)2(?=\\s*${counted})`, 'gu'), () => '两'],
  [/\d+(?:\.\d+)?/gu, (number) => numberWords(number)],
] // prettier-ignore

/** A text whose figures and signs are turned into Chinese words; all else stays as it is. */
export function figuresInWords(text: string): string {
  return changes.reduce((said, [pattern, words]) => said.replace(pattern, words), text)
}

/** 10:30 十点三十分, 10:05 十点零五分, 2:00 两点. */
function timeWords(hour: string, minute: string): string {
  const hours = Number(hour) === 2 ? '两' : numberWords(hour)
  if (minute === '00') return `${hours}点`
  return `${hours}点${minute.startsWith('0') ? '零' : ''}${numberWords(minute)}分`
}

/** 3+5=8 三加五等于八, 3+5=? 三加五等于几; 5-8 without an equals sign is a range, 1/2 is 二分之一. */
function sumWords(sums: string): string {
  const fraction = /^(\d+)\/(\d+)$/u.exec(sums)
  if (fraction) return `${numberWords(fraction[2] ?? '')}分之${numberWords(fraction[1] ?? '')}`
  const range = /^(\d+)\s*[-–]\s*(\d+)$/u.exec(sums)
  if (range) return `${numberWords(range[1] ?? '')}到${numberWords(range[2] ?? '')}`
  return sums
    .replaceAll(/\s/gu, '')
    .replaceAll(/\d+(?:\.\d+)?|[?？_（(□]+[)）]?|./gu, (part) =>
      /^\d/.test(part) ? numberWords(part) : (signs[part] ?? '几'),
    )
}
