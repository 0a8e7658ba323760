import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { createKey } from '#platform/web/api.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { ChosenList } from '#platform/web/ui/chosen-list.tsx'
import { DateField } from '#platform/web/ui/date-field.tsx'
import { Dialog } from '#platform/web/ui/dialog.tsx'
import { TextArea, TextField } from '#platform/web/ui/field.tsx'
import { ProblemNotice } from '#platform/web/ui/notice.tsx'
import { showToast } from '#platform/web/ui/toast.tsx'
import { assignmentKeys, giveByHand } from './api.ts'
import { useAgencyChoices, useGroups } from './choices.ts'
import { LIST } from './filters.ts'

const GROUP = 'nhom:'

/** A duty from a letter, a telephone call, a leader's note: typed once, given to one agency or to many. */
export const HandDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const [text, setText] = useState('')
  const [agencies, setAgencies] = useState<readonly string[]>([])
  const [partners, setPartners] = useState<readonly string[]>([])
  const [due, setDue] = useState<string>()
  const [output, setOutput] = useState('')
  const [sourceNote, setSourceNote] = useState('')
  const [isAsked, setAsked] = useState(false)
  const [key] = useState(createKey)
  const client = useQueryClient()
  const router = useRouter()
  const choices = useAgencyChoices()
  const groups = useGroups()
  const leads = useMemo(
    () => [
      ...groups.map((group) => ({
        id: `${GROUP}${group.code}`,
        label: group.name,
        note: `nhóm, ${group.current.length} cơ quan`,
        alsoFoundBy: group.aliases,
      })),
      ...choices,
    ],
    [groups, choices],
  )
  // A group means its members of today, each with a duty of its own.
  const expand = (ids: readonly string[]): readonly string[] => [
    ...new Set(
      ids.flatMap((id) =>
        id.startsWith(GROUP) ? (groups.find((group) => `${GROUP}${group.code}` === id)?.current ?? []) : [id],
      ),
    ),
  ]
  const errors = {
    text: text.trim().length < 3 ? 'Ghi nội dung nhiệm vụ.' : undefined,
    agencies: agencies.length === 0 ? 'Chọn ít nhất một cơ quan.' : undefined,
    sourceNote:
      sourceNote.trim().length < 3
        ? 'Ghi nhiệm vụ từ đâu: công văn, điện thoại, ý kiến của ai, ngày nào.'
        : undefined,
  }
  const send = useMutation({
    mutationFn: async () =>
      await giveByHand(
        {
          text: text.trim(),
          agencies: [...agencies],
          partners: [...partners],
          due: due ?? null,
          output: output.trim() || null,
          sourceNote: sourceNote.trim(),
        },
        { key },
      ),
    onSuccess: async ({ made }) => {
      await client.invalidateQueries({ queryKey: assignmentKeys.all })
      showToast(`Đã giao ${made} nhiệm vụ.`)
      onClose()
      void router.navigate({ to: LIST as never, search: { 'ngoai-ke-hoach': 'yes' } as never })
    },
  })
  const isReady = Object.values(errors).every((error) => error === undefined)
  const shown = isAsked ? errors : { text: undefined, agencies: undefined, sourceNote: undefined }
  return (
    <Dialog
      title="Giao việc ngoài kế hoạch"
      isOpen
      isFirm
      onClose={onClose}
      actions={
        <>
          <Button
            look="primary"
            isBusy={send.isPending}
            onClick={() => {
              setAsked(true)
              if (isReady) send.mutate()
            }}
          >
            {agencies.length > 1 ? `Giao cho ${agencies.length} cơ quan` : 'Giao nhiệm vụ'}
          </Button>
          <Button onClick={onClose}>Thôi</Button>
        </>
      }
    >
      <div className="form">
        {send.isError && <ProblemNotice error={send.error} />}
        <TextArea
          label="Nội dung nhiệm vụ"
          rows={4}
          maxLength={10_000}
          error={shown.text}
          value={text}
          onChange={setText}
        />
        <ChosenList
          label="Cơ quan chủ trì"
          hint="Mỗi cơ quan một nhiệm vụ riêng; chọn một nhóm là chọn mọi cơ quan trong nhóm."
          isOptional={false}
          error={shown.agencies}
          choices={leads}
          chosen={agencies}
          onChange={(ids) => setAgencies(expand(ids))}
        />
        <ChosenList
          label="Cơ quan phối hợp"
          choices={choices.filter((choice) => !agencies.includes(choice.id))}
          chosen={partners}
          onChange={setPartners}
        />
        <DateField
          label="Hạn hoàn thành"
          hint="Không có hạn thì cơ quan báo cáo theo quý."
          isOptional
          value={due}
          onChange={setDue}
        />
        <TextField
          label="Kết quả phải có"
          hint="Ví dụ: văn bản, biên bản, số liệu."
          isOptional
          maxLength={2000}
          value={output}
          onChange={setOutput}
        />
        <TextField
          label="Nguồn"
          hint="Ví dụ: Công văn 125/UBND ngày 20/11/2026; đồng chí Trưởng ban gọi điện ngày 20/11/2026."
          maxLength={1000}
          error={shown.sourceNote}
          value={sourceNote}
          onChange={setSourceNote}
        />
      </div>
    </Dialog>
  )
}
