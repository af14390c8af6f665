import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'

export type TabsProps = {
  /** What the tabs are about, for screen readers. */
  label: string
  tabs: readonly {
    readonly id: string
    /** The tab's words, with a count if it has one: "Evidence 3". */
    readonly label: ReactNode
    readonly panel: ReactNode
  }[]
  /** The open tab, if you keep it; else the first opens. */
  openId?: string
  onOpen?: (id: string) => void
}

/** Panels of which one shows. Arrows move between tabs; panels hold their own focus order. */
export function Tabs(props: TabsProps) {
  const keep =
    props.openId === undefined
      ? {}
      : {
          selectedKey: props.openId,
          onSelectionChange: (key: string | number) => props.onOpen?.(String(key)),
        }
  return (
    <AriaTabs className="tabs" {...keep}>
      <TabList className="tab-list" aria-label={props.label}>
        {props.tabs.map(tab => (
          <Tab key={tab.id} id={tab.id} className="tab">
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {props.tabs.map(tab => (
        <TabPanel key={tab.id} id={tab.id} className="tab-panel">
          {tab.panel}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
