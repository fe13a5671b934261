import './papers.css'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** What goes on paper: it stands in the page unseen, and alone when the window is printed. */
export function PrintSheet({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return createPortal(
    <article className="print-sheet" aria-hidden="true">
      <h1>{title}</h1>
      {children}
    </article>,
    document.body,
  )
}
