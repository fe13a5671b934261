import type { Ground } from '../kernel/ground.ts'
import type { KeyFiles } from './key-files.ts'
import { moveKeysOut, type MoveOutParts } from './move-out.ts'
import { wrapAnew } from './rewrap.ts'
import { copiedSecret, dropCopiedSecret, dropFormerSecret, formerSecret } from './seat-secret.ts'

/**
 * Brings the children's keys to where and how they lie today, before anybody asks for one.
 * @param folder of the seat's secrets
 */
export function settleKeys(
  ground: Pick<Ground, 'db' | 'log'>,
  folder: string,
  { files, wrapping, rescue }: Pick<MoveOutParts, 'wrapping' | 'rescue'> & { readonly files: KeyFiles },
): void {
  const dropCopied = (): void => dropCopiedSecret(folder)
  wrapAnew({ files, wrapping, copied: copiedSecret(folder), dropCopied }, ground.log)
  const dropFormer = (): void => dropFormerSecret(folder)
  moveKeysOut(ground, { former: formerSecret(folder), wrapping, rescue, dropFormer })
}
