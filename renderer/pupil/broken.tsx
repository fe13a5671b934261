import './broken.css'
import { Component, type ReactNode } from 'react'
import { Pill } from '#ui/child/buttons.tsx'
import { SayCard } from '#ui/child/say.tsx'
import { useWords } from '../i18n/use-words.tsx'

interface State {
  readonly broken: boolean
}

interface BrokenProps {
  readonly children: ReactNode
  /** Where else a child may go: a page that breaks each time it is opened must not hold anybody. */
  readonly elsewhere?: { readonly label: string; readonly onPress: () => void } | undefined
}

/** A page that broke says so kindly and can be tried again: main still knows the place. */
export class Broken extends Component<BrokenProps, State> {
  override state: State = { broken: false }

  static getDerivedStateFromError(): State {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    const { elsewhere } = this.props
    return <BrokenPage elsewhere={elsewhere} onAgain={() => this.setState({ broken: false })} />
  }
}

function BrokenPage({
  elsewhere,
  onAgain,
}: Pick<BrokenProps, 'elsewhere'> & { readonly onAgain: () => void }) {
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
        {elsewhere && <Pill icon="house-line" {...elsewhere} />}
      </main>
    </div>
  )
}
