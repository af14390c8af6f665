/** What there is to say about a card, a line each. */
export function Remarks({ remarks, isWrong = false }: { remarks: readonly string[]; isWrong?: boolean }) {
  return remarks.map(remark => (
    <p key={remark} className={isWrong ? 'review-remark is-wrong' : 'review-remark'}>
      {remark}
    </p>
  ))
}
