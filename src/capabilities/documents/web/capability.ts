import { FileText, Inbox } from 'lucide-react'
import type { SearchHit, TodayLine, WebCapability } from '#platform/web/capability.ts'
import { documentsApi } from './api.ts'

const findDocuments = async (text: string, signal: AbortSignal): Promise<readonly SearchHit[]> => {
  const page = await documentsApi.list({ q: text, size: '6' }, signal)
  return page.items.map((one) => ({
    title: one.subject ?? one.fileName,
    note: [one.type, one.number, one.issuer].filter((part) => part !== null).join(' · '),
    to: `/van-ban/${one.id}`,
  }))
}

const loadToday = async (signal: AbortSignal): Promise<readonly TodayLine[]> => {
  const [waiting, read] = await Promise.all([
    documentsApi.list({ state: 'received', withdrawn: 'no', size: '1' }, signal),
    documentsApi.list({ state: 'read', withdrawn: 'no', size: '5' }, signal),
  ])
  const lines: TodayLine[] = read.items.map((one) => ({
    text: `Rà soát ${one.type ?? 'văn bản'} ${one.number ?? ''} “${one.subject ?? one.fileName}”: còn ${one.counts.open} mục, ${one.counts.unsure} mục cần xem`,
    to: `/van-ban/${one.id}/ra-soat`,
    tone: 'due',
  }))
  if (read.total > read.items.length) {
    lines.push({
      text: `Còn ${read.total - read.items.length} văn bản khác đang chờ rà soát`,
      to: '/van-ban?trang-thai=read',
      tone: 'plain',
    })
  }
  if (waiting.total > 0)
    lines.push({
      text: `${waiting.total} văn bản đang chờ bộ đọc`,
      to: '/van-ban?trang-thai=received',
      tone: 'plain',
    })
  return lines
}

/** Names for the journal: the newest documents; older ones stand under their code. */
const loadNames = async (signal: AbortSignal) => {
  const page = await documentsApi.list({ size: '200' }, signal)
  return new Map(
    page.items.map((one) => [
      `document:${one.id}`,
      {
        label: [one.type, one.number ?? one.subject ?? one.fileName]
          .filter((part) => part !== null)
          .join(' '),
        to: `/van-ban/${one.id}`,
      },
    ]),
  )
}

/** Screens of `documents`: the archive, taking in, one document, its review. */
export const documentsWeb: WebCapability = {
  name: 'documents',
  pages: [
    { path: '/van-ban', permission: 'documents.view', load: async () => await import('./archive-page.tsx') },
    {
      path: '/van-ban/tiep-nhan',
      permission: 'documents.upload',
      load: async () => await import('./import-page.tsx'),
    },
    {
      path: '/van-ban/$id',
      permission: 'documents.view',
      load: async () => await import('./document-page.tsx'),
    },
    {
      path: '/van-ban/$id/ra-soat',
      permission: 'documents.view',
      load: async () => await import('./review-page.tsx'),
    },
  ],
  menu: [
    {
      group: 'plans',
      label: 'Kho văn bản',
      to: '/van-ban',
      icon: FileText,
      permission: 'documents.view',
      order: 20,
      letter: 'v',
    },
    {
      group: 'plans',
      label: 'Tiếp nhận văn bản',
      to: '/van-ban/tiep-nhan',
      icon: Inbox,
      permission: 'documents.upload',
      order: 10,
      letter: 't',
    },
  ],
  names: [{ name: 'documents', permission: 'documents.view', load: loadNames }],
  search: [{ title: 'Văn bản', permission: 'documents.view', find: findDocuments }],
  today: [{ name: 'documents', permission: 'documents.review', load: loadToday }],
}
