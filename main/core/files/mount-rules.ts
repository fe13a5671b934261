/** Where Linux desktops and kiosks put USB sticks. */
const roots = ['/media/', '/run/media/', '/mnt/']
/** What sticks are formatted with; a pseudo file system under /run/media is no stick. */
const filesystems = new Set([
  'vfat',
  'exfat',
  'ntfs',
  'ntfs3',
  'fuseblk',
  'ext2',
  'ext3',
  'ext4',
  'btrfs',
  'xfs',
  'f2fs',
])

/** The folders of mounted sticks that can be written, from the text of /proc/self/mounts (see `man 5 proc`). */
export function stickFolders(mounts: string): readonly string[] {
  return mounts.split('\n').flatMap((line) => {
    const [, target = '', type = '', options = ''] = line.split(' ')
    // Blanks, tabs and backslashes stand there as three octal digits: \040.
    const folder = target.replaceAll(/\\([0-7]{3})/g, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    )
    const ours = roots.some((root) => folder.startsWith(root)) && filesystems.has(type)
    return ours && !options.split(',').includes('ro') ? [folder] : []
  })
}
