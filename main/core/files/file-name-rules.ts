/** The longest file name that FAT, NTFS and ext4 all take for Chinese (3 bytes a character of 255), with room for “ (99)”. */
const LONGEST = 70

/** A file name that Windows and USB sticks take too, from words that people wrote: 错题本-林小雨.pdf. */
export function fileName(words: readonly string[], extension: string): string {
  const stem = words
    .map((word) => word.replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, ' ').trim())
    .filter((word) => word !== '')
    .join('-')
  const short = Array.from(stem)
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/, '')
  return `${short === '' ? 'file' : short}.${extension}`
}

/** The name to try when `tries` files of that name are there already: 名单.csv, 名单 (2).csv, 名单 (3).csv. */
export function freeName(name: string, tries: number): string {
  if (tries === 0) return name
  const dot = name.lastIndexOf('.')
  return `${name.slice(0, dot)} (${tries + 1})${name.slice(dot)}`
}
