import type { Page } from '@playwright/test'

/** One thing on a child's screen that breaks a rule of the design. */
export interface Finding {
  readonly rule: 'scrolls' | 'small-text' | 'small-target' | 'cut-off' | 'outside'
  readonly what: string
}

/** 20 px for words, 64 px for what is tapped (design tokens of the child's screens). */
const childFloor = { text: 20, target: 64 }

/**
 * Looks at a still screen: nothing scrolls, no words under the floor, nothing to tap that is too small, no words cut off, nothing
 * to tap outside the window. Staff screens have other floors; hand them in.
 */
export function sweep(page: Page, floor = childFloor): Promise<Finding[]> {
  return page.evaluate(({ text, target }) => {
    const found: { rule: 'scrolls' | 'small-text' | 'small-target' | 'cut-off' | 'outside'; what: string }[] =
      []
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- runs in the page, where nothing else is
    const nameOf = (node: Element): string => {
      const words = (node.getAttribute('aria-label') ?? node.textContent ?? '').trim().slice(0, 30)
      const kind =
        typeof node.className === 'string' && node.className ? `.${node.className.split(' ').join('.')}` : ''
      return `${node.tagName.toLowerCase()}${kind} “${words}”`
    }
    const dialogs = [...document.querySelectorAll('dialog[open]')]
    const scope: ParentNode = dialogs.at(-1) ?? document.body
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- runs in the page, where nothing else is
    const seen = (node: Element): boolean =>
      node.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      node.getBoundingClientRect().width > 1 &&
      !node.closest('.quiet, .sr-only')
    for (const node of [document.documentElement, ...scope.querySelectorAll('*')]) {
      if (node instanceof HTMLTextAreaElement || node instanceof SVGElement) continue
      const { overflowX, overflowY } = getComputedStyle(node)
      const scrolls = (how: string) => how === 'auto' || how === 'scroll' || node === document.documentElement
      if (scrolls(overflowY) && node.scrollHeight > node.clientHeight + 1)
        found.push({ rule: 'scrolls', what: `${nameOf(node)} ${node.scrollHeight} > ${node.clientHeight}` })
      if (scrolls(overflowX) && node.scrollWidth > node.clientWidth + 1)
        found.push({
          rule: 'scrolls',
          what: `${nameOf(node)} ${node.scrollWidth} > ${node.clientWidth} wide`,
        })
    }
    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!parent || !node.textContent?.trim() || !seen(parent) || parent.closest('svg, textarea')) continue
      const size = Number.parseFloat(getComputedStyle(parent).fontSize)
      if (size < text) found.push({ rule: 'small-text', what: `${nameOf(parent)} ${size} px` })
      const range = document.createRange()
      range.selectNodeContents(node)
      const words = range.getBoundingClientRect()
      for (let box: Element | null = parent; box && box !== scope; box = box.parentElement) {
        const style = getComputedStyle(box)
        if (style.overflow === 'visible') continue
        // What can be scrolled to, or ends in three dots on purpose, is not cut off.
        if (/auto|scroll/.test(style.overflow) || style.textOverflow === 'ellipsis') break
        const edge = box.getBoundingClientRect()
        if (words.right > edge.right + 2 || words.bottom > edge.bottom + 2 || words.left < edge.left - 2)
          found.push({ rule: 'cut-off', what: `${nameOf(parent)} in ${nameOf(box)}` })
        break
      }
      if (words.right > innerWidth + 2 || words.bottom > innerHeight + 2 || words.left < -2 || words.top < -2)
        found.push({ rule: 'outside', what: `words ${nameOf(parent)}` })
    }
    for (const node of scope.querySelectorAll<HTMLElement>(
      'button, a[href], [role="button"], input, select',
    )) {
      if (!seen(node)) continue
      const { width, height, left, right, top, bottom } = node.getBoundingClientRect()
      if (Math.min(width, height) < target - 0.5)
        found.push({
          rule: 'small-target',
          what: `${nameOf(node)} ${Math.round(width)}x${Math.round(height)}`,
        })
      if (right > innerWidth + 1 || bottom > innerHeight + 1 || left < -1 || top < -1)
        found.push({ rule: 'outside', what: nameOf(node) })
    }
    return found
  }, floor)
}
