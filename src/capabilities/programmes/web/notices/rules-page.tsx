import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createKey } from '#platform/web/api.ts'
import { formatDay, formatNumber, todayInVietnam } from '#platform/web/format.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { Chip } from '#platform/web/ui/chip.tsx'
import { DataTable, type Column } from '#platform/web/ui/data-table.tsx'
import { DateField } from '#platform/web/ui/date-field.tsx'
import { Dialog } from '#platform/web/ui/dialog.tsx'
import { Checkbox, Select, TextField } from '#platform/web/ui/field.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { Notice, ProblemNotice } from '#platform/web/ui/notice.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { showToast } from '#platform/web/ui/toast.tsx'
import { recipientWords, stageWords } from '../../domain/notice-words.ts'
import { RECIPIENTS, type RecipientRole } from '../../domain/reminders.ts'
import type { ReminderRules } from '../../domain/notice-schemas.ts'
import { addHours, addRule, rulesQuery } from './api.ts'

type Rule = ReminderRules['rules'][number]
type Hours = ReminderRules['hours'][number]

const isOpen = ({ isInForce, validFrom }: Rule | Hours): boolean => isInForce || validFrom > todayInVietnam()

const ForceChip = ({ rule }: { readonly rule: Rule | Hours }) =>
  rule.isInForce ? (
    <Chip tone="done">Đang áp dụng</Chip>
  ) : isOpen(rule) ? (
    <Chip tone="info">Chưa đến ngày</Chip>
  ) : (
    <Chip>Đã thay</Chip>
  )

const toClock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const ruleColumns: readonly Column<Rule>[] = [
  { id: 'moc', header: 'Mốc nhắc', cell: (rule) => stageWords(rule.stage) },
  {
    id: 'nguoi',
    header: 'Người được nhắc',
    cell: (rule) =>
      rule.roles.length === 0 ? 'Không nhắc' : rule.roles.map((role) => recipientWords[role]).join('; '),
  },
  { id: 'tu', header: 'Từ ngày', width: '112px', cell: (rule) => fromWords(rule.validFrom) },
  {
    id: 'den',
    header: 'Đến ngày',
    width: '112px',
    cell: (rule) => (rule.validTo === null ? '' : formatDay(rule.validTo)),
  },
  { id: 'tinh-trang', header: 'Tình trạng', width: '136px', cell: (rule) => <ForceChip rule={rule} /> },
]

const hourColumns: readonly Column<Hours>[] = [
  { id: 'gio', header: 'Giờ gửi thư', cell: (one) => `${toClock(one.from)} – ${toClock(one.until)}` },
  { id: 'tu', header: 'Từ ngày', width: '112px', cell: (one) => fromWords(one.validFrom) },
  { id: 'tinh-trang', header: 'Tình trạng', width: '136px', cell: (one) => <ForceChip rule={one} /> },
]

/** The rules of the product hold from the beginning. */
const fromWords = (day: string): string => (day <= '2000-01-01' ? 'Từ đầu' : formatDay(day))

/** By which rules people are reminded; what was once in force stays to be seen. */
const RulesPage = () => {
  const query = useQuery(rulesQuery)
  const [adding, setAdding] = useState<'rule' | 'hours'>()
  return (
    <>
      <PageHeader
        title="Quy tắc nhắc việc"
        note="Mốc rơi vào ngày nghỉ: nhắc trước hạn chuyển về ngày làm việc liền trước, nhắc quá hạn chuyển sang ngày làm việc tiếp theo."
        actions={
          <>
            <Button look="primary" onClick={() => setAdding('rule')}>
              Thêm quy tắc
            </Button>
            <Button onClick={() => setAdding('hours')}>Đặt giờ gửi thư</Button>
          </>
        }
      />
      <Loaded query={query} rows={6}>
        {({ rules, hours, letters }) => (
          <div className="stack">
            {letters.refused > 0 && (
              <Notice tone="due" title="Có địa chỉ thư không nhận được">
                Máy chủ thư từ chối địa chỉ của {formatNumber(letters.refused)} người. Những người này vẫn
                thấy thông báo trong hệ thống; kiểm tra lại thư điện tử của họ ở mục Người dùng.
              </Notice>
            )}
            {letters.waiting > 0 && (
              <p className="quiet">{formatNumber(letters.waiting)} người có thư đang chờ gửi.</p>
            )}
            <DataTable
              caption="Mốc nhắc"
              columns={ruleColumns}
              rows={rules.toSorted((a, b) => a.stage - b.stage)}
              rowKey={(rule) => JSON.stringify(rule)}
              empty={null}
            />
            <DataTable
              caption="Giờ gửi thư"
              columns={hourColumns}
              rows={hours}
              rowKey={(one) => JSON.stringify(one)}
              empty={null}
            />
          </div>
        )}
      </Loaded>
      {adding === 'rule' && <RuleDialog onClose={() => setAdding(undefined)} />}
      {adding === 'hours' && <HoursDialog onClose={() => setAdding(undefined)} />}
    </>
  )
}

