import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { LentDialogProps } from '#platform/web/capability.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { ComboBox } from '#platform/web/ui/combo-box.tsx'
import { Dialog } from '#platform/web/ui/dialog.tsx'
import { ProblemNotice } from '#platform/web/ui/notice.tsx'
import { showToast } from '#platform/web/ui/toast.tsx'
import { addAlias, agenciesQuery, takeAliasBack } from './api.ts'
import { toAgencyChoices } from './agency-form.tsx'

/** Maps a printed name to an agency once and for all: every document that prints it so is understood from then on. */
const MapAgencyDialog = ({ subject: printed, onDone, onUndone, onClose }: LentDialogProps) => {
  const [code, setCode] = useState<string>()
  const client = useQueryClient()
  const all = useQuery(agenciesQuery({}))
  const choices = useMemo(() => toAgencyChoices(all.data?.items ?? []), [all.data])
  const map = useMutation({
    mutationFn: async (chosen: string) => await addAlias(chosen, printed),
    onSuccess: (agency) => {
      // Whatever names agencies may read differently now.
      void client.invalidateQueries()
      const undo = async (): Promise<void> => {
        try {
          await takeAliasBack(agency.code, printed)
          showToast(`“${printed}” lại là chưa rõ cơ quan nào.`)
        } catch {
          showToast(`Chưa bỏ được tên gọi “${printed}”; sửa ở trang của ${agency.name}.`)
        }
        onUndone?.()
        await client.invalidateQueries()
      }
      // A name that the agency had before is not taken from it.
      showToast(
        `Từ nay “${printed}” được hiểu là ${agency.name}.`,
        agency.isNew ? () => void undo() : undefined,
      )
      onDone()
    },
  })
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
      <div className="form">
        <p>
          Văn bản ghi “{printed}”. Chọn cơ quan tương ứng trong danh bạ; từ nay mọi văn bản ghi như vậy đều
          được hiểu là cơ quan này.
        </p>
        {map.isError && <ProblemNotice error={map.error} />}
        {all.isError && <ProblemNotice error={all.error} />}
        <ComboBox label="Cơ quan" choices={choices} value={code} onChange={setCode} />
        <p className="quiet small">
          Danh bạ chưa có cơ quan này thì thêm ở trang <Link to="/co-quan">Cơ quan</Link>.
        </p>
      </div>
    </Dialog>
  )
}

export default MapAgencyDialog
