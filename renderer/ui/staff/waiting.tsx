import './waiting.css'

/** What stands where an answer of main is still to come. */
export function Waiting({ label }: { readonly label: string }) {
  return (
    <div className="waiting" role="status" aria-busy="true">
      <i />
      <i />
      <p>{label}…</p>
    </div>
  )
}