/** Writes and shows the rules as they are then. */
const useAdding = (write: (key: string) => Promise<ReminderRules>, done: string, onClose: () => void) => {
  const client = useQueryClient()
  const [key] = useState(createKey)
  return useMutation({
    mutationFn: async () => await write(key),
    onSuccess: async () => {
      showToast(done)
      await client.invalidateQueries(rulesQuery)
      onClose()
    },
  })
}

const RuleDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const [when, setWhen] = useState<'before' | 'after'>('after')
  const [days, setDays] = useState('14')
  const [roles, setRoles] = useState<readonly RecipientRole[]>(['focal'])
  const [from, setFrom] = useState<string | undefined>(todayInVietnam())
  const [to, setTo] = useState<string>()
  const count = /^\d{1,3}$/u.test(days) ? Number(days) : undefined
  const most = when === 'before' ? 90 : 365
  const isWrong = count === undefined || count > most
  const add = useAdding(
    async (key) => {
      const stage = (when === 'before' ? -1 : 1) * (count ?? 0)
      // Minus nought is nought.
      const rule = {
        stage: stage === 0 ? 0 : stage,
        roles: [...roles],
        validFrom: from ?? '',
        validTo: to ?? null,
      }
      return await addRule(rule, key)
    },
    'Đã thêm quy tắc nhắc việc.',
    onClose,
  )
  return (
    <Dialog
      title="Thêm quy tắc nhắc việc"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form="rule-form" look="primary" isBusy={add.isPending}>
            Thêm quy tắc
          </Button>
          <Button onClick={onClose}>Đóng</Button>
        </>
      }
    >
      <form
        id="rule-form"
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!add.isPending && !isWrong && from !== undefined) add.mutate()
        }}
      >
        {add.isError && <ProblemNotice error={add.error} />}
        <p>Quy tắc mới thay quy tắc cùng mốc kể từ ngày bắt đầu; những ngày trước đó vẫn theo quy tắc cũ.</p>
        <Select
          label="Mốc"
          value={when}
          options={[
            { value: 'before', label: 'Trước hạn' },
            { value: 'after', label: 'Quá hạn' },
          ]}
          onChange={setWhen}
        />
        <TextField
          label="Số ngày"
          hint="0 là đúng ngày đến hạn."
          inputMode="numeric"
          required
          value={days}
          onChange={setDays}
          error={isWrong ? `Nhập số ngày từ 0 đến ${most}.` : undefined}
        />
        <fieldset>
          <legend>Người được nhắc</legend>
          {RECIPIENTS.map((role) => (
            <Checkbox
              key={role}
              label={recipientWords[role]}
              checked={roles.includes(role)}
              onChange={(isChosen) =>
                setRoles(RECIPIENTS.filter((one) => (one === role ? isChosen : roles.includes(one))))
              }
            />
          ))}
          <p className="small quiet">Không chọn ai: bỏ mốc này.</p>
        </fieldset>
        <DateField label="Áp dụng từ ngày" value={from} onChange={setFrom} />
        <DateField label="Đến hết ngày" isOptional value={to} onChange={setTo} />
      </form>
    </Dialog>
  )
}

const halfHours = Array.from({ length: 49 }, (_, i) => ({ value: String(i * 30), label: toClock(i * 30) }))

const HoursDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const [from, setFrom] = useState('420')
  const [until, setUntil] = useState('1080')
  const [day, setDay] = useState<string | undefined>(todayInVietnam())
  const isTurned = Number(until) <= Number(from)
  const add = useAdding(
    async (key) => await addHours({ from: Number(from), until: Number(until), validFrom: day ?? '' }, key),
    'Đã đặt giờ gửi thư.',
    onClose,
  )
  return (
    <Dialog
      title="Đặt giờ gửi thư"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form="hours-form" look="primary" isBusy={add.isPending}>
            Đặt giờ gửi thư
          </Button>
          <Button onClick={onClose}>Đóng</Button>
        </>
      }
    >
      <form
        id="hours-form"
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!add.isPending && !isTurned && day !== undefined) add.mutate()
        }}
      >
        {add.isError && <ProblemNotice error={add.error} />}
        <p>Ngoài khung giờ này không gửi thư; thông báo trong hệ thống vẫn hiện ngay.</p>
        <Select label="Từ" value={from} options={halfHours.slice(0, -1)} onChange={setFrom} />
        <Select
          label="Đến"
          value={until}
          options={halfHours.slice(1)}
          onChange={setUntil}
          {...(isTurned ? { error: 'Giờ kết thúc phải sau giờ bắt đầu.' } : {})}
        />
        <DateField label="Áp dụng từ ngày" value={day} onChange={setDay} />
      </form>
    </Dialog>
  )
}

export default RulesPage
