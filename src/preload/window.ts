import type { WindowEvents, WindowRequests } from '../shared/ipc';
import { exposeBridge } from './bridge';

// Named here once more, because the contract brings its schemas along and a preload should load at once.
// The types keep both lists complete.
const requests: Readonly<Record<keyof WindowRequests, true>> = {
  'conversation.start': true,
  'conversation.end': true,
  'conversation.mute': true,
  'conversation.stopSpeaking': true,
  'conversation.send': true,
  'conversation.dismissNotice': true,
  'conversation.current': true,
  'settings.get': true,
  'settings.change': true,
  'key.status': true,
  'key.save': true,
  'key.forget': true,
  'grants.add': true,
  'grants.remove': true,
};

const events: Readonly<Record<keyof WindowEvents, true>> = {
  'conversation.snapshot': true,
  'conversation.entry': true,
  'conversation.cleared': true,
  'conversation.levels': true,
  'settings.changed': true,
  'key.changed': true,
};

exposeBridge(Object.keys(requests), Object.keys(events));
