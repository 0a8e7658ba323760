import { useState } from 'react'
import { Button } from '#platform/web/ui/button.tsx'
import { Dialog } from '#platform/web/ui/dialog.tsx'
import { TextArea } from '#platform/web/ui/field.tsx'
import type { Proposal, ProposalValue } from '../domain/review-api.ts'

/** The words of a value that a split divides. */
const wordsOf = (value: ProposalValue): string => {
  switch (value.kind) {
    case 'task':
      return value.text
    case 'target':
      return value.indicator
    case 'deadline':
      return value.what
    case 'reporting':
      return value.to ?? ''
    case 'trigger':
      return value.must
  }
}

const withWords = (value: ProposalValue, words: string): ProposalValue => {
  switch (value.kind) {
    case 'task':
      return { ...value, text: words }
    case 'target':
      return { ...value, indicator: words }
    case 'deadline':
      return { ...value, what: words }
    case 'reporting':
      return { ...value, to: words }
    case 'trigger':
      return { ...value, must: words }
  }
}

/** Where a person would cut: between sentences and at semicolons. */
export const suggestPieces = (words: string): string[] => {
  const pieces = words.split(/(?<=[.;])\s+(?=\p{L})/u).map((piece) => piece.trim())
  return pieces.filter((piece) => piece !== '')
}

/** One item into several: each line becomes an item that keeps who and when. */
export const SplitDialog = ({
  proposal,
  onSplit,
  onClose,
}: {
  readonly proposal: Proposal
  readonly onSplit: (into: ProposalValue[]) => void
  readonly onClose: () => void
}) => {
  const [text, setText] = useState(() => suggestPieces(wordsOf(proposal.value)).join('\n'))
  const pieces = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const isTooFew = pieces.length < 2
  return (
    <Dialog
      title={`Tách mục ${proposal.path}`}
      isOpen
      isFirm
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button
            look="primary"
            aria-disabled={isTooFew}
            onClick={() => !isTooFew && onSplit(pieces.map((piece) => withWords(proposal.value, piece)))}
          >
            Tách thành {pieces.length} mục
          </Button>
          <Button onClick={onClose}>Thôi</Button>
        </>
      }
    >
      <TextArea
        label="Mỗi dòng là một mục"
        hint="Các mục giữ nguyên chủ trì, phối hợp và thời hạn; sửa từng mục sau khi tách."
        rows={10}
        value={text}
        error={isTooFew ? 'Cần ít nhất hai dòng.' : undefined}
        onChange={setText}
      />
    </Dialog>
  )
}
