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

export interface MountedStick {
  readonly folder: string
  /** The partition by the kernel's name: /dev/sda1. */
  readonly device: string
}

/** Mounted sticks, those that can only be read too, from the text of /proc/self/mounts (see `man 5 proc`). */
export function mountedSticks(mounts: string): readonly MountedStick[] {
  return mounts.split('\n').flatMap((line) => {
    const [device = '', target = '', type = ''] = line.split(' ')
    // Blanks, tabs and backslashes stand there as three octal digits: \040.
    const folder = target.replaceAll(/\\([0-7]{3})/g, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    )
    const isStick = roots.some((root) => folder.startsWith(root)) && filesystems.has(type)
    return isStick ? [{ folder, device }] : []
  })
}

/** What somebody called a stick, from the name of its link in /dev/disk/by-label: blanks stand there as \x20. */
export const labelOf = (link: string): string => {
  const bytes = link.replaceAll(/\\x([0-9a-f]{2})/g, (_, hex: string) => `%${hex}`)
  try {
    return decodeURIComponent(bytes.replaceAll(/%(?![0-9a-f]{2})/g, '%25')).trim()
  } catch {
    return link
  }
}
