/** The answer, or `late` when it takes longer than `ms` or fails. */
export async function within<T, L>(ms: number, answer: Promise<T>, late: L): Promise<T | L> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<L>((resolve) => {
    timer = setTimeout(() => resolve(late), ms)
  })
  try {
    return await Promise.race([answer, limit])
  } catch {
    return late
  } finally {
    clearTimeout(timer)
  }
}
