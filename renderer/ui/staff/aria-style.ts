// react-aria writes one <style> into the page unless it finds something under this id. The content security policy would
// refuse it and the log would fill with refusals, so we stand in its place; the rule itself is in button.css.
const id = 'react-aria-pressable-style'
if (typeof document !== 'undefined' && !document.querySelector(`#${id}`)) {
  const mark = document.createElement('meta')
  mark.id = id
  document.head.append(mark)
}
