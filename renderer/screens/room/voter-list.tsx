import { Button } from '../../components/button.tsx'

/** Somebody who votes on a laptop that goes round. */
export type Voter = {
  readonly id: string
  readonly name: string
  /** With the organisation: `Ada Byron, council`. */
  readonly fullName: string
  readonly hasVoted: boolean
  readonly isNow: boolean
}

/** Everyone in a few short columns: who is to vote, who has. Any of them may have the laptop next, or once more. */
export function VoterList({
  voters,
  onChoose,
}: {
  voters: readonly Voter[]
  onChoose: (id: string) => void
}) {
  return (
    <ul className="room-voters" aria-label="Everyone in the room">
      {voters.map(({ id, name, fullName, hasVoted, isNow }) => (
        <li
          key={id}
          title={fullName}
          aria-current={isNow || undefined}
          className={hasVoted ? 'has-voted' : ''}
        >
          {isNow ? (
            <strong>{name}</strong>
          ) : (
            <Button
              variant="link"
              onPress={() => onChoose(id)}
              label={hasVoted ? `${name}: vote again, ${fullName}` : `${name}: vote now, ${fullName}`}
            >
              {name}
            </Button>
          )}
          {hasVoted && (
            <span className="quiet">
              <span aria-hidden="true">✓</span>
              <span className="hidden-words">, has voted</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
