import './broken.css'
import { Component, type ReactNode } from 'react'
import { Pill } from '#ui/child/buttons.tsx'
import { SayCard } from '#ui/child/say.tsx'
import { useWords } from '../i18n/use-words.tsx'

interface State {
  readonly broken: false | 'page' | 'script'
}

/** What Chromium and the bundler's preload say of a script or sheet that could not be read. */
const unread = /dynamically imported module|preload CSS/iu

interface BrokenProps {
  readonly children: ReactNode
  /** Where else a child may go: a page that breaks each time it is opened must not hold anybody. */
  readonly elsewhere?: { readonly label: string; readonly onPress: () => void } | undefined
}

/** A page that broke says so kindly and can be tried again: main still knows the place. */
export class Broken extends Component<BrokenProps, State> {
  override state: State = { broken: false }

  static getDerivedStateFromError(error: unknown): State {
    return { broken: error instanceof Error && unread.test(error.message) ? 'script' : 'page' }
  }

  again = (): void => {
    // Chromium remembers a script that it could not read until the window is loaded anew; main knows the place.
    if (this.state.broken === 'script') location.reload()
    else this.setState({ broken: false })
  }

  override render() {
    if (!this.state.broken) return this.props.children
    const { elsewhere } = this.props
    return <BrokenPage elsewhere={elsewhere} onAgain={this.again} />
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
