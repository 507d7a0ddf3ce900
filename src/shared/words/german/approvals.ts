import type { approvalsTexts } from '../catalogue/approvals';
import type { TranslationsOf } from '../templates';

/** Texts of what waits for the person: approvals and announced hang-ups. */
export const approvals: TranslationsOf<typeof approvalsTexts> = {
  Approve: 'Genehmigen',
  Deny: 'Ablehnen',
  'This cannot be approved by voice.': 'Dies kann nicht durch Sprechen genehmigt werden.',
  Preview: 'Vorschau',
  'Exact arguments of “{tool}”': 'Genaue Argumente von „{tool}“',
  'Exact arguments': 'Genaue Argumente',
  'Parley has read text by others: it asks before it acts.':
    'Parley hat Text von anderen gelesen: Es fragt, bevor es handelt.',
  'In this conversation Parley no longer asks because of what it has read':
    'In diesem Gespräch fragt Parley nicht mehr wegen dessen, was es gelesen hat',
  'I trust it': 'Ich vertraue dem',
  'Or say “{verb} it”.': 'Oder sagen Sie auf Englisch „{verb} it“.',
  'Always allow': 'Immer erlauben',
  'Always allow in {scope}': 'In {scope} immer erlauben',
  'Allow in this conversation': 'In diesem Gespräch erlauben',
  'Allow in {scope} in this conversation': 'In diesem Gespräch in {scope} erlauben',
  'With the focus here, {key} approves, Escape denies.':
    'Liegt der Fokus hier, genehmigt {key} und Escape lehnt ab.',
  '{key} approves, Escape denies.': '{key} genehmigt, Escape lehnt ab.',
  '{count} requests wait. {key} goes to the first, Escape denies it.': {
    one: '{count} Anfrage wartet. {key} führt zur ersten, Escape lehnt sie ab.',
    other: '{count} Anfragen warten. {key} führt zur ersten, Escape lehnt sie ab.',
  },
  'Waiting for your approval.': 'Wartet auf Ihre Genehmigung.',
  'Closing in {seconds} s to save cost.': 'Schließt in {seconds} s, um Kosten zu sparen.',
  'The conversation closes in {count} seconds to save cost. Press any key to keep talking.': {
    one: 'Das Gespräch schließt in {count} Sekunde, um Kosten zu sparen. Drücken Sie eine beliebige Taste, um weiterzusprechen.',
    other:
      'Das Gespräch schließt in {count} Sekunden, um Kosten zu sparen. Drücken Sie eine beliebige Taste, um weiterzusprechen.',
  },
  'Any key keeps it open.': 'Jede Taste hält es offen.',
  'Keep talking': 'Weitersprechen',
};
