/** Words of the pages for reading and checking, and of what goes wrong, in English. The other languages have exactly these keys. */
export const enReading = {
  expected: '{field}: expected {what}',
  'expected.day': 'a day, YYYY-MM-DD',
  'expected.order': 'a day not after “{other}”',
  'expected.whole': 'a whole number from {least} to {most}',
  'expected.choice': 'one of {list}',
  'expected.short': 'at most {most} characters',
  'fault.bad-query': 'This query cannot be answered',
  'fault.not-found': 'There is nothing under this address',
  'fault.read-only': 'Pages can only be read',
  'fault.too-long': 'This address is too long',
  'fault.wrong-host': 'These pages are not served under this name',
  'fault.taken-out': 'This article was taken out of the record',
  'fault.store-busy': 'The record is being written just now',
  'fault.store-gone': 'The record is not in its place',
  'fault.store-damaged': 'The record cannot be read',
  'fault.failed': 'The page could not be made',
  'faultHow.too-long':
    'An address has at most {most} characters. To check a long text, take one sentence of it.',
  'faultHow.wrong-host':
    'Open them under the address that Derek printed when it was started. Whoever runs it can allow another name with “derek serve --name”.',
  'faultHow.store-busy': 'Another program is writing to it. Try again in a moment.',
  'faultHow.store-gone':
    'Its file was moved or removed after Derek had been started. Whoever runs it has to put it back or start Derek with another “--db”.',
  'faultHow.store-damaged':
    'Its file is damaged. Whoever runs Derek finds out more with “derek doctor”, and has to put a backup in its place.',
  'faultHow.failed': 'Something went wrong on our side; the record itself is untouched.',
  takenOutOn: 'Taken out on {day}: {reason}',

  check: 'Check',
  checkLead:
    'Paste a sentence with a number, or with a person in a post: Derek holds it against what the outlets reported.',
  checkHow:
    'The answer says whether the record supports the sentence, contradicts it or is silent, and shows every sentence that it rests on. Derek does not know who is right; it knows what was reported.',
  checkLabel: 'A sentence in Kazakh or Russian',
  checkButton: 'Check',
  checkAsOf: 'By what was known on',
  checkClaimedAt: 'The claim was made on',
  checkAnswer: 'Answer',
  checkOn: 'by what was known on {day}',
  checkParsed: 'How the sentence was understood',
  slotOpen: 'not said',
  checkChart: 'The claim, {claim}, among the reported values',
  checkSearched: 'What was searched',
  checkOnly: 'Articles known on {day}. What no outlet among these reported is not in the record.',
  permalink: 'Permanent link to this answer',
  'evidenceOf.supports': 'What supports it',
  'evidenceOf.refutes': 'What contradicts it',
  'evidenceOf.supersedes': 'What is newer',
  'evidenceOf.superseded': 'What was right then',
  'evidenceOf.other_scope': 'Near, but about something else',
} as const;
