/** What the launcher was asked to do, in Electron's own words: [-r FILE]... [switches] APP [arguments]. */
export interface CommandLine {
  /** Files to require before the app, in order. */
  requires: string[]
  /** The app's folder or file as written; empty when none was named. */
  app: string
  /** Arguments that are neither the app nor a required file, switches included. */
  rest: string[]
}

/** Reads Electron's command line. The first argument that is no switch is the app; what follows belongs to the app. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const line: CommandLine = { requires: [], app: '', rest: [] }
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? ''
    if (!line.app && (argument === '-r' || argument === '--require')) {
      const file = args[++index]
      if (file === undefined) throw new Error(`${argument} needs a file`)
      line.requires.push(file)
    } else if (!line.app && !argument.startsWith('-')) line.app = argument
    else line.rest.push(argument)
  }
  return line
}

/** Chromium-style switches: `--name` or `--name=value`; later ones win, `--` ends them. */
export class Switches {
  #own: string[]
  #appended: string[] = []

  constructor(args: readonly string[]) {
    const end = args.indexOf('--')
    this.#own = args.slice(0, end < 0 ? args.length : end).filter((argument) => argument.startsWith('--'))
  }

  /** Everything that the app appended, as arguments for Chromium. */
  appended = (): string[] => [...this.#appended]

  /** Everything, the command line first. */
  all = (): string[] => [...this.#own, ...this.#appended]

  append(name: string, value = ''): void {
    this.#appended.push(value === '' ? `--${name}` : `--${name}=${value}`)
  }

  remove(name: string): void {
    const others = (argument: string) => argument !== `--${name}` && !argument.startsWith(`--${name}=`)
    this.#own = this.#own.filter(others)
    this.#appended = this.#appended.filter(others)
  }

  has = (name: string): boolean =>
    this.all().some((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`))

  /** The value of the last such switch, or an empty string. */
  value = (name: string): string =>
    this.all()
      .findLast((argument) => argument.startsWith(`--${name}=`))
      ?.slice(name.length + 3) ?? ''
}
