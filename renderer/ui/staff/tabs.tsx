import './aria-style.ts'
import './tabs.css'
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'

export interface TabsProps {
  readonly label: string
  readonly items: readonly { readonly id: string; readonly label: string }[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
  readonly big?: boolean
  /** The chosen page. Without it the tabs are a choice of one (week, month, term) beside a title. */
  readonly children?: ReactNode
}

/** Tabs with their page below, or a choice of one that looks the same. */
export function Tabs({ label, items, chosen, onChoose, big = false, children }: TabsProps) {
  const className = big ? 'tabs big' : 'tabs'
  if (children === undefined) {
    return (
      <div className={className} role="group" aria-label={label}>
        {items.map(({ id, label: word }) => (
          <button key={id} type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
            {word}
          </button>
        ))}
      </div>
    )
  }
  return (
    <AriaTabs className="tab-set" selectedKey={chosen} onSelectionChange={(id) => onChoose(String(id))}>
      <TabList className={className} aria-label={label}>
        {items.map(({ id, label: word }) => (
          <Tab key={id} id={id}>
            {word}
          </Tab>
        ))}
      </TabList>
      <TabPanel id={chosen}>{children}</TabPanel>
    </AriaTabs>
  )
}
