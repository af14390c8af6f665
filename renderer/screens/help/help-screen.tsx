/** To be filled. */
export function HelpScreen() {
  return <h1>Help</h1>
}
