import type { Parameter } from './arguments/parameters';
import { humanise } from '../../shared/vocabulary/words';

/** How to ask for a required parameter that nothing was said for. */
export function askFor(parameter: Parameter): string {
  if (parameter.choices.length > 0 && parameter.choices.length <= 5) {
    const choices = parameter.choices.map(humanise);
    return `Which ${humanise(parameter.name)}: ${choices.slice(0, -1).join(', ')} or ${choices.at(-1) ?? ''}?`;
  }
  if (parameter.type === 'boolean') return `Shall ${humanise(parameter.name)} be on or off?`;
  if (parameter.type === 'number' || parameter.type === 'integer') {
    return /minute|second|hour|duration/i.test(`${parameter.name} ${parameter.description}`)
      ? 'For how long?'
      : `What ${humanise(parameter.name)}?`;
  }
  switch (parameter.role) {
    case 'place':
      return 'For which place?';
    case 'container':
      return `Which ${humanise(parameter.name)}?`;
    case 'query':
      return 'What should I look for?';
    case 'person':
      return 'To whom?';
    case 'sender':
      return 'From whom?';
    case 'target':
      return 'To what?';
    case 'replacement':
      return 'With what?';
    case 'language':
      return 'In which language?';
    case 'name':
      return `What ${humanise(parameter.name)}?`;
    case 'text':
      return 'What should it say?';
    case 'moment':
      return 'When?';
    case 'duration':
      return 'For how long?';
    case 'thing':
      return `Which ${humanise(parameter.name) === 'name' ? 'one' : humanise(parameter.name)}?`;
  }
}
