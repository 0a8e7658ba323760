import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createKey, type Versioned } from '#platform/web/api.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { ComboBox } from '#platform/web/ui/combo-box.tsx'
import { DateField } from '#platform/web/ui/date-field.tsx'
import { Dialog } from '#platform/web/ui/dialog.tsx'
import { TextArea, TextField } from '#platform/web/ui/field.tsx'
import { ProblemNotice } from '#platform/web/ui/notice.tsx'
import { showToast } from '#platform/web/ui/toast.tsx'
import type { AssignmentDetail, StoryEntry } from '../../domain/assignment-schemas.ts'
import type { Verb } from '../../domain/assignment.ts'
import { verbWords } from '../../domain/assignment-words.ts'
import { assignmentKeys, toAction } from './api.ts'
import { ChangedNotice } from './changed-notice.tsx'
import { useAgencyChoices } from './choices.ts'
import {
  findFaults,
  listFields,
  toDeed,
  toFirstAnswers,
  wordsHint,
  wordsLabel,
  type Answers,
  type Faults,
} from './deed-form.ts'
import { EvidenceFields } from './evidence-fields.tsx'
import { sendDeed } from './send-deed.ts'

const dangerous: readonly Verb[] = ['refuse', 'withdraw', 'set-aside']

/** The small form of one verb. Whatever happens on the server meanwhile, what was typed stays. */
export const ActDialog = ({
  duty,
  verb,
  onClose,
}: {
  readonly duty: Versioned<AssignmentDetail>
  readonly verb: Verb
  readonly onClose: () => void
}) => {
  const [seen, setSeen] = useState(duty)
  const [news, setNews] = useState<readonly StoryEntry[]>([])
  const [answers, setAnswers] = useState<Answers>(() => toFirstAnswers(verb, duty.value))
  const [isAsked, setAsked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [id] = useState(createKey)
  const client = useQueryClient()
  const faults = findFaults(verb, answers)
  const isPossible = seen.value.verbs.includes(verb)

  const send = useMutation({
    mutationFn: async () => await sendDeed(seen, toAction(toDeed(verb, answers), id)),
    onSuccess: async (sent) => {
      if (sent.isDone) {
        await client.invalidateQueries({ queryKey: assignmentKeys.all })
        showToast(`Đã ${verbWords[verb].done}.`)
        onClose()
        return
      }
      setSeen(sent.fresh)
      setNews(sent.news)
      await client.invalidateQueries({ queryKey: assignmentKeys.all })
    },
  })
  const submit = (): void => {
    setAsked(true)
    if (Object.keys(faults).length === 0 && isPossible && !isBusy) send.mutate()
  }
  return (
    <Dialog
      title={verbWords[verb].button}
      isOpen
      isFirm
      onClose={onClose}
      actions={
        <>
          <Button
            look={dangerous.includes(verb) ? 'danger' : 'primary'}
            isBusy={send.isPending || isBusy}
            disabled={!isPossible}
            onClick={submit}
          >
            {verbWords[verb].button}
          </Button>
          <Button onClick={onClose}>Thôi</Button>
        </>
      }
    >
      <div className="form">
        {news.length > 0 && <ChangedNotice news={news} isPossible={isPossible} />}
        {send.isError && <ProblemNotice error={send.error} />}
        {listFields(verb).length === 0 && news.length === 0 && (
          <p>Thao tác được ghi vào diễn biến của nhiệm vụ.</p>
        )}
        <Fields
          verb={verb}
          assignment={seen.value.id}
          answers={answers}
          faults={isAsked ? faults : {}}
          onChange={(change) => setAnswers((before) => ({ ...before, ...change }))}
          onEvidence={(change) => setAnswers((before) => ({ ...before, evidence: change(before.evidence) }))}
          onBusy={setBusy}
        />
      </div>
    </Dialog>
  )
}

const Fields = ({
  verb,
  assignment,
  answers,
  faults,
  onChange,
  onEvidence,
  onBusy,
}: {
  readonly verb: Verb
  readonly assignment: string
  readonly answers: Answers
  readonly faults: Faults
  readonly onChange: (change: Partial<Answers>) => void
  readonly onEvidence: (change: (before: Answers['evidence']) => Answers['evidence']) => void
  readonly onBusy: (isBusy: boolean) => void
}) => {
  const choices = useAgencyChoices()
  const hint = wordsHint(verb)
  return (
    <>
      {listFields(verb).map(({ name, isOptional }) => {
        switch (name) {
          case 'words':
            return (
              <TextArea
                key={name}
                label={wordsLabel(verb)}
                {...(hint === undefined ? {} : { hint })}
                rows={4}
                maxLength={2000}
                isOptional={isOptional}
                error={faults.words}
                value={answers.words}
                onChange={(words) => onChange({ words })}
              />
            )
          case 'percent':
            return (
              <TextField
                key={name}
                label="Mức hoàn thành, phần trăm"
                inputMode="numeric"
                maxLength={3}
                isOptional={isOptional}
                error={faults.percent}
                value={answers.percent}
                onChange={(percent) => onChange({ percent })}
              />
            )
          case 'until':
            return (
              <DateField
                key={name}
                label="Gia hạn đến ngày"
                error={faults.until}
                value={answers.until}
                onChange={(until) => onChange({ until })}
              />
            )
          case 'due':
            return (
              <DateField
                key={name}
                label="Hạn hoàn thành"
                isOptional={isOptional}
                value={answers.due}
                onChange={(due) => onChange({ due })}
              />
            )
          case 'agency':
            return (
              <ComboBox
                key={`${name} ${choices.length}`}
                label={verb === 'delegate' ? 'Đơn vị, xã hoặc phường thực hiện' : 'Cơ quan chủ trì'}
                error={faults.agency}
                choices={choices}
                value={answers.agency}
                onChange={(agency) => onChange({ agency })}
              />
            )
          case 'evidence':
            return (
              <EvidenceFields
                key={name}
                assignment={assignment}
                value={answers.evidence}
                onChange={onEvidence}
                onBusy={onBusy}
              />
            )
          default: {
            const never: never = name
            return never
          }
        }
      })}
    </>
  )
}
