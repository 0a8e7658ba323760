/** Journal events that the platform itself appends: name → one Vietnamese sentence. */
export const platformEvents: Readonly<Record<string, string>> = {
  'job.quarantined': 'Một việc tự động hỏng nhiều lần nên được đưa vào nơi chờ người xem.',
}
