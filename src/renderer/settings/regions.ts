import { assertNever } from '../../shared/assert-never';
import type { Settings } from '../../shared/settings/schema';
import type { PlainText } from '../../shared/words/catalogue';
import { t } from '../words.svelte';

type Region = Settings['region'];

/** The regions as a list shows them. */
export const regions: readonly { readonly value: Region; readonly text: PlainText }[] = [
  { value: 'automatic', text: 'Automatic' },
  { value: 'us', text: 'United States' },
  { value: 'eu', text: 'European Union' },
  { value: 'custom', text: 'Custom host' },
];

/** Whether a value of that list is a region. */
export function isRegion(value: string): value is Region {
  return regions.some((region) => region.value === value);
}

/** What choosing it means, in a sentence (protocol.md section 1.1). */
export function regionHint(region: Region): string {
  switch (region) {
    case 'automatic':
      return t('The nearest one, chosen by the service.');
    case 'us':
      return t('Agents and recordings made here are unknown in other regions.');
    case 'eu':
      return t(
        'Your voice and data stay in the European Union. Agents made in other regions are unknown here.',
      );
    case 'custom':
      return t('A server that speaks as the service does.');
    default:
      return assertNever(region);
  }
}
