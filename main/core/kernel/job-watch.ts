/** What a long piece of work may tell and must look at while it runs. */
export interface JobWatch {
  /** 0 to 1. */
  readonly onProgress: (share: number) => void
  readonly signal: AbortSignal
}
