import { expect, test } from 'vitest';
import type { ApprovalCard } from '../../../shared/ipc/approvals';
import { ApprovalNotifications, type NotificationWords } from './approval-notifications';

function cardOf(id: string, verbs: readonly string[] = ['open']): ApprovalCard {
  return {
    id,
    tool: 'open_item',
    effect: `Opens ${id}.`,
    question: `Shall I open ${id}?`,
    risk: null,
    arguments: '{}',
    preview: null,
    because: null,
    verbs,
    remember: [],
    scope: null,
    expiresAt: 30_000,
  };
}

/** A system with notifications that the test presses. */
function system({ attended = false, hasActions = true, supported = true } = {}) {
  const made: { words: NotificationWords; open: boolean; press: Map<string, (index: number) => void> }[] = [];
  const world = { attended, now: 0, shows: 0, answers: [] as unknown[] };
  const notifications = new ApprovalNotifications({
    create: (words) => {
      if (!supported) return null;
      const one = { words, open: false, press: new Map<string, (index: number) => void>() };
      made.push(one);
      return {
        on: (event, listener) => one.press.set(event, listener),
        onAction: (listener) => one.press.set('action', listener),
        show: () => void (one.open = true),
        close: () => {
          one.open = false;
          one.press.get('close')?.(0);
        },
      };
    },
    hasActions,
    attended: () => world.attended,
    show: () => void (world.shows += 1),
    answer: (...answer) => world.answers.push(answer),
    now: () => world.now,
  });
  return {
    notifications,
    world,
    made,
    open: () => made.filter((one) => one.open).map((one) => one.words.title),
  };
}

test('a request comes as a notification while nobody looks, and goes when it is settled', () => {
  const { notifications, made, open } = system();
  notifications.cardsChanged([cardOf('a')]);
  expect(made[0]?.words).toEqual({
    title: 'Shall I open a?',
    body: 'Opens a.',
    actions: ['Approve', 'Deny'],
  });
  notifications.cardsChanged([cardOf('a'), cardOf('b')]);
  expect(open()).toEqual(['Shall I open a?', 'Shall I open b?']);
  notifications.cardsChanged([cardOf('b')]);
  expect(open()).toEqual(['Shall I open b?']);
  notifications.cardsChanged([]);
  expect(open()).toEqual([]);
});

test('whoever looks at the window is not told again; whoever leaves it is', () => {
  const { notifications, world, open } = system({ attended: true });
  notifications.cardsChanged([cardOf('a')]);
  expect(open()).toEqual([]);
  world.attended = false;
  notifications.attentionChanged();
  expect(open()).toEqual(['Shall I open a?']);
  world.attended = true;
  notifications.attentionChanged();
  expect(open()).toEqual([]);
});

test('one that was put away does not come up again while its request waits', () => {
  const { notifications, made } = system();
  notifications.cardsChanged([cardOf('a')]);
  made[0]?.press.get('close')?.(0);
  notifications.cardsChanged([cardOf('a'), cardOf('b')]);
  expect(made).toHaveLength(2);
});

test('a click shows the window and approves nothing', () => {
  const { notifications, world, made } = system();
  notifications.cardsChanged([cardOf('a')]);
  made[0]?.press.get('click')?.(0);
  expect(world).toMatchObject({ shows: 1, answers: [] });
});

test('its buttons answer, but not in the moment it appears, and not once the request is gone', () => {
  const { notifications, world, made } = system();
  notifications.cardsChanged([cardOf('a'), cardOf('b')]);
  made[0]?.press.get('action')?.(0);
  expect(world).toMatchObject({ shows: 1, answers: [] });
  world.now = 600;
  made[0]?.press.get('action')?.(0);
  made[1]?.press.get('action')?.(1);
  expect(world.answers).toEqual([
    ['a', 'once'],
    ['b', 'deny'],
  ]);
  notifications.cardsChanged([]);
  made[0]?.press.get('action')?.(0);
  expect(world.answers).toHaveLength(2);
});

test('what cannot be taken back has no buttons, and where the system has none there are none', () => {
  const outward = system();
  outward.notifications.cardsChanged([cardOf('a', [])]);
  expect(outward.made[0]?.words.actions).toEqual([]);
  outward.world.now = 600;
  outward.made[0]?.press.get('action')?.(0);
  expect(outward.world.answers).toEqual([]);
  const plain = system({ hasActions: false });
  plain.notifications.cardsChanged([cardOf('a')]);
  expect(plain.made[0]?.words.actions).toEqual([]);
});

test('a system without notifications changes nothing', () => {
  const { notifications, made } = system({ supported: false });
  notifications.cardsChanged([cardOf('a')]);
  notifications.cardsChanged([]);
  expect(made).toEqual([]);
});
