/**
 * What of the time since the last beat was lived: a closed lid, a suspended or stopped machine is nobody's learning and no call.
 * A gap longer than `most` milliseconds (a beat or two) counts as nothing, and so does one that is no number.
 */
export function lived(gap: number, most: number): number {
  return gap > 0 && gap <= most ? gap : 0
}
