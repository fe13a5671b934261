const digits = '零一二三四五六七八九'
const places = ['', '十', '百', '千']
const myriads = ['', '万', '亿', '万亿']

/** Longer ones are no amounts but numbers to dial or to write down. */
const LONGEST_AMOUNT = 12

/** One digit after another: 2026 as a year, a telephone number. */
export function digitByDigit(number: string): string {
  return Array.from(number, (digit) => digits[Number(digit)] ?? '').join('')
}

/** A telephone number: 一 is said 幺 there, so that it is not taken for 七. */
export function dialled(number: string): string {
  return digitByDigit(number).replaceAll('一', '幺')
}

/** 0 to 999,999,999,999 as it is said: 15 十五, 105 一百零五, 20000 两万; with a point 3.05 三点零五. Digits only. */
export function numberWords(number: string): string {
  const [whole = '', part] = number.split('.')
  const said =
    whole.length > LONGEST_AMOUNT ? digitByDigit(whole) : wholeWords(whole.replace(/^0+(?=\d)/, ''))
  return part === undefined ? said : `${said}点${digitByDigit(part)}`
}

function wholeWords(number: string): string {
  if (/^0*$/.test(number)) return '零'
  const groups: string[] = []
  for (let end = number.length; end > 0; end -= 4) groups.unshift(number.slice(Math.max(0, end - 4), end))
  let said = ''
  for (const [index, group] of groups.entries()) {
    const words = groupWords(group)
    const myriad = myriads[groups.length - 1 - index] ?? ''
    if (words === '') continue
    // a group that does not fill its four places is led by 零: 10005 一万零五
    const led = said !== '' && Number(group) < 1000 ? '零' : ''
    said += led + (words === '二' && myriad !== '' ? '两' : words) + myriad
  }
  return said.replace(/^一十/, '十')
}

function groupWords(group: string): string {
  let said = ''
  let gap = false
  for (const [index, digit] of Array.from(group).entries()) {
    const place = group.length - 1 - index
    if (digit === '0') {
      gap = said !== ''
      continue
    }
    said += `${gap ? '零' : ''}${digit === '2' && place === 3 ? '两' : (digits[Number(digit)] ?? '')}${places[place] ?? ''}`
    gap = false
  }
  return said
}
