import { useRef, useState } from 'react'
import type { AnimalName, FileDeed, ThingName } from '#core/learning/computer/task-rules.ts'
import { Icon } from '#ui/icon.tsx'
import { Picture } from '#ui/picture.tsx'
import { toolOf, type Deed } from './use-deed.ts'
import { useDouble } from './use-double.ts'
import { useDrag } from './use-drag.ts'
import { useComputerWords } from './words.ts'

interface FilesProps {
  readonly deed: FileDeed
  readonly files: readonly ThingName[]
  readonly folders: readonly AnimalName[]
  readonly at: number
  readonly to: number
  readonly going: Deed
  readonly ring: boolean
}

/** A desk with pictures, two folders and a bin: to open what lies in a folder, to put something into one, to throw it away. */
export function Files(props: FilesProps) {
  return props.deed === 'open' ? <Opening {...props} /> : <Sorting {...props} />
}

function FolderPicture({ animal, open = false }: { readonly animal: AnimalName; readonly open?: boolean }) {
  return (
    <>
      <svg viewBox="0 0 100 84" aria-hidden="true">
        <path
          d="M4 14q0-8 8-8h24l9 10h43q8 0 8 8v48q0 8-8 8H12q-8 0-8-8Z"
          fill={open ? '#ffe9b3' : '#ffd77e'}
          stroke="#bb7a0c"
          strokeWidth="4"
        />
      </svg>
      <Picture name={animal} />
    </>
  )
}

function Wanted({ deed, files, folders, at, to }: FilesProps) {
  return (
    <p className="pc-wanted pc-on-desk" aria-hidden="true">
      {deed === 'open' && (
        <span className="pc-folder small">
          <FolderPicture animal={folders[to] ?? 'cat'} />
        </span>
      )}
      {deed === 'open' && <Icon name="caret-right" weight="bold" />}
      <Picture name={files[at] ?? 'apple'} />
      {deed !== 'open' && <Icon name="caret-right" weight="bold" />}
      {deed === 'into' && (
        <span className="pc-folder small">
          <FolderPicture animal={folders[to] ?? 'cat'} />
        </span>
      )}
      {deed === 'bin' && <Icon name="trash" weight="fill" />}
    </p>
  )
}

function Sorting(props: FilesProps) {
  const { deed, files, folders, at, to, going, ring } = props
  const { t } = useComputerWords()
  const targets = useRef<(HTMLButtonElement | null)[]>([])
  const { over } = going
  const bin = folders.length
  const wanted = deed === 'bin' ? bin : to
  const dragging = useDrag(
    () => targets.current.filter((one) => one !== null),
    (which, where, by) => {
      if (which === at && where === wanted) going.step([at, to], by, true)
      else going.miss()
    },
  )
  return (
    <section className="pc-desk pc-files" onContextMenu={(event) => event.preventDefault()}>
      <Wanted {...props} />
      <ul className="pc-papers">
        {files.map((file, which) => (
          <li key={file}>
            {over && which === at ? null : (
              <button
                type="button"
                className="pc-file pc-pulled"
                data-ring={ring && which === at}
                data-chosen={dragging.chosen === which}
                aria-label={t(`name.${file}`)}
                aria-pressed={dragging.chosen === which}
                {...(over ? {} : dragging.handlers(which))}
                onClick={() => (over ? undefined : dragging.choose(which))}
              >
                <Picture name={file} />
              </button>
            )}
          </li>
        ))}
      </ul>
      <ul className="pc-folders">
        {folders.map((animal, which) => (
          <li key={animal}>
            <button
              ref={(element) => void (targets.current[which] = element)}
              type="button"
              className="pc-folder"
              data-near={dragging.chosen !== undefined}
              data-right={over && wanted === which}
              aria-label={t('file.folder', { whose: t(`animal.${animal}`) })}
              onClick={() => dragging.place(which)}
            >
              <FolderPicture animal={animal} open={over && wanted === which} />
            </button>
          </li>
        ))}
        <li>
          <button
            ref={(element) => void (targets.current[bin] = element)}
            type="button"
            className="pc-folder pc-bin"
            data-near={dragging.chosen !== undefined}
            data-right={over && wanted === bin}
            aria-label={t('file.bin-name')}
            onClick={() => dragging.place(bin)}
          >
            <Icon name="trash" weight="fill" />
          </button>
        </li>
      </ul>
    </section>
  )
}

function Opening(props: FilesProps) {
  const { files, folders, at, to, going, ring } = props
  const { t } = useComputerWords()
  const { done, over } = going
  const [looked, lookIn] = useState<number | undefined>(done.length > 0 ? to : undefined)
  const folder = useDouble((which, event) => {
    lookIn(which)
    if (which === to) going.step([to], toolOf(event), false)
    else going.miss()
  }, going.miss)
  const file = useDouble((which, event) => {
    if (looked === to && which === at) going.step([to, at], toolOf(event), true)
    else going.miss()
  }, going.miss)
  const inside = looked === to || over
  return (
    <section className="pc-desk pc-files" onContextMenu={(event) => event.preventDefault()}>
      <Wanted {...props} />
      <ul className="pc-folders">
        {folders.map((animal, which) => (
          <li key={animal}>
            <button
              type="button"
              className="pc-folder"
              data-ring={ring && !inside && which === to}
              data-half={folder.half === which}
              aria-label={t('file.folder', { whose: t(`animal.${animal}`) })}
              aria-disabled={over}
              onClick={(event) => (over ? undefined : folder.click(which, event))}
            >
              <FolderPicture animal={animal} open={looked === which} />
            </button>
          </li>
        ))}
      </ul>
      {looked !== undefined && (
        <div className="pc-window pc-looked">
          <p className="pc-bar">
            <Picture name={folders[looked] ?? 'cat'} />
          </p>
          <ul className="pc-papers">
            {inside &&
              files.map((one, which) => (
                <li key={one}>
                  <button
                    type="button"
                    className="pc-file"
                    data-ring={ring && which === at}
                    data-half={file.half === which}
                    data-right={over && which === at}
                    aria-label={t(`name.${one}`)}
                    aria-disabled={over}
                    onClick={(event) => (over ? undefined : file.click(which, event))}
                  >
                    <Picture name={one} />
                  </button>
                </li>
              ))}
          </ul>
        </div>
      )}
    </section>
  )
}
