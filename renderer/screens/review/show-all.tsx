/** Shows the long texts of a card whole, or in short again. */
export function ShowAll(props: {
  isOpened: boolean
  /** It has the cursor: Tab reaches it. */
  isReachable: boolean
  onOpen: (isOpened: boolean) => void
}) {
  const { isOpened } = props
  return (
    <button
      type="button"
      className="link-button small"
      tabIndex={props.isReachable ? 0 : -1}
      aria-expanded={isOpened}
      onClick={() => props.onOpen(!isOpened)}
    >
      {isOpened ? 'Show less' : 'Show all'}
    </button>
  )
}
