import type { OfficialLetter } from './letter.ts'

/** A short letter of the fictional province; a test changes what it is about. */
export const sampleLetter = (changes: Partial<OfficialLetter> = {}): OfficialLetter => ({
  governingBody: 'Ban An toàn giao thông tỉnh Mẫu',
  issuingBody: 'Văn phòng',
  issuerName: 'Văn phòng Ban An toàn giao thông tỉnh Mẫu',
  number: null,
  symbol: 'VPATGT-TH',
  place: 'Mẫu',
  date: { year: 2026, month: null, day: null },
  kind: null,
  subject: 'phối hợp kiểm tra bến xe trước Tết',
  addressees: ['Công an tỉnh Mẫu'],
  body: [
    {
      kind: 'paragraph',
      words: 'Để bảo đảm an toàn cho người đi lại dịp Tết, đề nghị cử cán bộ cùng kiểm tra các bến xe./.',
    },
  ],
  recipients: ['Như trên', 'Lưu: VT, TH'],
  signature: { authority: ['KT. Chánh Văn phòng'], title: 'Phó Chánh Văn phòng', name: 'Lê Thị Hoa' },
  annexes: [],
  ...changes,
})
