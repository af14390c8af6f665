/** Puts the focus on the page, when the control that has it is about to go away; the keys of the screen work there. */
export function focusPage(): void {
  document.getElementById('main')?.focus({ preventScroll: true })
}
