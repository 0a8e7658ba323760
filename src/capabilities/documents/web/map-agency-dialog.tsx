import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#platform/web/ui/button.tsx'
import { ComboBox, type Choice } from '#platform/web/ui/combo-box.tsx'
import { Dialog } from '#platform/web/ui/dialog.tsx'
import { ProblemNotice } from '#platform/web/ui/notice.tsx'
import { addAlias } from './agencies.ts'

/** Maps a printed name to an agency once and for all: every document that prints it so is understood from then on. */
export const MapAgencyDialog = ({
  printed,
  choices,
  onMapped,
  onClose,
}: {
  readonly printed: string
  readonly choices: readonly Choice[]
  readonly onMapped: () => void
  readonly onClose: () => void
}) => {
  const [code, setCode] = useState<string>()
  const map = useMutation({ mutationFn: (chosen: string) => addAlias(chosen, printed), onSuccess: onMapped })
  return (
    <Dialog
      title="Gán cơ quan"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            look="primary"
            isBusy={map.isPending}
            aria-disabled={code === undefined}
            onClick={() => code !== undefined && map.mutate(code)}
          >
            Gán
          </Button>
          <Button onClick={onClose}>Thôi</Button>
        </>
      }
    >
      <p>
        Văn bản ghi “{printed}”. Chọn cơ quan tương ứng; từ nay mọi văn bản ghi như vậy đều được hiểu là cơ
        quan này.
      </p>
      {map.isError && <ProblemNotice error={map.error} />}
      <ComboBox
        label="Cơ quan"
        choices={choices.filter((choice) => choice.note !== 'nhóm cơ quan')}
        value={code}
        onChange={setCode}
      />
    </Dialog>
  )
}
