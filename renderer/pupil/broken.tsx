import './broken.css'
import { Component, type ReactNode } from 'react'
import { SayCard } from '#ui/child/say.tsx'
import { useWords } from '../i18n/use-words.tsx'

interface State {
  readonly broken: boolean
}

/** A page that broke says so kindly and can be tried again: main still knows the place. */
export class Broken extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { broken: false }

  static getDerivedStateFromError(): State {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return <BrokenPage onAgain={() => this.setState({ broken: false })} />
  }
}

function BrokenPage({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useWords()
  return (
    <div className="child broken">
      <main>
        <SayCard
          kind="error"
          title={t('child.broken.title')}
          hint={t('child.broken.hint')}
          action={{ label: t('child.again'), onPress: onAgain }}
        />
      </main>
    </div>
  )
}
