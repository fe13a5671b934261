import './gallery/gallery.css'
import { useState } from 'react'
import { ChildControls, ChildCountdown, ChildLearning } from './gallery/child-gallery.tsx'
import { HomeGallery, WhoGallery, type HomeVariant } from './gallery/page-gallery.tsx'
import { StaffGallery } from './gallery/staff-gallery.tsx'

export interface GalleryProps {
  /** 'child', 'time', 'learning', 'staff', 'who', or a variant of home: 'home', 'home-dusk', 'home-last', 'home-morning', 'home-rest', 'home-paused', 'home-pinyin'. */
  readonly page?: string
}

/** Every component in every state, one page at a time, as the mock's 00-states. */
export function Gallery({ page = 'child' }: GalleryProps) {
  const [now] = useState(page)
  if (now === 'time') return <ChildCountdown />
  if (now === 'learning') return <ChildLearning />
  if (now === 'staff') return <StaffGallery />
  if (now === 'who') return <WhoGallery />
  if (now.startsWith('home')) return <HomeGallery variant={now as HomeVariant} />
  return <ChildControls />
}
